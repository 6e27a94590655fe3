package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/// What machines read obeys the schemas that those machines go by.
final class FormatsTest {
    private static final String RESULTS = "/org/maptck/reports/results.schema.json";
    private static final String SARIF = "/schema/sarif-schema-2.1.0.json";

    @TempDir private Path folder;

    private String text(Renderer renderer, Results results) throws IOException {
        return Files.readString(renderer.render(results, folder));
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(FormatsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> complaints(String schema, SpecificationVersion version, String json)
            throws IOException {
        return SchemaRegistry.withDefaultDialect(version)
                .getSchema(resource(schema), InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> ofResults(String json) throws IOException {
        return complaints(RESULTS, SpecificationVersion.DRAFT_2020_12, json);
    }

    private static List<String> ofSarif(String json) throws IOException {
        return complaints(SARIF, SpecificationVersion.DRAFT_7, json);
    }

    private static Results killed() {
        return new Results(
                Example.header(), List.of(Example.results().results().getFirst()), false);
    }

    @Test
    void theJsonObeysItsPublishedSchema() throws IOException {
        assertEquals(List.of(), ofResults(text(new JsonReport(), Example.results())));
        assertEquals(List.of(), ofResults(text(new JsonReport(), killed())));
    }

    @Test
    void theSchemaRefusesWhatItDoesNotDescribe() throws IOException {
        String json = text(new JsonReport(), Example.results());
        assertEquals(1, ofResults(json.replace("\"format\":1", "\"format\":2")).size());
        assertEquals(1, ofResults(json.replace("\"complete\":true", "\"complete\":1")).size());
        assertFalse(
                ofResults(json.replace("\"verdicts\":{", "\"verdicts\":{\"x\":\"y\",")).isEmpty());
    }

    @Test
    void theSarifFileObeysTheSchemaOfSarif() throws IOException {
        String sarif = text(new Sarif(), Example.results());
        assertEquals(List.of(), ofSarif(sarif));
        assertEquals(List.of(), ofSarif(text(new Sarif(), killed())));
        assertFalse(ofSarif(sarif.replace("\"2.1.0\"", "\"2.0.0\"")).isEmpty());
        assertEquals(3, sarif.split("\"ruleId\"", -1).length - 1);
        assertEquals(1, sarif.split("\"level\":\"error\"", -1).length - 1);
    }

    @Test
    void theJunitFileObeysTheCommonSchema() throws IOException, SAXException {
        validate(text(new JunitXml(), Example.results()));
        validate(text(new JunitXml(), killed()));
        validate(text(new JunitXml(), Example.of()));
        String xml = text(new JunitXml(), Example.results());
        assertThrows(SAXException.class, () -> validate(xml.replaceFirst(" errors=", " faults=")));
    }

    private static void validate(String xml) throws IOException, SAXException {
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.newSchema(FormatsTest.class.getResource("/junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    @Test
    void suitesAreNamedForGroupsOfRules() throws IOException {
        String xml = text(new JunitXml(), Example.results());
        assertTrue(xml.contains("<testsuite name=\"linux array.update\" tests=\"2\""));
        assertTrue(xml.contains("<testsuite name=\"linux array.program\" tests=\"1\""));
        assertTrue(
                xml.contains(
                        "<testcase name=\"array.delete/one\" classname=\"linux.array.delete\""));
    }

    @Test
    void theBadgeCountsWithItsDenominator() throws IOException {
        var linux = Example.results().results().getFirst();
        assertEquals(
                "{\"schemaVersion\":1,\"label\":\"BPF array maps\",\"message\":\"linux 1 of 3"
                        + " rules, process:./x '<script>alert(1)</script>' 0 of 3"
                        + " rules\",\"color\":\"brightgreen\"}\n",
                text(new Badge(), Example.of(linux)));
        assertTrue(text(new Badge(), Example.results()).contains("\"color\":\"red\""));
        assertTrue(text(new Badge(), killed()).contains("\"message\":\"incomplete: linux"));
    }
}
