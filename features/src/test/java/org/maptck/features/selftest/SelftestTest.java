package org.maptck.features.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.features.KnownKills;
import org.maptck.features.Suite;
import org.maptck.features.diagnosis.Signatures;
import org.maptck.reports.Level;
import org.maptck.reports.Rule;

/// Every known-bad implementation that is installed, against the rules as they are shipped.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelftestTest {

    private final Suite suite = Suite.bundled();
    private final List<KnownBad> installed = Selftest.installed();
    private Proof proof = new Proof(suite.catalogue(), List.of());

    @BeforeAll
    void run() {
        proof = new Selftest(suite, false, 2).run(installed, _ -> {});
    }

    @TestFactory
    Stream<DynamicTest> isCaughtByTheRuleThatItBreaks() {
        return proof.trials().stream()
                .map(trial ->
                        DynamicTest.dynamicTest(
                                trial.bad().name(),
                                () ->
                                        assertTrue(
                                                trial.caught(),
                                                () -> "killed by " + trial.rules())));
    }

    @Test
    void everyRuleIsProven() {
        assertEquals(List.of(), proof.unproven(Level.OBSERVED).stream().map(Rule::id).toList());
    }

    /// Where this fails: `maptck selftest --write features/src/main/resources`.
    @Test
    void theKillsThatAreShippedAreThoseThatAreSeen() {
        assertEquals(KnownKills.bundled().text(), proof.kills().text());
    }

    /// Where this fails: `maptck selftest --page docs/evidence.md`.
    @Test
    void thePageSaysWhatIsSeen() throws IOException {
        var shipped = Files.readString(Path.of("..", "docs", "evidence.md"));
        assertEquals(shipped, EvidencePage.of(proof, Mutants.bundled()));
    }

    @Test
    void everyMutantThatLivesHasItsReason() throws IOException {
        var unexplained =
                Mutants.bundled().survivors().stream().filter(one -> one.why().isEmpty()).toList();
        assertEquals(List.of(), unexplained);
    }

    @Test
    void theSignaturesThatAreShippedHoldTheRuleThatEachBreaks() {
        var broken = new TreeMap<String, String>();
        for (var kills : proof.kills().byRule().entrySet()) {
            kills.getValue().forEach(kill -> broken.put(kill.knownBad(), kills.getKey()));
        }
        var shipped = new TreeMap<String, String>();
        for (var signature : Signatures.bundled().all()) {
            var rule = broken.getOrDefault(signature.knownBad(), "no rule");
            shipped.put(signature.knownBad(), signature.rules().contains(rule) ? rule : "another");
        }
        assertEquals(broken, shipped);
    }

    @Test
    void namesAreUniqueAndInLowerCase() {
        var names = installed.stream().map(KnownBad::name).toList();
        assertEquals(names.size(), Set.copyOf(names).size());
        assertEquals(
                List.of(),
                names.stream().filter(n -> !n.matches("[a-z0-9]+(-[a-z0-9]+)*")).toList());
    }

    @Test
    void rulesThatAreSaidToBeBrokenExist() {
        var ids = suite.catalogue().rules().stream().map(Rule::id).collect(Collectors.toSet());
        var strange =
                installed.stream()
                        .filter(bad -> bad instanceof KnownBad.OfRule r && !ids.contains(r.rule()))
                        .map(KnownBad::name)
                        .toList();
        assertEquals(List.of(), strange);
    }

    @Test
    void thereAreManyOfThem() {
        assertTrue(installed.size() > 400, () -> installed.size() + " are installed");
    }
}
