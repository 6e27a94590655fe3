package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HarmlessTest {
    @Test
    void whatSteersIsShown() {
        assertEquals(
                "a\\x1b[2J\\x07\\x9b\\u202e\\u2028\\ufffe",
                Harmless.line("a\u001b[2J\u0007\u009b\u202e\u2028\ufffe"));
        assertEquals("\\ud800", Harmless.line("\ud800"));
    }

    @Test
    void otherTextStaysAsItIs() {
        assertEquals("é \ud83d\ude00 <&>", Harmless.line("é \ud83d\ude00 <&>"));
    }

    @Test
    void nothingIsAnOrderToTheCiThatReadsAlong() {
        assertEquals("\\x3a:error::gone", Harmless.line("::error::gone"));
        assertEquals("a\\x3a:error file=x::y", Harmless.text("a::error file=x::y"));
        assertEquals("\\x23#[error]gone", Harmless.line("##[error]gone"));
        assertEquals("std::string ## a", Harmless.line("std::string ## a"));
    }

    @Test
    void whatIsTooLongToReadIsCut() {
        String cut = Harmless.line("x".repeat(1 << 20));
        assertTrue(cut.endsWith("x... (1048576 characters)"));
        assertEquals(Harmless.SHOWN + 24, cut.length());
    }

    @Test
    void linesEndOnlyWhereTheyMay() {
        assertEquals("a\nb\tc", Harmless.text("a\nb\tc"));
        assertEquals("a\\x0ab\\x0d", Harmless.line("a\nb\r"));
    }

    @Test
    void proseKeepsItsKeywordsAndTables() {
        assertEquals(
                List.of(
                        new ProseView("Given", "a map", List.of()),
                        new ProseView(
                                "",
                                "",
                                List.of(List.of("i", "v"), List.of("0", "a|b"), List.of(""))),
                        new ProseView("", "plain words", List.of())),
                ProseView.of(
                        List.of("Given a map", "| i | v |", "| 0 | a\\|b |", "|", "plain words")));
    }
}
