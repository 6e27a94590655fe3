package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Several fuzz runs as one: what they did together, each kind of difference once, and the inputs
/// that none of them tried.
public final class FuzzSum {
    private final Map<String, FuzzResult> runs;

    /// @param runs by their folders, at least one
    public FuzzSum(Map<String, FuzzResult> runs) {
        this.runs = new LinkedHashMap<>(runs);
    }

    private record Part(long seed, int shard) {}

    /// One line of figures, the differences, the runs that were cut short, the parts that were done
    /// twice, and the cells that are empty in all runs.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(headline());
        kinds().forEach((kind, files) -> lines.add(line(kind, files)));
        runs.forEach((folder, run) -> {
            if (!run.answered()) {
                lines.add("  no answer  " + folder + ": " + run.address());
            }
        });
        twice().forEach(folder -> lines.add("  done twice " + folder + ": same seed and shard"));
        lines.add(cells());
        empty().forEach(cell -> lines.add("  empty      " + cell));
        return lines;
    }

    private String headline() {
        double seconds = sum(FuzzResult::milliseconds) / 1e3;
        return String.format(
                Locale.ROOT,
                "%d runs, %d commands in %d lists in %.1f s of work, %.0f a second, %d %s",
                runs.size(),
                sum(FuzzResult::commands),
                sum(FuzzResult::lists),
                seconds,
                seconds == 0 ? 0 : sum(FuzzResult::commands) / seconds,
                found(),
                found() == 1 ? "difference" : "differences");
    }

    private long sum(ToLongFunction<FuzzResult> figure) {
        return runs.values().stream().mapToLong(figure).sum();
    }

    private long found() {
        return sum(run -> run.differences().size());
    }

    /// Where each kind of difference was kept: the same kind of command, and the same likeliest
    /// rule.
    private Map<String, List<String>> kinds() {
        var kinds = new LinkedHashMap<String, List<String>>();
        runs.forEach((folder, run) -> {
            for (var kept : run.differences()) {
                var rule = kept.rules().stream().findFirst().orElse("no rule");
                kinds.computeIfAbsent(rule + ", " + kept.command(), _ -> new ArrayList<>())
                        .add(folder + "/" + kept.file());
            }
        });
        return kinds;
    }

    private static String line(String kind, List<String> files) {
        return "  differs    " + kind + ": " + files.size() + " times, " + files.getFirst();
    }

    private List<String> twice() {
        var seen = new LinkedHashSet<Part>();
        return runs.entrySet().stream()
                .filter(it -> !seen.add(new Part(it.getValue().seed(), it.getValue().shard())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String cells() {
        long all = runs.values().stream().mapToLong(FuzzResult::cells).max().orElse(0);
        return "%d of %d cells of the input lattice, %d empty in all runs"
                .formatted(all - empty().size(), all, empty().size());
    }

    private Set<String> empty() {
        Set<String> cells = new LinkedHashSet<>(runs.values().iterator().next().empty());
        runs.values().forEach(run -> cells.retainAll(Set.copyOf(run.empty())));
        return cells;
    }

    /// Whether some run found a difference.
    public boolean differs() {
        return found() > 0;
    }

    /// Whether every run got answers to its end.
    public boolean complete() {
        return runs.values().stream().allMatch(FuzzResult::answered);
    }
}
