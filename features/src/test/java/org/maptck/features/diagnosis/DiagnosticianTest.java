package org.maptck.features.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maptck.features.Bads;
import org.maptck.features.Suite;
import org.maptck.features.SuiteRunner;
import org.maptck.model.Trace;
import org.maptck.reports.Diagnosis;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

class DiagnosticianTest {
    private static final Suite SUITE = Suite.bundled();
    private static final List<Signatures.Signature> KNOWN = Signatures.bundled().all();
    private static final Diagnostician DIAGNOSTICIAN = Diagnostician.bundled();

    private static Optional<Diagnosis> diagnosis(Set<String> failing) {
        var results =
                SUITE.scenarios().stream()
                        .map(scenario -> result(scenario.text().id(), failing))
                        .toList();
        return DIAGNOSTICIAN.of("subject", results);
    }

    private static Result result(String scenario, Set<String> failing) {
        return new Result(
                "subject",
                scenario,
                scenario,
                failing.contains(scenario) ? Verdict.FAIL : Verdict.PASS,
                "",
                Optional.empty(),
                Trace.EMPTY);
    }

    private static boolean names(Optional<Diagnosis> diagnosis, Signatures.Signature wanted) {
        return diagnosis.stream()
                .flatMap(it -> it.causes().stream())
                .anyMatch(cause -> cause.names().contains(wanted.knownBad()));
    }

    @Test
    void everyKnownBadImplementationIsNamedByWhatFailsOnIt() {
        var missed = new ArrayList<String>();
        for (var one : KNOWN) {
            var diagnosis = diagnosis(one.failing());
            if (!names(diagnosis, one) || diagnosis.orElseThrow().causes().size() > 1) {
                missed.add(one.knownBad());
            }
        }
        System.out.println("diagnosed: " + (KNOWN.size() - missed.size()) + " of " + KNOWN.size());
        assertEquals(List.of(), missed);
    }

    @Test
    void twoFaultsAtOnceAreMostlyBothNamed() {
        var random = new Random(1);
        int pairs = 200;
        int both = 0;
        for (int i = 0; i < pairs; i++) {
            var one = KNOWN.get(random.nextInt(KNOWN.size()));
            var other = KNOWN.get(random.nextInt(KNOWN.size()));
            var failing = new HashSet<>(one.failing());
            failing.addAll(other.failing());
            var diagnosis = diagnosis(failing);
            both += names(diagnosis, one) && names(diagnosis, other) ? 1 : 0;
        }
        int named = both;
        System.out.println("both faults named: " + named + " of " + pairs + " pairs");
        assertTrue(named >= 0.8 * pairs, () -> named + " of " + pairs);
    }

    @Test
    void whatIsLikeNothingIsNotDiagnosed() {
        var random = new Random(1);
        var scenarios =
                new ArrayList<>(SUITE.scenarios().stream().map(s -> s.text().id()).toList());
        for (int size : List.of(10, 20, 50, 100, 500, 1000)) {
            Collections.shuffle(scenarios, random);
            var some = Set.copyOf(scenarios.subList(0, size));
            assertEquals(Optional.empty(), diagnosis(some), () -> size + " scenarios");
        }
        assertEquals(Optional.empty(), diagnosis(Set.of()));
    }

    @Test
    void aRunOfAKnownBadImplementationNamesIt() {
        var part = SUITE.only(s -> s.rule().id().startsWith("array.update"));
        var bad = Bads.named("noexist-accepted");
        var results = new ArrayList<Result>();
        try (var implementation = bad.start().get()) {
            new SuiteRunner(part, "subject", implementation).run(results::add);
        }
        var cause = DIAGNOSTICIAN.of("subject", results).orElseThrow().causes().getFirst();
        assertTrue(cause.names().contains(bad.name()), cause::toString);
    }
}
