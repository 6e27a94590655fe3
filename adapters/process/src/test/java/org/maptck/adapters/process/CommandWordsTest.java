package org.maptck.adapters.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CommandWordsTest {
    private static void splits(String line, String... words) {
        assertEquals(Optional.of(List.of(words)), CommandWords.of(line));
    }

    @Test
    void blanksSeparateWords() {
        splits("  ./a   --b c ", "./a", "--b", "c");
        splits("");
    }

    @Test
    void quotesKeepBlanksAndJoinWhatTouchesThem() {
        splits("a 'b c'd \"e \\\"f\" '' g\\ h", "a", "b cd", "e \"f", "", "g h");
    }

    @Test
    void nothingElseMeansAnything() {
        splits("a $HOME *.c | b", "a", "$HOME", "*.c", "|", "b");
    }

    @Test
    void anOpenQuoteIsNoCommand() {
        assertEquals(Optional.empty(), CommandWords.of("a 'b"));
        assertEquals(Optional.empty(), CommandWords.of("a \"b"));
        assertEquals(Optional.empty(), CommandWords.of("a \\"));
    }
}
