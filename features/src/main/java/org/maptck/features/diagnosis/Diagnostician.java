package org.maptck.features.diagnosis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maptck.features.KnownKills;
import org.maptck.reports.Diagnosis;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// Compares what failed with what fails on known-bad implementations.
public record Diagnostician(List<Signatures.Signature> known, KnownKills kills) {
    private static final int MOST_CAUSES = 3;

    /// The share of a cause's failures that must be among those to explain.
    private static final double TRUE_SHARE = 0.8;

    /// How like both sets of failures must be: those in both, of those in either.
    private static final double LIKE = 0.75;

    public Diagnostician {
        known = List.copyOf(known);
    }

    /// The one that comes with the kit.
    public static Diagnostician bundled() {
        return new Diagnostician(Signatures.bundled().all(), KnownKills.bundled());
    }

    /// What the failures of an implementation look like; nothing where nothing is close.
    public Optional<Diagnosis> of(String implementation, List<Result> results) {
        var failing = new HashSet<String>();
        var asked = new HashSet<String>();
        for (Result result : results) {
            boolean failed = result.verdict() == Verdict.FAIL;
            if (result.implementation().equals(implementation)
                    && (failed || result.verdict() == Verdict.PASS)) {
                asked.add(result.scenario());
                if (failed) {
                    failing.add(result.scenario());
                }
            }
        }
        return failing.isEmpty() ? Optional.empty() : of(implementation, failing, asked);
    }

    private Optional<Diagnosis> of(String implementation, Set<String> failing, Set<String> asked) {
        var candidates =
                known.stream()
                        .map(one -> new Candidate(one.knownBad(), both(one.failing(), asked)))
                        .filter(one -> explains(one, failing))
                        .toList();
        var chosen = choose(candidates, failing);
        var covered = union(chosen);
        if (likeness(covered, failing) < LIKE) {
            return Optional.empty();
        }
        var causes = chosen.stream().map(one -> cause(one, candidates)).toList();
        return Optional.of(
                new Diagnosis(
                        implementation, causes, both(covered, failing).size(), failing.size()));
    }

    /// A known-bad implementation and which of the scenarios that were asked fail on it.
    private record Candidate(String name, Set<String> failing) {}

    private static boolean explains(Candidate one, Set<String> failing) {
        return !one.failing().isEmpty()
                && both(one.failing(), failing).size() >= TRUE_SHARE * one.failing().size();
    }

    /// Whichever makes the explanation most like what is seen, one after the other, as long as it
    /// gets better; then without those that turned out to be needless.
    private static List<Candidate> choose(List<Candidate> candidates, Set<String> failing) {
        var chosen = new ArrayList<Candidate>();
        while (chosen.size() <= MOST_CAUSES) {
            double before = likeness(union(chosen), failing);
            Optional<Candidate> best = Optional.empty();
            for (Candidate one : candidates) {
                double with = likeness(union(chosen, one), failing);
                if (with > before) {
                    before = with;
                    best = Optional.of(one);
                }
            }
            if (best.isEmpty()) {
                break;
            }
            chosen.add(best.get());
        }
        return needed(chosen, failing);
    }

    private static List<Candidate> needed(List<Candidate> chosen, Set<String> failing) {
        var needed = new ArrayList<>(chosen);
        for (Candidate one : chosen) {
            var others = needed.stream().filter(other -> !other.equals(one)).toList();
            if (likeness(union(others), failing) >= likeness(union(needed), failing)) {
                needed.remove(one);
            }
        }
        return needed.stream().limit(MOST_CAUSES).toList();
    }

    private static Set<String> union(List<Candidate> chosen, Candidate... more) {
        var all = new HashSet<String>();
        chosen.forEach(one -> all.addAll(one.failing()));
        List.of(more).forEach(one -> all.addAll(one.failing()));
        return all;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private static double likeness(Set<String> some, Set<String> others) {
        int both = both(some, others).size();
        return (double) both / (some.size() + others.size() - both);
    }

    private Diagnosis.Cause cause(Candidate chosen, List<Candidate> candidates) {
        var names =
                candidates.stream()
                        .filter(one -> one.failing().equals(chosen.failing()))
                        .map(Candidate::name)
                        .toList();
        for (var rule : kills.byRule().entrySet()) {
            for (var kill : rule.getValue()) {
                if (kill.knownBad().equals(names.getFirst())) {
                    return new Diagnosis.Cause(names, rule.getKey(), kill.what());
                }
            }
        }
        throw new IllegalStateException("no rule kills " + names.getFirst());
    }
}
