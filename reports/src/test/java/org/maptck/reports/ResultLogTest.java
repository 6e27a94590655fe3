package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultLogTest {
    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve(ResultLog.NAME);
    }

    private void write(Results results) throws IOException {
        try (var log = ResultLog.create(file, results.header())) {
            for (Result result : results.results()) {
                log.append(result);
            }
            if (results.complete()) {
                log.finish();
            }
        }
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        write(Example.results());
        assertEquals(Example.results(), ResultLog.read(file));
        assertEquals(List.of("results.jsonl"), Arrays.asList(folder.toFile().list()));
    }

    @Test
    void subjectsKeepTheirOrder() throws IOException {
        write(Example.results());
        assertEquals(
                List.of("linux", Example.HOSTILE),
                List.copyOf(ResultLog.read(file).header().subjects().keySet()));
    }

    @Test
    void everyResultIsInTheFileAtOnce() throws IOException {
        try (var log = ResultLog.create(file, Example.header())) {
            log.append(Example.results().results().getFirst());
            assertEquals(Example.results().results().subList(0, 1), ResultLog.read(file).results());
        }
    }

    @Test
    void aLogCutAtAnyByteReadsAsAnIncompleteRun() throws IOException {
        var results = Example.of(Example.results().results().get(5));
        write(results);
        byte[] whole = Files.readAllBytes(file);
        int header = 1 + indexOfLineEnd(whole);
        for (int length = header; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            var read = ResultLog.read(file);
            assertFalse(read.complete());
            int count = read.results().size();
            assertEquals(results.results().subList(0, count), read.results());
        }
    }

    private static int indexOfLineEnd(byte[] bytes) {
        int position = 0;
        while (bytes[position] != '\n') {
            position++;
        }
        return position;
    }

    @Test
    void aLastLineThatLacksNothingButItsEndCounts() throws IOException {
        write(Example.results());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertTrue(ResultLog.read(file).complete());
    }

    @Test
    void aFooterThatCountsOtherwiseIsRefused() throws IOException {
        write(Example.results());
        var lines = Files.readAllLines(file);
        lines.remove(1);
        Files.write(file, lines);
        refuses(
                11,
                "end an object, wanted the counts of the lines before it: {\"pass\":4,"
                        + "\"not-applicable\":1,\"expected-fail\":1,\"inconclusive\":1,"
                        + "\"unexpected-pass\":1,\"fail\":1}");
    }

    @Test
    void aLineThatIsNoResultIsRefused() throws IOException {
        write(Example.results());
        var lines = Files.readAllLines(file);
        lines.set(2, lines.get(2).replace("\"pass\"", "\"good\""));
        Files.write(file, lines);
        refuses(
                3,
                "result.verdict 'good', wanted one of [pass, not-applicable, expected-fail, "
                        + "inconclusive, unexpected-pass, fail]");
    }

    @Test
    void nothingComesAfterTheFooter() throws IOException {
        write(Example.results());
        Files.writeString(file, Files.readString(file) + "{}\n");
        refuses(13, "an object, wanted nothing after the end");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.writeString(file, "");
        refuses(1, "no line, wanted a header");
    }

    private void refuses(int line, String complaint) {
        var bad = assertThrows(BadResults.class, () -> ResultLog.read(file));
        assertEquals(file + ":" + line + ": " + complaint, bad.getMessage());
    }
}
