package org.maptck.adapters.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.adapters.spi.Limits;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Implementation;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

/// Every way in which an adapter can be wrong is noticed, and costs no more than it has to.
@Execution(ExecutionMode.CONCURRENT)
final class LiesTest {
    private static final Limits LONG = new Limits(Duration.ofSeconds(10), 1 << 20, 100);

    /// For those whose silence has to be waited for.
    private static final Limits SHORT = new Limits(Duration.ofSeconds(2), 1 << 20, 100);

    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Command CREATE =
            new Command.Create(Handle.A, MapSpec.of(MapType.ARRAY, 8, 4));
    private static final Outcome DONE = new Outcome.Done();

    /// What is started as a child: the model behind a server that lies.
    static final class Main {
        public static void main(String[] words) throws IOException, InterruptedException {
            var in = new FileInputStream(FileDescriptor.in);
            var out = new FileOutputStream(FileDescriptor.out);
            try (var model = new ReferenceModel(Platform.DEFAULT)) {
                if (words.length == 0) {
                    new Server(model).serve(in, out);
                    return;
                }
                int at = Integer.parseInt(words[1]);
                System.exit(
                        new LyingServer(model, Lie.valueOf(words[0]), at, System.err)
                                .serve(in, out));
            }
        }
    }

    private static String command(String words) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var place =
                System.getProperty("jdk.module.path", "")
                        + ":"
                        + System.getProperty("java.class.path");
        return "'%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s:target/classes:target/test-classes' '%s' %s"
                .formatted(java, place, Main.class.getName(), words);
    }

    private static Implementation open(String words) throws CannotOpen {
        boolean silent = words.startsWith("HANG") || words.startsWith("LATE");
        return new ProcessAdapter().open(command(words), silent ? SHORT : LONG);
    }

    @Test
    void anHonestAdapterIsSound() throws CannotOpen {
        try (var honest = open("")) {
            var lines = Checkup.of(honest, MOMENT);
            assertTrue(lines.stream().allMatch(Checkup.Line::ok), lines.toString());
            assertTrue(Checkup.verdict(lines).startsWith("the adapter is sound"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CRASH_AT_START", "NO_HELLO", "WRONG_VERSION"})
    void whatSaysNoGoodHelloDoesNotStart(Lie lie) {
        var why = assertThrows(CannotOpen.class, () -> open(lie + " 1").close());
        assertTrue(String.valueOf(why.getMessage()).startsWith("adapter 'process:"), why::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "exit 0, no answer to hello; it ended with status 0",
        "exit 9, no answer to hello; it ended with status 9",
        "echo ready, wanted JSON; it ended with status 0"
    })
    void whatEndsInsteadOfAHelloSaysItsStatus(String script, String end) {
        var words = "sh -c '" + script + "'";
        var why =
                assertThrows(
                        CannotOpen.class, () -> new ProcessAdapter().open(words, LONG).close());
        assertTrue(String.valueOf(why.getMessage()).endsWith(end), why::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "CRASH, its stderr ends: 'segmentation fault in the imagination",
        "HANG, no answer to apply within 2.0 s",
        "LATE, no answer to apply within 2.0 s",
        "WRONG_ARITY, a list of 2",
        "GARBAGE, wanted JSON",
        "NOT_UTF8, a line that is not UTF-8",
        "ENDLESS, a line of more than 1048576 bytes",
        "WRONG_ID, answered request 13 where apply is request 3",
        "ERROR, error -32603 to apply: not today"
    })
    void aLieCostsItsOwnScenarioAndNoOther(String lie, String evidence) throws CannotOpen {
        try (var liar = open(lie + " 2")) {
            assertEquals(DONE, liar.apply(CREATE));
            var why = assertThrows(NoAnswer.class, () -> liar.apply(CREATE));
            assertTrue(String.valueOf(why.getMessage()).contains(evidence), why::toString);
            assertThrows(NoAnswer.class, () -> liar.apply(CREATE));
            liar.reset();
            if (!lie.equals("ERROR")) {
                assertEquals(DONE, liar.apply(CREATE));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TWICE", "FLOOD", "DIES_BETWEEN"})
    void aLieAfterTheAnswerIsNoticedByTheNext(Lie lie) throws CannotOpen {
        try (var liar = open(lie + " 1")) {
            assertEquals(DONE, liar.apply(CREATE));
            assertThrows(NoAnswer.class, () -> liar.apply(CREATE));
            liar.reset();
            assertEquals(DONE, liar.apply(CREATE));
        }
    }

    @Test
    void whatDiedBetweenTwoScenariosCostsNone() throws CannotOpen {
        try (var liar = open("DIES_BETWEEN 1")) {
            for (int scenario = 0; scenario < 3; scenario++) {
                assertEquals(DONE, liar.apply(CREATE));
                liar.reset();
            }
        }
    }

    @Test
    void aFloodOnStderrHarmsNothing() throws CannotOpen {
        try (var liar = new ProcessAdapter().open(command("FLOOD_STDERR 1"), Limits.USUAL)) {
            assertEquals(DONE, liar.apply(CREATE));
        }
    }

    @Test
    void itIsNotStartedAnewForEver() throws CannotOpen {
        try (var liar =
                new ProcessAdapter()
                        .open(command("CRASH 1"), new Limits(Duration.ofSeconds(10), 1 << 20, 2))) {
            for (int scenario = 0; scenario < 3; scenario++) {
                assertThrows(NoAnswer.class, () -> liar.apply(CREATE));
                liar.reset();
            }
            var why = assertThrows(NoAnswer.class, () -> liar.apply(CREATE));
            assertTrue(String.valueOf(why.getMessage()).startsWith("not asked"), why::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CRASH_AT_START", "NO_HELLO", "WRONG_VERSION", "FLOOD_STDERR"},
            mode = EnumSource.Mode.EXCLUDE)
    void theCheckupBlamesTheAdapter(Lie lie) throws CannotOpen {
        try (var liar = open(lie + " 1")) {
            var lines = Checkup.of(liar, MOMENT);
            var verdict = Checkup.verdict(lines);
            assertTrue(verdict.startsWith("the adapter is at fault"), verdict + lines);
        }
    }

    @Test
    void nothingIsLeftOfWhatAnAdapterStarted() throws CannotOpen {
        var words = "sh -c \"sleep 1000 & exec " + command("HANG 1") + "\"";
        try (var liar = new ProcessAdapter().open(words, SHORT)) {
            var sleeper = running("sleep 1000");
            var adapter = sleeper.parent().orElseThrow();
            assertThrows(NoAnswer.class, () -> liar.apply(CREATE));
            assertFalse(adapter.isAlive());
            assertTimeoutPreemptively(LONG.timeout(), () -> awaitEnd(sleeper));
        }
    }

    /// The one process with those words that was started here.
    private static ProcessHandle running(String words) {
        var found =
                ProcessHandle.current()
                        .descendants()
                        .filter(process -> line(process).endsWith(words))
                        .toList();
        assertEquals(1, found.size(), found::toString);
        return found.getFirst();
    }

    private static void awaitEnd(ProcessHandle process) {
        while (!line(process).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    /// Its words; none once it has ended, even if nobody has asked for its status yet.
    private static String line(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }
}
