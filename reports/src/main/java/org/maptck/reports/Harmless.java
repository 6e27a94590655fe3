package org.maptck.reports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text from implementations, made fit to be shown: what would steer a terminal, a reader's eye, a
/// parser or the CI that reads along becomes a visible escape, and what is too long to read is cut.
public final class Harmless {
    /// So many characters are shown of a text.
    static final int SHOWN = 10_000;

    /// How a line gives an order to GitHub Actions: `::error::`, `##[error]`.
    private static final Pattern ORDER =
            Pattern.compile("::(?=[A-Za-z-]+(?: [^\n]*)?::)|##(?=\\[)");

    private Harmless() {}

    /// The text with line ends and tabs kept.
    public static String text(String hostile) {
        return clean(hostile, true);
    }

    /// The text in one line.
    public static String line(String hostile) {
        return clean(hostile, false);
    }

    /// A paragraph of a catalogue, its line ends turned into spaces.
    static String prose(String paragraph) {
        return line(paragraph.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    private static String clean(String hostile, boolean lines) {
        int length = Math.min(hostile.length(), SHOWN);
        var clean = new StringBuilder(length);
        hostile.substring(0, length).codePoints().forEach(c -> append(clean, c, lines));
        if (length < hostile.length()) {
            clean.append("... (").append(hostile.length()).append(" characters)");
        }
        return ORDER.matcher(clean).replaceAll(it -> escaped(it.group()));
    }

    private static String escaped(String order) {
        String code = "x%02x".formatted((int) order.charAt(0));
        return Matcher.quoteReplacement("\\" + code + order.substring(1));
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
