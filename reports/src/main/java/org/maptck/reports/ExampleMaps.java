package org.maptck.reports;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Implementation;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Step;
import org.maptck.model.reference.ReferenceModel;

/// Where the bytes of small example maps lie: no number here is computed, each is what the
/// reference model answers to commands.
///
/// @param platform page size and CPUs of the machine that is pictured
record ExampleMaps(Platform platform) {
    /// Bytes a value of the maps of elements and slots; no multiple of 8, so that there is padding.
    static final int VALUE = 12;

    /// Elements of the map of elements.
    static final int ELEMENTS = 4;

    /// Bytes a value of the map of pages.
    static final int MAPPED_VALUE = 24;

    private static final Operand FIRST = new Operand.Constant(0);
    private static final Mapping MAPPING = new Mapping(0);

    /// Byte offsets of elements from the first one, by the distance that a program sees.
    List<Long> elements() {
        try (var model = of(MapSpec.of(MapType.ARRAY, VALUE, ELEMENTS))) {
            return IntStream.range(0, ELEMENTS).mapToObj(i -> distance(model, i)).toList();
        }
    }

    private long distance(Implementation model, int index) {
        var step = new Step.Distance(Handle.A, FIRST, new Operand.Constant(index));
        return only(run(model, step), Outcome.Returned.class).number();
    }

    /// Where the CPUs' parts begin in what user space reads of a per-CPU element, and its length.
    ///
    /// @param starts byte offsets, in the order of the possible CPUs
    record Slots(List<Integer> starts, int length) {}

    /// The slots, each found by a mark that a program stores for its CPU.
    Slots slots() {
        try (var model = of(MapSpec.of(MapType.PERCPU_ARRAY, VALUE, 1))) {
            var starts = platform.possibleCpus().stream().map(cpu -> slot(model, cpu)).toList();
            return new Slots(starts, lookup(model).size());
        }
    }

    private int slot(Implementation model, int cpu) {
        mark(model, cpu, 1);
        var seen = lookup(model);
        mark(model, cpu, 0);
        return IntStream.range(0, seen.size()).filter(i -> seen.at(i) != 0).findFirst().orElse(-1);
    }

    private void mark(Implementation model, int cpu, int value) {
        var mark = new Operand.Constant(value);
        run(model, new Step.StorePercpu(Handle.A, FIRST, cpu, 0, 1, mark));
    }

    private Bytes lookup(Implementation model) {
        var key = new Input.Given(platform.key(0));
        var lookup = new Command.Lookup(Handle.A, key, 0, new Output.Fits());
        return only(model.apply(lookup), Outcome.Found.class).bytes();
    }

    /// @param pages how many whole pages of the map can be mapped
    /// @param end bytes of the mapping up to the end of the last element; the rest is its tail
    record Pages(int elements, long pages, int end) {}

    /// The pages: the most that a mapping may have, and the last byte in it that an update of the
    /// last element changes.
    Pages pages() {
        int count = platform.pageSize() * 4 / 3 / MAPPED_VALUE;
        var spec = MapSpec.of(MapType.ARRAY, MAPPED_VALUE, count).withFlags(Flags.MMAPABLE);
        try (var model = of(spec)) {
            long pages = LongStream.iterate(1, it -> maps(model, it), it -> it + 1).count();
            var key = new Input.Given(platform.key(count - 1));
            var value = new Input.Given(Bytes.filled(MAPPED_VALUE, 0xff));
            model.apply(new Command.Update(Handle.A, key, value, Flags.ANY));
            maps(model, pages);
            int length = (int) pages * platform.pageSize();
            var read = new Command.ReadMemory(MAPPING, 0, length);
            var seen = only(model.apply(read), Outcome.Found.class).bytes();
            int last = IntStream.range(0, length).filter(i -> seen.at(i) != 0).max().orElse(-1);
            return new Pages(count, pages, last + 1);
        }
    }

    private boolean maps(Implementation model, long pages) {
        long length = pages * platform.pageSize();
        var map = new Command.MapMemory(MAPPING, Handle.A, 0, length, Protection.READ, true);
        return model.apply(map) instanceof Outcome.Done;
    }

    private Implementation of(MapSpec spec) {
        var model = new ReferenceModel(platform.withKernel(Platform.DEFAULT.kernel()));
        only(model.apply(new Command.Create(Handle.A, spec)), Outcome.Done.class);
        return model;
    }

    private Outcome run(Implementation model, Step step) {
        var run = Command.Run.once(platform.onlineCpus().getFirst(), step);
        return only(model.apply(run), Outcome.Ran.class).steps().getFirst();
    }

    private static <T extends Outcome> T only(Outcome outcome, Class<T> wanted) {
        if (!wanted.isInstance(outcome)) {
            throw new IllegalStateException(
                    "the model answers " + outcome + ", wanted " + wanted.getSimpleName());
        }
        return wanted.cast(outcome);
    }
}
