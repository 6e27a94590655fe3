package org.maptck.adapters.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maptck.model.AtomicOperation;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Implementation;
import org.maptck.model.Loading;
import org.maptck.model.MapSpec;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Step;
import org.maptck.model.reference.ReferenceModel;

/// Runs of many steps come to what the same steps come to one by one.
@SuppressWarnings("EnumOrdinal")
class TapeTest extends LiveKernelTest {
    private static final Handle C = Handle.named("C");
    private static final List<Long> FLAG_WORDS =
            List.of(Flags.ANY, Flags.ANY, Flags.EXIST, Flags.NOEXIST, Flags.LOCK, 8L, 1L << 32);

    private static List<Command> maps() {
        return List.of(
                new Command.Create(A, array(12, 3)),
                new Command.Create(B, percpu(8, 4)),
                new Command.Create(C, array(16, 2).withLock(4)));
    }

    private static Operand index(SplittableRandom random) {
        return at(
                switch (random.nextInt(8)) {
                    case 0 -> 0xffff_ffffL;
                    case 1 -> -1;
                    case 2 -> 1L << 32;
                    default -> random.nextInt(5);
                });
    }

    private static Operand number(SplittableRandom random) {
        return at(random.nextInt(3) == 0 ? random.nextInt(2) : random.nextLong());
    }

    private static Bytes value(SplittableRandom random, int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.owning(bytes);
    }

    private static long flags(SplittableRandom random) {
        return FLAG_WORDS.get(random.nextInt(FLAG_WORDS.size()));
    }

    private static long cpu(SplittableRandom random) {
        return random.nextInt(8) == 0 ? 0xffff_ffffL : random.nextInt(3);
    }

    /// A step that loads.
    private static Step step(SplittableRandom random) {
        boolean plain = random.nextBoolean();
        var map = plain ? A : B;
        int size = plain ? 12 : 8;
        var operation = AtomicOperation.values()[random.nextInt(4)];
        var index = index(random);
        var number = number(random);
        return switch (random.nextInt(17)) {
            case 0 -> new Step.Lookup(map, index);
            case 1 -> new Step.LookupPercpu(B, index, cpu(random));
            case 2 -> new Step.Update(map, index, value(random, size), flags(random));
            case 3 -> new Step.Update(map, index, value(random, size + 3), flags(random));
            case 4 -> new Step.Delete(map, index);
            case 5 -> new Step.Load(map, index, random.nextInt(5), 4);
            case 6 -> new Step.Store(map, index, random.nextInt(7), 2, number);
            case 7 -> new Step.StorePercpu(B, index, cpu(random), 0, 8, number);
            case 8 -> new Step.AtomicAdd(map, index, 4, 4, number);
            case 9 -> new Step.LockedStore(C, index, value(random, 16));
            case 10 -> new Step.Misalignment(map, index);
            case 11 -> new Step.Distance(A, index, index(random));
            case 12 -> new Step.PlainAdd(map, index, random.nextInt(8), 1, number);
            case 13 -> new Step.Atomic(map, index, 0, 8, operation, number);
            case 14 -> new Step.CompareExchange(map, index, 0, 4, number, number(random));
            case 15 -> new Step.UpdateFrom(map, index, index(random), flags(random));
            default -> new Step.Load(C, index, 8, 8);
        };
    }

    private static List<Step> steps(SplittableRandom random, int count) {
        return Stream.generate(() -> step(random)).limit(count).toList();
    }

    private static Command.Run run(int cpu, List<Step> steps) {
        return new Command.Run(cpu, Command.Run.NO_PACKET, 1, steps);
    }

    private List<Outcome> ranOn(Implementation implementation, int cpu, List<Step> steps) {
        var outcome = implementation.apply(run(cpu, steps));
        return outcome instanceof Outcome.Ran(var seen) ? seen : List.of(outcome);
    }

    private List<Outcome> oneByOne(int cpu, List<Step> steps) {
        return steps.stream().flatMap(it -> ranOn(linux, cpu, List.of(it)).stream()).toList();
    }

    private List<Outcome> contents(Implementation implementation) {
        return Stream.of(A, B, C)
                .flatMap(map ->
                        LongStream.range(0, 4)
                                .mapToObj(i ->
                                        implementation.apply(
                                                new Command.Lookup(map, key(i), 0, FITS))))
                .toList();
    }

    private static void begin(Implementation implementation) {
        implementation.reset();
        maps().forEach(implementation::apply);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void many_steps_come_to_what_each_alone_comes_to(long seed) {
        int cpu = platform.onlineCpus().get((int) seed % platform.onlineCpus().size());
        var steps = steps(new SplittableRandom(seed), 80);
        begin(linux);
        var together = ranOn(linux, cpu, steps);
        var left = contents(linux);
        begin(linux);
        assertEquals(oneByOne(cpu, steps), together);
        assertEquals(contents(linux), left);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 60, 500, 2000, 9000, 40_000})
    void the_model_agrees_with_runs_of_any_length(int length) {
        var model = new ReferenceModel(platform);
        var random = new SplittableRandom(length);
        begin(linux);
        begin(model);
        for (int round = 0; round < 4; round++) {
            int cpu = platform.onlineCpus().get(round % platform.onlineCpus().size());
            var steps = steps(random, round == 2 ? 12 : length);
            assertEquals(ranOn(model, cpu, steps), ranOn(linux, cpu, steps));
            assertEquals(contents(model), contents(linux));
        }
    }

    @Test
    void a_step_that_does_not_load_refuses_them_all() {
        begin(linux);
        var good = Collections.nCopies(20, (Step) new Step.Store(A, at(0), 0, 4, at(7)));
        expect(ran(Collections.nCopies(20, DONE).toArray(Outcome[]::new)), run(0, good));
        var before = contents(linux);
        var wrong =
                List.of(
                        new Step.Load(A, at(0), 9, 4),
                        new Step.Store(A, at(0), -1, 4, at(9)),
                        new Step.Lookup(C, at(0)),
                        new Step.Update(A, at(0), Bytes.zeros(11), 0),
                        new Step.AtomicAdd(A, at(0), 2, 4, at(1)));
        for (var bad : wrong) {
            var steps = new ArrayList<Step>(good);
            steps.add(10, bad);
            expect(refused(Errno.EACCES), run(0, steps));
        }
        var closed = new ArrayList<Step>(good);
        closed.add(new Step.Lookup(Handle.named("D"), at(0)));
        expect(refused(Errno.EBADF), run(0, closed));
        expect(refused(Errno.EINVAL), run(platform.possibleCpus().getLast() + 1, good));
        assertEquals(before, contents(linux));
    }

    @Test
    void stores_reach_the_slot_of_the_cpu_that_they_ran_on() {
        create(percpu(8, 2));
        for (int cpu : platform.onlineCpus()) {
            var steps =
                    IntStream.rangeClosed(1, 20)
                            .<Step>mapToObj(_ -> new Step.AtomicAdd(A, at(1), 0, 8, at(cpu + 1)))
                            .toList();
            assertTrue(linux.apply(run(cpu, steps)) instanceof Outcome.Ran);
        }
        for (int cpu : platform.onlineCpus()) {
            var sum = Bytes.number(20L * (cpu + 1), 8, platform.byteOrder());
            expectSteps(List.of(new Outcome.Found(sum)), new Step.LookupPercpu(A, at(1), cpu));
        }
    }

    @Test
    void another_map_of_the_same_handle_is_another_map() {
        for (int size : List.of(8, 24, 256, 257, 4, 8)) {
            create(MapSpec.of(size == 4 ? percpu(1, 1).type() : array(1, 1).type(), size, 2));
            var value = value(new SplittableRandom(size), size);
            var steps = new ArrayList<Step>();
            var wanted = new ArrayList<Outcome>();
            for (int i = 0; i < 10; i++) {
                steps.add(new Step.Update(A, at(1), value, 0));
                steps.add(new Step.Lookup(A, at(1)));
                wanted.addAll(List.of(DONE, new Outcome.Found(value)));
            }
            expect(new Outcome.Ran(wanted), run(0, steps));
        }
    }

    @Test
    void a_program_from_before_is_not_run_for_a_caller_who_may_not_load_it() {
        create(array(8, 1));
        var steps = Collections.nCopies(12, (Step) new Step.Delete(A, at(0)));
        assertTrue(linux.apply(run(0, steps)) instanceof Outcome.Ran);
        expect(refused(Errno.EPERM), new Command.Deprived(run(0, steps), Set.of()));
    }

    @Test
    void what_is_no_tape_comes_to_the_same_in_pieces() {
        var model = new ReferenceModel(platform);
        begin(linux);
        begin(model);
        var steps = new ArrayList<Step>(steps(new SplittableRandom(3), 200));
        steps.add(100, new Step.ForEach(A, 0, 0));
        steps.add(150, new Step.Store(A, at(1), 0, 8, new Operand.PacketLength()));
        assertEquals(ranOn(model, 0, steps), ranOn(linux, 0, steps));
        assertEquals(contents(model), contents(linux));
        steps.add(199, new Step.Load(A, at(0), 12, 1));
        assertEquals(List.of(refused(Errno.EACCES)), ranOn(linux, 0, steps));
        steps.add(201, new Step.Lookup(Handle.named("D"), at(0)));
        assertEquals(List.of(refused(Errno.EBADF)), ranOn(linux, 0, steps));
        assertEquals(contents(model), contents(linux));
    }

    @Test
    void a_run_of_another_kind_is_compiled_as_a_whole() {
        create(array(8, 4));
        var steps = Collections.nCopies(12, (Step) new Step.AtomicAdd(A, at(1), 0, 8, at(1)));
        linux.apply(run(0, steps));
        linux.apply(new Command.Run(0, Bytes.zeros(64), 3, steps));
        linux.apply(new Command.Run(0, Bytes.zeros(64), 1, steps, Loading.STRICT));
        var mixed = new ArrayList<Step>(steps);
        mixed.add(new Step.Load(A, new Operand.PacketByte(80), 0, 4));
        linux.apply(run(0, mixed));
        expectSteps(List.of(returned(72)), new Step.Load(A, at(1), 0, 8));
    }
}
