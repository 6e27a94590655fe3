package org.maptck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a user gets for what a user types.
class CommandLineTest {
    private static final String GOOD =
            """
            Feature: mine
              @rule:my.rule @documented
              Rule: A map takes a value
                Source: me
                Scenario: it does
                  Given an array map of 2 elements of 8 bytes
                  When user space updates index 1 to pattern 3
                  Then user space sees pattern %s at index 1
            """;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream usual = System.err;

    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(usual);
    }

    private void ends(int code, String line, String... words) {
        said.reset();
        int got = Main.execute(words);
        var text = said.toString(StandardCharsets.UTF_8);
        assertEquals(code, got, text);
        assertTrue(text.contains(line), text);
        assertTrue(line.isEmpty() || text.lines().count() == 1, text);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /// Runs the rule above, which demands that pattern, with a baseline.
    private void endsWith(int code, String pattern, String baseline) throws IOException {
        var features = file("mine.feature", GOOD.formatted(pattern));
        var known = file("known.txt", baseline);
        ends(
                code,
                "",
                "run",
                "-a",
                "model",
                "--out",
                out(),
                "--features",
                features,
                "--baseline",
                known);
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    @Test
    void aModelThatConformsEndsWith0() {
        ends(0, "", "run", "-a", "model", "--out", out(), "array.update.noexist");
        assertTrue(Files.exists(folder.resolve("out/index.html")));
        assertTrue(Files.exists(folder.resolve("out/junit.xml")));
    }

    @Test
    void aDifferenceEndsWith1() throws IOException {
        endsWith(1, "4", "");
    }

    @Test
    void aDifferenceThatTheBaselineNamesEndsWith0() throws IOException {
        endsWith(0, "4", "# mine\nmy.rule  see elsewhere\n");
    }

    @Test
    void aPassThatTheBaselineNamesEndsWith1() throws IOException {
        endsWith(1, "3", "my.rule  see elsewhere\n");
    }

    @Test
    void aBaselineIsOfTheImplementationThatItSays() throws IOException {
        var features = file("mine.feature", GOOD.formatted("3"));
        var known = file("known.txt", "my.rule  forgets it\n");
        String[] run = {
            "run",
            "-a",
            "model",
            "-a",
            "faulty:update-forgotten",
            "--out",
            out(),
            "--features",
            features,
            "--baseline",
            "faulty:update-forgotten=" + known
        };
        ends(0, "", run);
        run[run.length - 1] = "model=" + known;
        ends(1, "", run);
        run[run.length - 1] = known;
        ends(64, "does not say whose, wanted ADAPTER=FILE with one of model, faulty:", run);
        ends(64, "a baseline is of one implementation", "baseline", "update", known, out());
        ends(0, "", "baseline", "update", known, out(), "-a", "model");
        assertEquals("", Files.readString(folder.resolve("known.txt")));
    }

    @Test
    void aBaselineLineThatNamesNothingEndsWith65() throws IOException {
        var baseline = file("known.txt", "no.such.rule  see elsewhere\n");
        ends(65, "'no.such.rule' is no rule", "run", "-a", "model", "--baseline", baseline);
    }

    @Test
    void aBaselineLineWithoutReasonEndsWith65() throws IOException {
        var baseline = file("known.txt", "\narray.zero\n");
        ends(
                65,
                "known.txt:2: 'array.zero' has no reason",
                "run",
                "-a",
                "model",
                "--baseline",
                baseline);
    }

    @Test
    void whatAnAdapterSaysSteersNoTerminalAndNoCi() throws IOException {
        var evil = file("evil", "printf '\\033[31m::error::owned\\n' >&2; echo nonsense\n");
        ends(69, "\\x1b[31m\\x3a:error::owned", "run", "-a", "process:sh " + evil, "--out", out());
    }

    @Test
    void anUnknownAdapterEndsWith69() {
        ends(69, "adapter 'nope' is of no known kind, wanted one of model", "run", "-a", "nope");
    }

    @Test
    void aSocketWithoutAServerEndsWith69() {
        ends(69, "does not start: ", "run", "-a", "unix:" + folder.resolve("none"));
        said.reset();
        ends(69, "does not start: ", "check", "unix:" + folder.resolve("none"));
    }

    @Test
    void aRequiredCapabilityThatIsNotDeclaredEndsWith1() {
        var adapter = "faulty:programs-hidden";
        ends(1, "does not declare program, which", "run", "-a", adapter, "--require", "program");
    }

    @Test
    void aRequiredCapabilityThatIsNoneEndsWith64() {
        ends(64, "--require: capability 'wings'", "run", "-a", "model", "--require", "wings");
    }

    @Test
    void aPlaceToListenAtThatIsNoneEndsWith64() {
        ends(64, "--listen 'port', wanted tcp:PORT", "serve", "-a", "model", "--listen", "port");
        said.reset();
        var blocked = "unix:" + folder.resolve("none/below");
        ends(64, "--listen " + blocked, "serve", "-a", "model", "--listen", blocked);
    }

    @Test
    void aKernelVersionThatIsNoneEndsWith69() {
        ends(69, "kernel version 'x', wanted two numbers", "run", "-a", "model:x");
    }

    @Test
    void aBrokenTagExpressionEndsWith64() {
        ends(64, "tag expression '@percpu and'", "run", "-a", "model", "--tags", "@percpu and");
    }

    @Test
    void aLevelThatIsNoneEndsWith64() {
        ends(64, "Invalid value for option '--level'", "run", "--level", "loud");
    }

    @Test
    void anUnknownReportEndsWith64BeforeAnythingRuns() {
        ends(
                64,
                "report 'pdf', wanted one of",
                "run",
                "-a",
                "model",
                "--out",
                out(),
                "--report",
                "pdf");
    }

    @Test
    void aSelectionThatMatchesNothingEndsWith66() {
        ends(66, "nothing matches level documented, ids no.such", "run", "-a", "model", "no.such");
    }

    @Test
    void aRunInWhichNothingAppliesEndsWith66() {
        ends(66, "", "run", "-a", "model", "--out", out(), "percpu.absent");
    }

    @Test
    void aBrokenFeatureEndsWith65() throws IOException {
        var features =
                file("mine.feature", "Feature: mine\n  Rule: x\n    Scenari: y\n      Given z\n");
        ends(65, "mine.feature", "run", "-a", "model", "--features", features);
    }

    @Test
    void aFeatureWithAnUnknownStepEndsWith65() throws IOException {
        var features =
                file("mine.feature", GOOD.formatted("3").replace("When user", "When no user"));
        ends(
                65,
                "is not one of the phrases",
                "run",
                "-a",
                "model",
                "--out",
                out(),
                "--features",
                features);
    }

    @Test
    void aRuleWithoutIdEndsWith65() throws IOException {
        var features = file("mine.feature", GOOD.formatted("3").replace("@rule:my.rule", ""));
        ends(65, "mine.feature:3: rule without id", "run", "-a", "model", "--features", features);
    }

    @Test
    void aFeatureFolderThatIsNotThereEndsWith65() {
        ends(65, "no such file or folder", "run", "--features", folder.resolve("none").toString());
    }

    @Test
    void anOutputFolderThatCannotBeEndsWith64() throws IOException {
        var blocked = file("file", "");
        ends(64, "cannot read or write", "run", "-a", "model", "--out", blocked + "/below");
    }

    @Test
    void whatChangedBetweenTwoKernelsEndsWith0() {
        ends(0, "", "profiles", "6.4", "6.5");
    }

    @Test
    void aKernelThatNobodyKnowsEndsWith64() {
        ends(64, "kernel version 9.1, wanted one from 3.19 to 7.3", "profiles", "6.4", "9.1");
    }

    @Test
    void aKernelBeforeArrayMapsEndsWith64() {
        ends(64, "kernel version 2.6, wanted one from 3.19 to 7.3", "profiles", "2.6", "6.4");
    }

    @Test
    void oneKernelAloneEndsWith64() {
        ends(64, "one kernel version, 6.4, wanted two or none", "profiles", "6.4");
    }

    @Test
    void resultsThatAreNotThereEndWith65() {
        ends(65, "no such file, wanted the results of a run", "report", folder.toString());
    }

    @Test
    void resultsThatAreNoneEndWith65() throws IOException {
        file("results.jsonl", "{\"no\":1}\n");
        ends(65, "results.jsonl:1: ", "report", folder.toString());
    }
}
