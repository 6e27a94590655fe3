package org.maptck.adapters.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final Map<String, Trace> TRACES = new TreeMap<>();
    private static final Recording RECORDING = recording();

    /// Rules that this kernel breaks, see the baseline of Linux 6.18.
    private static final List<String> BROKEN =
            List.of("program.frozen.load-several", "percpu.inner.lookup", "iterator.access");

    @Test
    void theModelPermitsWhatTheKernelAnswered() {
        var broken = new TreeSet<String>();
        try (var model = new ReferenceModel(RECORDING.identity().platform())) {
            TRACES.forEach((id, trace) -> {
                model.reset();
                if (breaksRule(model, id, trace)) {
                    broken.add(id.startsWith(Recording.WALK) ? BROKEN.getFirst() : rule(id));
                }
            });
        }
        assertEquals(new TreeSet<>(BROKEN), broken);
    }

    /// Whether the kernel broke a rule of its own, after which both go different ways.
    private static boolean breaksRule(ReferenceModel model, String id, Trace trace) {
        for (Trace.Entry entry : trace.entries()) {
            var permitted = model.step(entry.command());
            if (entry.outcome() instanceof Outcome.Unsupported) {
                return false;
            }
            if (!permitted.permits(entry.outcome())) {
                assertTrue(
                        BROKEN.contains(rule(id)) || loadsFromFrozen(trace, entry),
                        () -> id + ": " + entry + ", permitted " + permitted.example());
                return true;
            }
            model.settle(entry.outcome());
        }
        return false;
    }

    private static String rule(String id) {
        return id.substring(0, id.indexOf('/'));
    }

    private static boolean loadsFromFrozen(Trace trace, Trace.Entry entry) {
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
        assertTrue(TRACES.size() > 3000, () -> TRACES.size() + " traces");
        assertTrue(TRACES.values().stream().mapToInt(t -> t.entries().size()).sum() > 50_000);
    }

    private static Recording recording() {
        try {
            var recording = Recording.read(Path.of("recordings", "6.18.jsonl.gz"));
            for (String id : recording.lines().keySet()) {
                TRACES.put(id, recording.trace(id).orElseThrow());
            }
            return recording;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
