package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maptck.features.fuzz.Agreement;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Outcome;
import org.maptck.model.Profile;
import org.maptck.model.Step;
import org.maptck.model.Version;
import org.maptck.model.reference.ReferenceModel;

/// What kernels answered before each change of behaviour, where a recorded one answers otherwise:
/// `older.txt`, a line for each kind of command and answer. None of them is recorded; the list was
/// read against what [Behaviour] tells of them, with its sources.
class OlderKernelsTest {
    private static final String FILE = "/older.txt";
    private static final String BAR = " | ";

    private static String kernel(Behaviour behaviour) {
        return behaviour.since().atLeast(new Version(6, 19)) ? "7.3" : "6.18";
    }

    private static ReferenceModel without(Behaviour behaviour) {
        var platform = RecordedKernel.named(kernel(behaviour)).platform();
        return new ReferenceModel(platform, Profile.of(platform.kernel()).without(behaviour));
    }

    @Test
    void eachAnsweredOtherwiseBefore() throws IOException {
        var lines = listed();
        assertTrue(lines.size() > 60, lines.size() + " lines");
        for (String line : lines) {
            var fields = line.split(" \\| ", -1);
            var behaviour = Behaviour.valueOf(fields[0]);
            var traces = RecordedKernel.named(kernel(behaviour)).traces();
            var trace = Objects.requireNonNull(traces.get(fields[1]), fields[1]);
            try (var model = without(behaviour)) {
                var difference = Agreement.difference(model, trace);
                assertEquals(
                        fields[2],
                        difference.map(OlderKernelsTest::placed).orElse("the same"),
                        line);
            }
        }
    }

    private static List<String> listed() throws IOException {
        try (var in = OlderKernelsTest.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /// Writes the list anew, to be read again.
    public static void main(String... file) throws IOException {
        var lines = new ArrayList<String>();
        for (Behaviour behaviour : Behaviour.values()) {
            var kernel = RecordedKernel.named(kernel(behaviour));
            Set<String> known = new LinkedHashSet<>();
            try (var model = without(behaviour);
                    var today = new ReferenceModel(kernel.platform())) {
                kernel.traces()
                        .forEach((id, trace) -> {
                            model.reset();
                            today.reset();
                            Agreement.difference(model, trace)
                                    .filter(_ -> Agreement.difference(today, trace).isEmpty())
                                    .filter(difference -> known.add(words(difference)))
                                    .map(OlderKernelsTest::placed)
                                    .ifPresent(
                                            words -> lines.add(behaviour + BAR + id + BAR + words));
                        });
            }
        }
        Files.write(Path.of(file[0]), lines);
    }

    private static String placed(Agreement.Difference difference) {
        return difference.before().entries().size() + " before, " + words(difference);
    }

    private static String words(Agreement.Difference difference) {
        return words(difference.entry().command())
                + " gives "
                + words(difference.permitted().example())
                + " instead of "
                + words(difference.entry().outcome());
    }

    private static String words(Command command) {
        return switch (command) {
            case Command.Deprived c -> "deprived " + words(c.inner());
            case Command.Enveloped c -> "enveloped " + words(c.inner());
            case Command.Run c -> "Run of " + kinds(c.steps());
            default -> command.getClass().getSimpleName();
        };
    }

    private static String kinds(List<Step> steps) {
        var names = new LinkedHashSet<String>();
        steps.forEach(step -> names.add(step.getClass().getSimpleName()));
        return String.join(" and ", names);
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var errno) -> errno.name();
            case Outcome.Batched batched when batched.refusal().isPresent() ->
                    batched.refusal().get().name();
            case Outcome.Informed told when told.refusal().isPresent() ->
                    told.refusal().get().name();
            case Outcome.Informed told -> told.length() + " bytes";
            case Outcome.Filled filled when filled.refusal().isPresent() ->
                    filled.refusal().get().name();
            default -> outcome.getClass().getSimpleName();
        };
    }
}
