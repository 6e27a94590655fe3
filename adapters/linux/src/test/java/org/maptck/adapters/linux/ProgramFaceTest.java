package org.maptck.adapters.linux;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.Visited;
import org.maptck.model.Step;

class ProgramFaceTest extends LiveKernelTest {
    private static Bytes counting(int size) {
        var bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 7 + i / 256);
        }
        return Bytes.owning(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 7, 8, 9, 15, 64, 255, 256, 257, 260, 320, 511, 1000, 4096, 4097,
                32767, 32768, 65536
            })
    void a_value_of_any_size_goes_in_and_comes_out(int size) {
        create(array(size, 2));
        var value = counting(size);
        expectSteps(
                List.of(DONE, new Outcome.Found(value), new Outcome.Found(Bytes.zeros(size))),
                new Step.Update(A, at(1), value, 0),
                new Step.Lookup(A, at(1)),
                new Step.Lookup(A, at(0)));
        expect(new Outcome.Found(value), lookup(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 300, 32761, 32768})
    void a_percpu_value_of_any_size_is_that_of_the_running_cpu(int size) {
        create(percpu(size, 2));
        var value = counting(size);
        expectSteps(
                List.of(DONE, new Outcome.Found(value), new Outcome.Found(value)),
                new Step.Update(A, at(1), value, 0),
                new Step.Lookup(A, at(1)),
                new Step.LookupPercpu(A, at(1), 0));
    }

    @Test
    void a_step_without_an_element_is_absent() {
        create(array(8, 2));
        expectSteps(
                List.of(ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
                new Step.Lookup(A, at(2)),
                new Step.Load(A, at(-1), 0, 4),
                new Step.Store(A, at(2), 0, 4, at(1)),
                new Step.AtomicAdd(A, at(2), 0, 4, at(1)),
                new Step.Misalignment(A, at(2)),
                new Step.Distance(A, at(0), at(2)),
                new Step.Distance(A, at(2), at(0)));
    }

    @Test
    void an_index_is_the_low_32_bits_of_its_operand() {
        create(array(8, 2));
        expect(DONE, update(1, "0100000000000000"));
        expectSteps(List.of(returned(1)), new Step.Load(A, at((7L << 32) + 1), 0, 1));
    }

    @Test
    void loads_and_stores_have_every_width() {
        create(array(16, 1));
        expectSteps(
                List.of(
                        DONE,
                        DONE,
                        DONE,
                        DONE,
                        returned(0xfe),
                        returned(-2),
                        returned(0xfffffffeL)),
                new Step.Store(A, at(0), 0, 1, at(0x1101)),
                new Step.Store(A, at(0), 2, 2, at(0x330202)),
                new Step.Store(A, at(0), 4, 4, at(0x5_0404_0404L)),
                new Step.Store(A, at(0), 8, 8, at(-2)),
                new Step.Load(A, at(0), 8, 1),
                new Step.Load(A, at(0), 8, 8),
                new Step.Load(A, at(0), 8, 4));
        Assumptions.assumeTrue(platform.byteOrder() == ByteOrder.LITTLE_ENDIAN);
        expect(found("0100020204040404feffffffffffffff"), lookup(0));
    }

    @Test
    void offsets_reach_further_than_an_instruction_does() {
        create(array(70_000, 1));
        expectSteps(
                List.of(DONE, returned(42), returned(42)),
                new Step.Store(A, at(0), 69_992, 8, at(42)),
                new Step.Load(A, at(0), 69_992, 8),
                new Step.AtomicAdd(A, at(0), 69_992, 8, at(1)));
        expectSteps(List.of(returned(43)), new Step.Load(A, at(0), 69_992, 8));
    }

    @Test
    void an_access_outside_the_value_does_not_load() {
        create(array(12, 2));
        expect(refused(Errno.EACCES), Command.Run.once(0, new Step.Load(A, at(0), 12, 1)));
        expect(refused(Errno.EACCES), Command.Run.once(0, new Step.Load(A, at(0), -1, 1)));
        expect(refused(Errno.EACCES), Command.Run.once(0, new Step.Store(A, at(0), 8, 8, at(1))));
        expect(
                refused(Errno.EACCES),
                Command.Run.once(0, new Step.AtomicAdd(A, at(0), 4, 8, at(1))));
        expect(
                refused(Errno.EACCES),
                Command.Run.once(0, new Step.Update(A, at(0), Bytes.zeros(11), 0)));
        expect(ran(DONE), Command.Run.once(0, new Step.Update(A, at(0), Bytes.zeros(13), 0)));
        expect(refused(Errno.EBADF), Command.Run.once(0, new Step.Lookup(B, at(0))));
    }

    @Test
    void the_verifier_says_why_a_program_does_not_load() {
        create(array(12, 2));
        var log =
                ((LinuxImplementation) linux)
                        .verifierLog(Command.Run.once(0, new Step.Load(A, at(0), 12, 1)));
        assertTrue(log.contains("invalid access to map value"), log);
    }

    @Test
    void helpers_answer_with_their_own_order_of_errors() {
        create(array(4, 2));
        var value = Bytes.zeros(4);
        expectSteps(
                List.of(
                        refused(Errno.EINVAL),
                        refused(Errno.E2BIG),
                        refused(Errno.EEXIST),
                        refused(Errno.EINVAL),
                        DONE,
                        refused(Errno.EINVAL),
                        refused(Errno.EINVAL)),
                new Step.Update(A, at(2), value, 3),
                new Step.Update(A, at(2), value, Flags.NOEXIST),
                new Step.Update(A, at(1), value, Flags.NOEXIST | Flags.LOCK),
                new Step.Update(A, at(1), value, Flags.LOCK),
                new Step.Update(A, at(1), value, Flags.EXIST),
                new Step.Delete(A, at(0)),
                new Step.Delete(A, at(9)));
    }

    @Test
    void an_atomic_add_answers_what_was_there_before() {
        create(array(16, 1));
        var add = new Step.AtomicAdd(A, at(0), 8, 8, at(3));
        expect(
                new Outcome.Ran(List.of(returned(12))),
                new Command.Run(0, Command.Run.NO_PACKET, 5, List.of(add)));
        expectSteps(
                List.of(returned(0), returned(0xffff_ffffL), returned(15)),
                new Step.AtomicAdd(A, at(0), 0, 4, at(-1)),
                new Step.AtomicAdd(A, at(0), 0, 4, at(1)),
                new Step.Load(A, at(0), 8, 8));
    }

    @Test
    void a_packet_gives_numbers_as_long_as_it_is() {
        create(array(8, 256));
        var packet = counting(60);
        var add =
                new Step.AtomicAdd(A, new Operand.PacketByte(23), 0, 8, new Operand.PacketLength());
        expect(
                ran(returned(0), returned(60), refused(Errno.EFAULT), refused(Errno.EFAULT), DONE),
                new Command.Run(
                        0,
                        packet,
                        1,
                        List.of(
                                add,
                                add,
                                new Step.Lookup(A, new Operand.PacketByte(60)),
                                new Step.Distance(A, at(-1), new Operand.PacketByte(60)),
                                new Step.Store(A, at(1), 0, 8, new Operand.PacketByte(59)))));
        expect(returnedLookup(120), new Command.Run(0, packet, 1, List.of(loadAt(23 * 7))));
        expect(returnedLookup(59 * 7 & 0xff), new Command.Run(0, packet, 1, List.of(loadAt(1))));
    }

    private static Step loadAt(long index) {
        return new Step.Load(A, at(index), 0, 8);
    }

    private static Outcome returnedLookup(long number) {
        return ran(returned(number));
    }

    @Test
    void programs_run_on_the_cpu_that_was_named() {
        Assumptions.assumeTrue(
                platform.onlineCpus().containsAll(List.of(0, 1)), "wanted CPUs 0 and 1");
        create(percpu(4, 2));
        for (int cpu = 0; cpu < 2; cpu++) {
            expect(
                    ran(DONE, ABSENT),
                    Command.Run.once(
                            cpu,
                            new Step.Store(A, at(1), 0, 4, at(0x101L * (cpu + 1))),
                            new Step.LookupPercpu(A, at(1), platform.cpuIdLimit())));
        }
        expect(
                ran(returned(0x101), DONE),
                Command.Run.once(
                        0,
                        new Step.Load(A, at(1), 0, 4),
                        new Step.StorePercpu(A, at(0), 1, 2, 2, at(7))));
        expect(ran(returned(7)), Command.Run.once(1, new Step.Load(A, at(0), 2, 2)));
        expect(ran(returned(0)), Command.Run.once(0, new Step.Load(A, at(0), 2, 2)));
        expect(refused(Errno.EINVAL), Command.Run.once(platform.cpuIdLimit(), loadAt(0)));
        expect(refused(Errno.EINVAL), Command.Run.once(-1, loadAt(0)));
    }

    @Test
    void percpu_lookup_of_a_plain_array_does_not_load() {
        create(array(8, 1));
        expect(refused(Errno.EINVAL), Command.Run.once(0, new Step.LookupPercpu(A, at(0), 0)));
    }

    @Test
    void a_walk_visits_every_element_in_order() {
        create(array(3, 3));
        expect(DONE, update(1, "0a0b0c"));
        var values = List.of(Bytes.zeros(8), Bytes.hex("0a0b0c0000000000"), Bytes.zeros(8));
        expectSteps(
                List.of(
                        new Visited(3, List.of(0L, 1L, 2L), values),
                        new Visited(2, List.of(0L, 1L), values.subList(0, 2)),
                        new Visited(-22, List.of(), List.of())),
                new Step.ForEach(A, 0, 0),
                new Step.ForEach(A, 0, 2),
                new Step.ForEach(A, 1, 0));
    }

    @Test
    void a_long_walk_notes_its_first_calls_and_counts_all() {
        create(array(8, 1000));
        expectSteps(
                List.of(
                        new Visited(
                                1000,
                                LongStream.range(0, Visited.NOTED_CALLS).boxed().toList(),
                                Stream.generate(() -> Bytes.zeros(8))
                                        .limit(Visited.NOTED_CALLS)
                                        .toList())),
                new Step.ForEach(A, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 20, 64, 400, 4096, 32768, 65536})
    void a_locked_store_writes_all_but_the_lock(int size) {
        create(array(size, 2).withLock(4));
        var value = counting(size);
        expectSteps(
                List.of(DONE, ABSENT),
                new Step.LockedStore(A, at(1), value),
                new Step.LockedStore(A, at(2), value));
        var stored = value.slice(0, 4).then(Bytes.zeros(4)).then(value.slice(8, size));
        expect(new Outcome.Found(stored), new Command.Lookup(A, key(1), Flags.LOCK, FITS));
    }

    @Test
    void a_lock_cannot_be_loaded_nor_be_taken_where_there_is_none() {
        create(array(16, 2).withLock(4));
        expect(refused(Errno.EACCES), Command.Run.once(0, new Step.Lookup(A, at(0))));
        expect(refused(Errno.EACCES), Command.Run.once(0, new Step.Load(A, at(0), 4, 4)));
        create(array(16, 2));
        expect(
                refused(Errno.EINVAL),
                Command.Run.once(0, new Step.LockedStore(A, at(0), Bytes.zeros(16))));
    }

    @Test
    void elements_lie_a_stride_apart() {
        create(array(5, 4));
        expectSteps(
                List.of(returned(0), returned(16), returned(-8), returned(0)),
                new Step.Misalignment(A, at(3)),
                new Step.Distance(A, at(1), at(3)),
                new Step.Distance(A, at(2), at(1)),
                new Step.Distance(A, at(2), at(2)));
    }

    @Test
    void program_flags_of_a_map_bind_programs_alone() {
        create(array(8, 1).withFlags(Flags.RDONLY_PROG));
        expect(refused(Errno.EACCES), Command.Run.once(0, new Step.Store(A, at(0), 0, 8, at(1))));
        expect(
                refused(Errno.EACCES),
                Command.Run.once(0, new Step.Update(A, at(0), Bytes.zeros(8), 0)));
        expect(ran(found("0000000000000000")), Command.Run.once(0, new Step.Lookup(A, at(0))));
        create(array(8, 1).withFlags(Flags.WRONLY_PROG));
        expect(refused(Errno.EACCES), Command.Run.once(0, new Step.Lookup(A, at(0))));
        expect(ran(DONE), Command.Run.once(0, new Step.Store(A, at(0), 0, 8, at(1))));
        expect(DONE, new Command.Update(A, key(0), new Input.Given(Bytes.zeros(8)), 0));
    }

    @Test
    void a_value_too_large_to_copy_is_not_looked_up() {
        create(array(2 << 20, 1));
        expect(
                new Outcome.Unsupported(
                        "a value of 2097152 bytes, a program copies at most 1048576"),
                Command.Run.once(0, new Step.Lookup(A, at(0))));
        expect(ran(DONE), Command.Run.once(0, new Step.Store(A, at(0), 0, 8, at(1))));
    }

    @Test
    void many_steps_over_many_maps_make_one_program() {
        create(array(8, 4));
        expect(DONE, new Command.Create(B, array(32_768, 2)));
        var steps =
                Stream.iterate(0, i -> i + 1)
                        .limit(200)
                        .<Step>map(i ->
                                i % 10 == 0
                                        ? new Step.Lookup(B, at(i % 3))
                                        : new Step.AtomicAdd(A, at(i % 5), 0, 8, at(1)))
                        .toList();
        var outcome = (Outcome.Ran) linux.apply(new Command.Run(0, Bytes.zeros(64), 3, steps));
        assertTrue(outcome.steps().size() == 200, outcome::toString);
        expectSteps(List.of(returned(120)), loadAt(1));
    }
}
