package org.maptck.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maptck.model.Capability;
import org.maptck.model.Errno;
import org.maptck.model.MapType;
import org.maptck.model.Oddity;

/// The published schema describes what the codec writes: all of it, and nothing else.
final class SchemaTest {
    private static final Pattern DO = Pattern.compile("^\\{\"do\":\"([a-z-]+)\"");

    private static String text() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Json.class.getResourceAsStream("protocol.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The schema of the values of that definition.
    private static Schema of(String definition) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        text().replaceFirst(
                                        "\"anyOf\": \\[.*],",
                                        "\"\\$ref\": \"#/\\$defs/" + definition + "\","),
                        InputFormat.JSON);
    }

    private static void describes(String definition, Collection<String> samples)
            throws IOException {
        var schema = of(definition);
        for (String sample : samples) {
            assertEquals(List.of(), schema.validate(sample, InputFormat.JSON), sample);
            if (sample.startsWith("{")) {
                var more = "{\"more\":1," + sample.substring(1);
                assertFalse(schema.validate(more, InputFormat.JSON).isEmpty(), more);
            }
        }
    }

    private static void hasADefinitionEach(String kind, Collection<String> samples)
            throws IOException {
        var done =
                samples.stream()
                        .flatMap(sample -> DO.matcher(sample).results())
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(done, found("\"" + kind + "\\.([a-z-]+)\": \\{"));
        assertEquals(done, found("defs/" + kind + "\\.([a-z-]+)\""));
    }

    private static Set<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyCommandIsDescribed() throws IOException {
        describes("command", Samples.commands().keySet());
        hasADefinitionEach("command", Samples.commands().keySet());
    }

    @Test
    void everyStepIsDescribed() throws IOException {
        describes("step", Samples.steps().keySet());
        hasADefinitionEach("step", Samples.steps().keySet());
    }

    @Test
    void everyOutcomeIsDescribed() throws IOException {
        describes("outcome", Samples.outcomes().keySet());
    }

    @Test
    void everyPartIsDescribed() throws IOException {
        describes("input", Samples.inputs().keySet());
        describes("output", Samples.outputs().keySet());
        describes("operand", Samples.operands().keySet());
    }

    @Test
    void everyWordIsDescribed() throws IOException {
        var errnos = of("errno");
        for (Errno errno : Errno.values()) {
            assertEquals(List.of(), errnos.validate("\"" + errno + "\"", InputFormat.JSON));
        }
        var capabilities = of("capability");
        for (Capability capability : Capability.values()) {
            assertEquals(
                    List.of(),
                    capabilities.validate("\"" + capability.id() + "\"", InputFormat.JSON));
        }
        var oddities = of("oddity");
        for (Oddity oddity : Oddity.values()) {
            assertEquals(List.of(), oddities.validate("\"" + oddity.id() + "\"", InputFormat.JSON));
        }
        var types = of("mapType");
        for (MapType type : MapType.values()) {
            assertEquals(List.of(), types.validate(Words.TYPE.encode(type), InputFormat.JSON));
        }
    }
}
