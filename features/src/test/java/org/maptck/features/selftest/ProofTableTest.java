package org.maptck.features.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.features.Bads;
import org.maptck.features.Suite;
import org.maptck.features.SuiteReader;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

class ProofTableTest {
    private static final String RULES =
            """
            Feature: Small

              @rule:small.zero @documented
              Rule: Elements are zero
                Source: nowhere

                Scenario: a new map is zeros
                  Given an array map of 2 elements of 8 bytes
                  Then every element of the map is zeros
                  When user space updates index 0 to pattern 1
                  Then user space sees pattern 1 at index 0

              @rule:small.delete @observed
              Rule: Nothing is deleted
                Source: nowhere

                Scenario: a deletion is refused
                  Given an array map of 2 elements of 8 bytes
                  When user space deletes index 0
                  Then it is refused
                  And every element of the map is zeros
            """;

    private static final Suite SUITE = SuiteReader.read(Map.of("small.feature", RULES));

    private static Implementation right() {
        return new ReferenceModel(Platform.DEFAULT);
    }

    private static KnownBad installed(String name, String rule) {
        return new KnownBad.OfRule(name, rule, "is wrong", "", Bads.named(name).start());
    }

    private static List<String> lines(KnownBad... all) {
        var proof = new Selftest(SUITE, false, 1).run(List.of(all), _ -> {});
        return Stream.of(ProofTable.trials(proof), ProofTable.rules(proof))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void whatIsKilledByItsRuleIsProof() {
        assertEquals(
                List.of(
                        "small.delete  1 scenario",
                        "  delete-succeeds                   killed by 1 scenario",
                        "",
                        "1 known-bad implementations, 1 caught, 0 not",
                        "2 rules, 1 proven",
                        "  unproven: small.zero (documented)"),
                lines(installed("delete-succeeds", "small.delete")));
    }

    @Test
    void whatAnotherRuleKillsSurvivesItsOwn() {
        assertEquals(
                List.of(
                        "small.zero  1 scenario",
                        "  delete-succeeds                   SURVIVES its rule, killed by"
                                + " small.delete",
                        "",
                        "1 known-bad implementations, 0 caught, 1 not",
                        "2 rules, 1 proven",
                        "  unproven: small.zero (documented)"),
                lines(installed("delete-succeeds", "small.zero")));
    }

    @Test
    void whatIsRightSurvives() {
        assertEquals(
                List.of(
                        "small.zero  1 scenario",
                        "  right                             SURVIVES every scenario",
                        "",
                        "1 known-bad implementations, 0 caught, 1 not",
                        "2 rules, 0 proven",
                        "  unproven: small.zero (documented)",
                        "  unproven: small.delete (observed)"),
                lines(new KnownBad.OfRule("right", "small.zero", "", "", ProofTableTest::right)));
    }

    @Test
    void aLiarThatPassesIsNamedWithWhatItPasses() {
        assertEquals(
                "  right                             SURVIVES: passes 2 of 2 scenarios:"
                        + " small.zero/a-new-map-is-zeros, small.delete/a-deletion-is-refused",
                lines(new KnownBad.Liar("right", "", ProofTableTest::right)).getFirst());
    }

    @Test
    void anAnswerThatDoesNotComeIsNoPass() {
        assertEquals(
                "  crash                             gave no answer in 2 scenarios",
                lines(new KnownBad.Crasher("crash", "", ProofTableTest::crashing)).getFirst());
    }

    private static Implementation crashing() {
        return new Crashing(right());
    }

    private record Crashing(Implementation right) implements Implementation {
        @Override
        public Identity identity() {
            return right.identity();
        }

        @Override
        public Outcome apply(Command command) {
            throw new IllegalStateException("crashed");
        }

        @Override
        public void reset() {
            right.reset();
        }

        @Override
        public void close() {
            right.close();
        }
    }
}
