package org.maptck.adapters.linux;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Loading;
import org.maptck.model.Outcome;
import org.maptck.model.Step;
import org.maptck.model.Version;

/// Runs of many steps, as tapes: a program that was loaded for the templates of one run does the
/// next ones of the same templates too, until a handle is closed.
///
/// What a tape cannot hold, and what the kernel refuses, is left to the usual way.
final class Tapes {
    /// The most steps that are no tape.
    private static final int FEW = 8;

    private static final int MOST_TEMPLATES = 192;
    private static final Version LOOPS = new Version(5, 17);

    private final ProgramFace programs;
    private final Kernel kernel;
    private final Bindings bindings;
    private final Scratch scratch;
    private final boolean loops;
    private Optional<Loaded> loaded = Optional.empty();

    /// A program that is there.
    ///
    /// @param templates a step of each
    /// @param numbers what stands for each in an entry
    private record Loaded(
            Map<Long, Step> templates,
            Numbers numbers,
            Tape tape,
            Program program,
            long descriptor) {
        /// The number of the template of each step; none at all where one has none.
        Optional<int[]> numbered(List<Step> steps) {
            var all = new int[steps.size()];
            boolean known = tape.holds(all.length);
            for (int i = 0; known && i < all.length; i++) {
                all[i] = numbers.of(Template.of(steps.get(i)));
                known = all[i] != Numbers.NONE;
            }
            return known ? Optional.of(all) : Optional.empty();
        }
    }

    Tapes(ProgramFace programs, Kernel kernel, Bindings bindings, Scratch scratch) {
        this.programs = programs;
        this.kernel = kernel;
        this.bindings = bindings;
        this.scratch = scratch;
        loops = kernel.platform().kernel().atLeast(LOOPS);
        bindings.beforeRelease(this::drop);
    }

    /// What a run comes to, if it is one for a tape.
    synchronized Optional<Outcome> run(Command.Run run) {
        if (!suits(run)) {
            return Optional.empty();
        }
        var numbered = numbered(run.steps());
        return numbered.isEmpty() && load(run.steps())
                ? numbered(run.steps()).flatMap(it -> outcome(run, it))
                : numbered.flatMap(it -> outcome(run, it));
    }

    private Optional<int[]> numbered(List<Step> steps) {
        return loaded.flatMap(it -> it.numbered(steps));
    }

    private Optional<Outcome> outcome(Command.Run run, int... numbers) {
        return loaded.map(it -> run(run, numbers, it));
    }

    private boolean suits(Command.Run run) {
        return loops
                && run.steps().size() > FEW
                && run.steps().size() <= Tape.LIMIT
                && run.repeat() == 1
                && run.loading() == Loading.CLASSIFIER;
    }

    /// Loads a program for these steps, and for those from before where both go together.
    private boolean load(List<Step> steps) {
        var own = templates(steps);
        if (own.size() > MOST_TEMPLATES || !fit(own)) {
            return false;
        }
        var all = new TreeMap<>(own);
        loaded.ifPresent(before -> all.putAll(before.templates()));
        drop();
        return load(all, steps.size()) || (all.size() > own.size() && load(own, steps.size()));
    }

    private static Map<Long, Step> templates(List<Step> steps) {
        var templates = new TreeMap<Long, Step>();
        steps.forEach(step -> templates.putIfAbsent(Template.of(step), step));
        return templates;
    }

    private boolean fit(Map<Long, Step> templates) {
        return templates.entrySet().stream()
                .allMatch(it ->
                        it.getKey() != Template.NONE
                                && Template.fits(it.getKey(), valueSize(it.getValue())));
    }

    private long valueSize(Step step) {
        return bindings.spec(step.map()).valueSize();
    }

    private boolean load(Map<Long, Step> templates, int steps) {
        if (templates.size() > MOST_TEMPLATES) {
            return false;
        }
        var tape = Tape.of(scratch, steps, value(templates));
        var open = templates.values().stream().map(Template::open).toList();
        var program = TapeProgram.compile(open, tape, bindings, kernel.platform().byteOrder());
        long descriptor = programs.load(program, Loading.CLASSIFIER);
        if (descriptor >= 0) {
            var words = templates.keySet().stream().mapToLong(Long::longValue).toArray();
            var numbers = new Numbers(TapeProgram.FIRST_TEMPLATE, words);
            loaded = Optional.of(new Loaded(templates, numbers, tape, program, descriptor));
        }
        return descriptor >= 0;
    }

    /// Bytes of the largest value that an entry holds.
    private int value(Map<Long, Step> templates) {
        long most = 0;
        for (var it : templates.entrySet()) {
            most = Math.max(most, Template.value(it.getKey(), valueSize(it.getValue())));
        }
        return Math.toIntExact(most);
    }

    private Outcome run(Command.Run run, int[] numbers, Loaded it) {
        var entries = written(run.steps(), numbers, it.tape());
        long result =
                kernel.onCpu(
                        run.cpu(),
                        () -> {
                            it.tape().put(kernel, entries);
                            return programs.executeOverPacket(run, it.descriptor());
                        });
        return result < 0 ? ErrnoNumbers.refused(result) : new Outcome.Ran(seen(numbers, it));
    }

    private Bytes written(List<Step> steps, int[] numbers, Tape tape) {
        var entries = new Entries(tape, numbers.length, kernel.platform().byteOrder());
        for (int i = 0; i < numbers.length; i++) {
            entries.put(i, numbers[i], steps.get(i));
        }
        return entries.all();
    }

    private List<Outcome> seen(int[] numbers, Loaded it) {
        var seen = it.tape().seen(kernel, numbers.length);
        var readers = it.program().steps();
        var outcomes = new Outcome[numbers.length];
        for (int i = 0; i < outcomes.length; i++) {
            var reader = readers.get(numbers[i] - TapeProgram.FIRST_TEMPLATE);
            outcomes[i] = reader.read(seen.from(it.tape().at(i)));
        }
        return List.of(outcomes);
    }

    /// Forgets the program, so that it holds no map.
    synchronized void drop() {
        loaded.ifPresent(it -> programs.close(it.descriptor()));
        loaded = Optional.empty();
    }

    void close() {
        drop();
        scratch.close();
    }
}
