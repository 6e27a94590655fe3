package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Iteration;
import org.maptck.model.Outcome;
import org.maptck.model.Privilege;

/// Programs that are run for each element of a map.
final class Iterations {
    private final World world;

    Iterations(World world) {
        this.world = world;
    }

    /// An iterator reports a caller who may not load its program, what is wrong with the program,
    /// then the map, then what of a value the program may reach.
    Outcome iterate(Command.Iterate c) {
        if (!world.profile().has(Behaviour.ELEMENT_ITERATOR)) {
            return refused(Errno.EINVAL);
        }
        if (!world.may(Privilege.BPF) || !world.may(Privilege.PERFMON)) {
            return refused(Errno.EPERM);
        }
        if (c.iteration() instanceof Iteration.StoringKey) {
            return refused(Errno.EACCES);
        }
        return switch (world.descriptor(c.map())) {
            case Descriptor.Closed() -> refused(Errno.EBADF);
            case Descriptor.Outer _ -> refused(Errno.EINVAL);
            case Descriptor.Open file -> iterate(c, file.map());
        };
    }

    private Outcome iterate(Command.Iterate c, ArrayMap map) {
        if (stores(c.iteration()) && map.locked()) {
            return new Outcome.Unsupported("an iterator that stores to values with a lock");
        }
        var refusal = refusal(c.iteration(), map);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        if (c.closing()) {
            world.close(c.map());
        }
        return visited(c.iteration(), map);
    }

    private static boolean stores(Iteration iteration) {
        return iteration instanceof Iteration.Adding;
    }

    /// A map for one program alone has no iterators. Others may read and write as any program, and
    /// reach as far as the value that user space sees.
    private static Optional<Errno> refusal(Iteration iteration, ArrayMap map) {
        if (map.exclusive()) {
            return Optional.of(Errno.EPERM);
        }
        boolean denied =
                map.has(Flags.WRONLY_PROG) || (stores(iteration) && map.has(Flags.RDONLY_PROG));
        return denied || reach(iteration) > map.userSize()
                ? Optional.of(Errno.EACCES)
                : Optional.empty();
    }

    private static int reach(Iteration iteration) {
        return switch (iteration) {
            case Iteration.Noting(int offset, int width) -> offset + width;
            case Iteration.Adding _ -> Long.BYTES;
            case Iteration.StoringKey() -> 0;
        };
    }

    private Outcome visited(Iteration iteration, ArrayMap map) {
        List<Bytes> values = new ArrayList<>();
        for (long index = 0; index < map.maxEntries(); index++) {
            if (index < Outcome.Visited.NOTED_CALLS) {
                values.add(noted(iteration, map.userValue(index)));
            }
            if (iteration instanceof Iteration.Adding(long addend)) {
                add(map, index, addend);
            }
        }
        var keys = LongStream.range(0, values.size()).boxed().toList();
        return new Outcome.Visited(map.maxEntries() + 1, keys, values);
    }

    private static Bytes noted(Iteration iteration, Bytes value) {
        int from = iteration instanceof Iteration.Noting noting ? noting.offset() : 0;
        return value.slice(from, reach(iteration)).resized(Outcome.Visited.NOTED);
    }

    /// The value of a plain array is the element itself, that of a per-CPU array a copy.
    private void add(ArrayMap map, long index, long addend) {
        if (map.perCpu()) {
            return;
        }
        var order = world.platform().byteOrder();
        long at = map.offset(index, 0);
        long before = map.memory().read(at, Long.BYTES).number(Long.BYTES, order);
        var after = Bytes.number(before + addend, Long.BYTES, order);
        map.memory().write(at, after, 0, Long.BYTES);
    }
}
