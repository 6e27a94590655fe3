package org.maptck.adapters.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

/// Every sample of `docs/protocol.md` is what a server of the model says, and obeys the schema.
final class ProtocolPageTest {
    private static final Path PAGE = Path.of("../../docs/protocol.md");
    private static final Path SCHEMA =
            Path.of("../../model/json/src/main/resources/org/maptck/json/protocol.schema.json");
    private static final Pattern BLOCK = Pattern.compile("(?s)```json\\n(.*?)```");
    private static final Pattern DO = Pattern.compile("\"do\":\"([a-z-]+)\"");
    private static final Pattern DEFINED = Pattern.compile("\"(?:command|step)\\.([a-z-]+)\": \\{");
    private static final List<String> WRONG_ON_PURPOSE =
            List.of("dance", "sing", "[{\"do\":\"lookup\",\"map\":\"A\"}]", "{\"id\":8}", "what?");

    private static List<String> lines() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    }

    @Test
    void theModelSaysWhatThePageSays() throws IOException {
        var page = lines();
        var said = new ArrayList<String>();
        try (var model = new ReferenceModel(Platform.DEFAULT)) {
            var server = new Server(model);
            for (int i = 0; i < page.size(); i += 2) {
                said.add(page.get(i));
                said.add(server.answer(page.get(i)));
            }
        }
        assertEquals(page, said);
    }

    @Test
    void everySampleObeysTheSchemaButThoseThatAreWrongOnPurpose() throws IOException {
        var schema = schema();
        for (String line : lines()) {
            boolean wrong = WRONG_ON_PURPOSE.stream().anyMatch(line::contains);
            boolean request = !line.contains("\"result\"") && !line.contains("\"error\"");
            boolean json = line.startsWith("{");
            boolean obeys = json && schema.validate(line, InputFormat.JSON).isEmpty();
            assertEquals(!(wrong && request), obeys, line);
        }
    }

    @Test
    void thePageShowsEveryCommandAndStep() throws IOException {
        var shown = lines().stream().flatMap(line -> DO.matcher(line).results());
        var defined = DEFINED.matcher(Files.readString(SCHEMA)).results();
        var names = shown.map(found -> found.group(1)).collect(Collectors.toSet());
        var missing =
                new TreeSet<>(defined.map(found -> found.group(1)).collect(Collectors.toSet()));
        assertTrue(missing.size() > 40, missing.toString());
        missing.removeAll(names);
        assertEquals(new TreeSet<String>(), missing);
    }
}
