package org.maptck.reports;

/// Text from implementations, made fit to be shown: what would steer a terminal, a reader's eye or
/// a parser becomes a visible escape.
final class Harmless {
    private Harmless() {}

    /// The text with line ends and tabs kept.
    static String text(String hostile) {
        return clean(hostile, true);
    }

    /// The text in one line.
    static String line(String hostile) {
        return clean(hostile, false);
    }

    /// A paragraph of a catalogue, its line ends turned into spaces.
    static String prose(String paragraph) {
        return line(paragraph.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    private static String clean(String hostile, boolean lines) {
        var clean = new StringBuilder(hostile.length());
        hostile.codePoints().forEach(c -> append(clean, c, lines));
        return clean.toString();
    }

    private static void append(StringBuilder clean, int c, boolean lines) {
        if (!steers(c) || (lines && (c == '\n' || c == '\t'))) {
            clean.appendCodePoint(c);
        } else {
            clean.append(c < 0x100 ? "\\x%02x".formatted(c) : "\\u%04x".formatted(c));
        }
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> (c & 0xfffe) == 0xfffe;
        };
    }
}
