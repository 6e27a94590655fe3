package org.maptck.adapters.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Protection;
import org.maptck.model.Step;

class RaceTest extends LiveKernelTest {
    private static final int TIMES = 2000;

    private List<List<Outcome>> race(Command... callers) {
        return ((Outcome.Raced) linux.apply(new Command.Race(List.of(callers), TIMES))).seen();
    }

    @Test
    void no_atomic_add_is_lost_between_programs_and_mappings() {
        create(array(8, 2).withFlags(Flags.MMAPABLE));
        expect(DONE, map(8, Protection.READ_WRITE));
        var steps = List.<Step>of(new Step.AtomicAdd(A, at(1), 0, 8, at(1)));
        var programs = new Command.Run(0, Command.Run.NO_PACKET, 10, steps);
        var others =
                new Command.Run(platform.onlineCpus().getLast(), Command.Run.NO_PACKET, 10, steps);
        var adds = new Command.AddMemory(M, 8, 8, 1);
        var seen = race(programs, others, adds, adds);
        assertEquals(4, seen.size());
        expect(returned(22L * TIMES), new Command.AddMemory(M, 8, 8, 0));
    }

    @Test
    void locked_values_are_seen_whole() {
        create(array(512, 1).withLock(0));
        var seen =
                race(writer(0x11), writer(0x22), new Command.Lookup(A, key(0), Flags.LOCK, FITS));
        assertEquals(List.of(List.of(DONE), List.of(DONE)), seen.subList(0, 2));
        var whole = List.of(locked(0), locked(0x11), locked(0x22));
        assertEquals(List.of(), seen.get(2).stream().filter(o -> !whole.contains(o)).toList());
    }

    private Command writer(int fill) {
        return new Command.Update(A, key(0), new Input.Given(Bytes.filled(512, fill)), Flags.LOCK);
    }

    private static Outcome locked(int fill) {
        return new Outcome.Found(Bytes.zeros(4).then(Bytes.filled(508, fill)));
    }

    @Test
    void outcomes_are_told_once_each() {
        create(array(4, 1));
        assertEquals(
                List.of(List.of(refused(Errno.ENOENT)), List.of(DONE)),
                race(lookup(1), update(0, "01020304")));
    }

    @Test
    void a_program_that_cannot_run_does_not_hold_the_others_up() {
        create(array(4, 1));
        var broken = new Step.Load(A, at(0), 4, 1);
        assertEquals(
                List.of(
                        List.of(refused(Errno.EACCES)),
                        List.of(refused(Errno.EINVAL)),
                        List.of(DONE),
                        List.of(new Outcome.Unsupported("a race within a race"))),
                race(
                        Command.Run.once(0, broken),
                        Command.Run.once(-1, new Step.Delete(A, at(0))),
                        update(0, "01020304"),
                        new Command.Race(List.of(), 1)));
    }

    @Test
    void mappings_that_come_and_go_harm_nobody() {
        create(array(4, 1).withFlags(Flags.MMAPABLE));
        race(
                map(8, Protection.READ_WRITE),
                new Command.Unmap(M),
                new Command.Protect(M, Protection.NONE),
                new Command.WriteMemory(M, 0, Bytes.filled(64, 1)),
                new Command.ReadMemory(M, 0, 64),
                new Command.AddMemory(M, 0, 8, 1));
        race(new Command.Close(A), new Command.Create(A, array(4, 1)), update(0, "01020304"));
        create(array(4, 1));
        expect(found("00000000"), lookup(0));
    }
}
