package org.maptck.adapters.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;

class RecordingTest {
    private static final Command CREATE =
            new Command.Create(Handle.A, MapSpec.of(MapType.ARRAY, 8, 4));
    private static final Command CLOSE = new Command.Close(Handle.A);

    private static Recording recorded() {
        var model = new ReferenceModel(Platform.DEFAULT);
        var recording = Recording.of(model.identity(), Map.of("package", "none"));
        try (var recorder = new Recorder(model, recording)) {
            recorder.begin("rule/first");
            recorder.apply(CREATE);
            recorder.apply(CLOSE);
            recorder.reset();
        }
        return recording;
    }

    @Test
    void aFileHoldsWhatWasRecorded(@TempDir Path folder) throws IOException {
        var file = folder.resolve("some.jsonl.gz");
        recorded().write(file);
        assertEquals(recorded(), Recording.read(file));
        var expected =
                new Trace(
                        List.of(
                                new Trace.Entry(CREATE, new Outcome.Done()),
                                new Trace.Entry(CLOSE, new Outcome.Done())));
        assertEquals(Optional.of(expected), Recording.read(file).trace("rule/first"));
    }

    @Test
    void theRecordedAnswersAreGivenAgain() {
        try (var answers = new RecordedImplementation(recorded())) {
            answers.begin("rule/first");
            assertEquals(new Outcome.Done(), answers.apply(CREATE));
            assertEquals(new Outcome.Done(), answers.apply(CLOSE));
        }
    }

    @Test
    void whatWasNotRecordedHasNoAnswer() {
        try (var answers = new RecordedImplementation(recorded())) {
            answers.begin("rule/second");
            assertThrows(IllegalStateException.class, () -> answers.apply(CREATE));
            answers.begin("rule/first");
            assertThrows(IllegalStateException.class, () -> answers.apply(CLOSE));
        }
    }

    @Test
    void anotherFileIsNoRecording(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("other"), "{}");
        assertThrows(BadRecording.class, () -> Recording.read(file));
    }
}
