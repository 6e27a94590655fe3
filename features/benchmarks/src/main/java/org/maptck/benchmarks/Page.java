package org.maptck.benchmarks;

import static org.maptck.benchmarks.Budget.Limit.LEAST;
import static org.maptck.benchmarks.Budget.Limit.MOST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes `docs/performance.md` from a file of figures.
public final class Page {
    private static final String COMMANDS = "commands/s";
    private static final int CPUS = 1000;
    private static final int SECONDS = 8 * 3600;
    private static final String JUDGED = "Fuzzing.generateStepCompare.all";

    private final Figures figures;

    Page(Figures figures) {
        this.figures = figures;
    }

    /// @param words the file of figures, and the page
    public static void main(String[] words) throws IOException {
        var figures = Figures.of(Files.readAllLines(Path.of(words[0])));
        Files.write(Path.of(words[1]), new Page(figures).lines());
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("# What it costs");
        lines.add("");
        lines.add(
                "Written by `features/benchmarks/measure`, in one run on one machine. What counts");
        lines.add(
                "are the ratios: both sides of each took turns, so that the machine cancels out.");
        lines.add("");
        lines.add("```sh");
        lines.add("features/benchmarks/measure");
        lines.add("```");
        lines.add("");
        lines.add("| what | budget | seen, median | spread | | how |");
        lines.add("|---|---|---|---|---|---|");
        budgets().stream().map(Budget::row).forEach(lines::add);
        night(lines);
        parts(lines);
        machine(lines);
        return lines;
    }

    private List<Budget> budgets() {
        var all = new ArrayList<Budget>();
        var bare = figures.get("twin.syscall");
        var fuzz = figures.get("fuzz.syscall");
        all.add(
                new Budget(
                        "`fuzz` on the live kernel, syscall face",
                        LEAST,
                        0.85,
                        "of C",
                        fuzz.over(bare),
                        "`-j`, one for each CPU: " + rates(fuzz, bare)));
        var alone = figures.get("fuzz.alone");
        all.add(
                new Budget(
                        "the same without `-j`",
                        LEAST,
                        0.85,
                        "of C",
                        alone.over(bare),
                        rates(alone, bare)));
        var program = figures.get("fuzz.program");
        all.add(
                new Budget(
                        "`fuzz`, program face",
                        LEAST,
                        5,
                        "times C",
                        program.over(bare),
                        "without `-j`: " + rates(program, bare)));
        all.add(
                new Budget(
                        "generate, model step, compare; no implementation",
                        LEAST,
                        10e6,
                        COMMANDS,
                        figures.get(JUDGED),
                        "JMH, one thread"));
        starts(all);
        wire(all);
        memory(all);
        return all;
    }

    private static String rates(Samples fuzz, Samples bare) {
        return "%s by %s %s, %d rounds"
                .formatted(
                        Budget.number(fuzz.median()),
                        Budget.number(bare.median()),
                        COMMANDS,
                        fuzz.count());
    }

    private void starts(List<Budget> all) {
        var how = "start to exit, %d rounds".formatted(figures.get("run.aot").count());
        all.add(
                new Budget(
                        "`run -a model` with the AOT cache",
                        MOST,
                        1.5,
                        "s",
                        figures.get("run.aot"),
                        how));
        all.add(new Budget("the same without it", MOST, 3, "s", figures.get("run.plain"), how));
        all.add(
                new Budget(
                        "a further scenario",
                        MOST,
                        1,
                        "ms",
                        figures.get("run.further"),
                        "what level observed asks more than documented, and takes longer"));
    }

    private void wire(List<Budget> all) {
        var how = "JMH, lists of 1000, to a C program that answers at once";
        all.add(
                new Budget(
                        "process adapter, look-ups and updates of 8 bytes",
                        LEAST,
                        200_000,
                        COMMANDS,
                        figures.get("Wire.apply.elements"),
                        how));
        all.add(
                new Budget(
                        "process adapter, what `fuzz` generates",
                        LEAST,
                        200_000,
                        COMMANDS,
                        figures.get("Wire.apply.generated"),
                        how));
    }

    private void memory(List<Budget> all) {
        var heaps = figures.names("heap.").stream().skip(1).toList();
        var first = figures.get(heaps.getFirst());
        var last = figures.get(heaps.getLast());
        all.add(
                new Budget(
                        "heap after ten times as many commands",
                        MOST,
                        1.1,
                        "times",
                        last.over(first),
                        "%s bytes after %s, %s after %s"
                                .formatted(
                                        Budget.number(first.median()),
                                        count(heaps.getFirst()),
                                        Budget.number(last.median()),
                                        count(heaps.getLast()))));
        var written = figures.get("map.written");
        all.add(
                new Budget(
                        "a map of 4 GiB in the model, by what was written to it",
                        MOST,
                        2,
                        "times",
                        figures.get("map.heap").over(written),
                        "1000 elements of 4096 bytes, far from one another"));
    }

    private static String count(String name) {
        return Budget.number(Double.parseDouble(name.substring(name.indexOf('.') + 1)));
    }

    private void night(List<String> lines) {
        lines.add("");
        lines.add(
                "A thousand CPUs like this machine's, each with its share of a run, do in eight"
                        + " hours, as [at scale](scale.md) says how:");
        lines.add("%s on the syscall face of a live kernel,".formatted(night("fuzz.syscall")));
        lines.add("%s on its program face.".formatted(night("fuzz.program")));
    }

    private String night(String name) {
        double share = figures.get(name).median() / figures.get("cpus").median();
        double all = share * CPUS * SECONDS;
        return String.format(Locale.ROOT, "%.2g million million commands", all / 1e12);
    }

    private void parts(List<String> lines) {
        lines.add("");
        lines.add("## The parts");
        lines.add("");
        lines.add("| part | a second, median | spread |");
        lines.add("|---|---|---|");
        lines.add(part("system calls of the C loop", figures.get("twin.calls")));
        for (String start : List.of("Fuzzing.", "Codec.", "Wire.")) {
            figures.names(start).forEach(name -> lines.add(part(name, figures.get(name))));
        }
        lines.add("");
        lines.add(
                "`generate` makes lists, `generateStepCompare` judges them by the model as well,");
        lines.add(
                "both on all faces and on one each. The C loop does the system calls that a fuzz");
        lines.add(
                "run begins with, over and over, with its own bytes and on its own descriptors, and");
        lines.add("looks at no answer; a pass before shows that every result is what it was in");
        lines.add(
                "the fuzz run (%s others)."
                        .formatted(Budget.number(figures.get("twin.others").most())));
    }

    private static String part(String name, Samples samples) {
        return "| %s | %s | %s to %s |"
                .formatted(
                        name,
                        Budget.number(samples.median()),
                        Budget.number(samples.least()),
                        Budget.number(samples.most()));
    }

    private void machine(List<String> lines) {
        lines.add("");
        lines.add("## The machine");
        lines.add("");
        lines.add("| | |");
        lines.add("|---|---|");
        figures.facts().forEach((name, text) -> lines.add("| " + name + " | " + text + " |"));
    }
}
