package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HtmlPageTest {
    @TempDir private Path folder;

    private String page(Results results) throws IOException {
        Path file = new HtmlPage().render(results, folder);
        assertEquals(folder.resolve("index.html"), file);
        return Files.readString(file);
    }

    @Test
    void whatImplementationsSayIsShownAndNeverObeyed() throws IOException {
        String page = page(Example.results());
        assertFalse(page.contains("<script>alert"));
        assertFalse(page.contains("<img"));
        assertFalse(page.contains("<b>x"));
        assertFalse(page.contains("<i>"));
        assertFalse(page.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n'));
        assertFalse(page.contains("\u202e"));
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertTrue(page.contains("\\x1b[31m"));
    }

    @Test
    void nothingComesFromElsewhere() throws IOException {
        String page = page(Example.results());
        assertFalse(page.contains("http://") || page.contains("https://"));
        assertFalse(page.contains("src=\""));
        assertFalse(page.contains("<link"));
        assertFalse(page.contains("@import") || page.contains("url("));
    }

    @Test
    void everyRuleHasAnAnchorAndItsVerdicts() throws IOException {
        String page = page(Example.results());
        for (Rule rule : Example.header().catalogue().rules()) {
            assertTrue(page.contains("<article class=\"rule\" id=\"" + rule.id() + "\""));
        }
        assertTrue(page.contains("data-verdicts=\"0:pass 1:fail\""));
        assertTrue(page.contains("data-verdicts=\"0:expected-fail 1:unexpected-pass\""));
        assertTrue(page.contains("data-verdicts=\"0:not-applicable 1:inconclusive\""));
        assertTrue(page.contains("since Linux 3.19"));
        assertTrue(page.contains("<td>a|b"));
        assertTrue(page.contains("./maptck run -a linux array.delete --level observed"));
        assertTrue(page.contains("./maptck run -a linux -a &#39;process:"));
    }

    @Test
    void anIncompleteRunSaysSo() throws IOException {
        assertFalse(page(Example.results()).contains("INCOMPLETE"));
        var killed = new Results(Example.header(), Example.results().results(), false);
        assertTrue(page(killed).contains("<strong>INCOMPLETE</strong>"));
    }

    @Test
    void aRunOfNothingIsAPage() throws IOException {
        assertTrue(page(Example.of()).contains("nothing was run"));
    }
}
