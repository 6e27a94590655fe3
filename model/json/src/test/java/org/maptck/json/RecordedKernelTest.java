package org.maptck.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Outcome;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;

/// The model against what a real kernel answered, in scenarios and on random walks. The recording
/// is made by `maptck record -a linux --walks 1500 -o FILE`.
class RecordedKernelTest {
    private static final Recording RECORDING = recording();

    /// Finding 11, `program.frozen.load-several`: so many of the traces end in it.
    private static final int OF_THE_FINDING = 14;

    @Test
    void theModelPermitsWhatTheKernelAnswered() {
        int findings = 0;
        try (var model = new ReferenceModel(RECORDING.identity().platform())) {
            for (Trace trace : RECORDING.traces()) {
                model.reset();
                findings += endsInFinding(model, trace) ? 1 : 0;
            }
        }
        assertEquals(OF_THE_FINDING, findings);
    }

    /// Whether the kernel broke its own rule, after which both go different ways.
    private static boolean endsInFinding(ReferenceModel model, Trace trace) {
        for (Trace.Entry entry : trace.entries()) {
            var permitted = model.step(entry.command());
            if (entry.outcome() instanceof Outcome.Unsupported) {
                return false;
            }
            if (!permitted.permits(entry.outcome())) {
                assertTrue(
                        isFinding(trace, entry),
                        () -> entry + ", permitted " + permitted.example());
                return true;
            }
            model.settle(entry.outcome());
        }
        return false;
    }

    private static boolean isFinding(Trace trace, Trace.Entry entry) {
        return entry.command() instanceof Command.Run
                && entry.outcome().equals(new Outcome.Refused(Errno.ENOTSUPP))
                && trace.commands().stream().anyMatch(c -> c instanceof Command.Freeze)
                && trace.commands().stream().anyMatch(RecordedKernelTest::readOnlyForPrograms);
    }

    private static boolean readOnlyForPrograms(Command command) {
        return command instanceof Command.Create(_, var spec, _)
                && (spec.flags() & Flags.RDONLY_PROG) != 0;
    }

    @Test
    void theRecordingIsWorthTheName() {
        var traces = RECORDING.traces();
        assertTrue(traces.size() > 3000, () -> traces.size() + " traces");
        assertTrue(traces.stream().mapToInt(trace -> trace.entries().size()).sum() > 50_000);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var some = new Recording(RECORDING.identity(), RECORDING.traces().subList(0, 20));
        var out = new ByteArrayOutputStream();
        some.write(out);
        assertEquals(some, Recording.read(new ByteArrayInputStream(out.toByteArray())));
    }

    private static Recording recording() {
        var in = RecordedKernelTest.class.getResourceAsStream("/linux-6.18.jsonl.gz");
        try {
            return Recording.read(Objects.requireNonNull(in));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
