package org.maptck.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A line of a scenario: its keyword and words, or the rows of a table.
record ProseView(String keyword, String text, List<List<String>> rows) {
    private static final Set<String> KEYWORDS = Set.of("Given", "When", "Then", "And", "But", "*");
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    static List<ProseView> of(List<String> steps) {
        var prose = new ArrayList<ProseView>();
        var rows = new ArrayList<List<String>>();
        for (String step : steps) {
            String line = Harmless.line(step.strip());
            if (line.startsWith("|")) {
                rows.add(cells(line));
            } else {
                flush(rows, prose);
                prose.add(sentence(line));
            }
        }
        flush(rows, prose);
        return prose;
    }

    private static void flush(List<List<String>> rows, List<ProseView> prose) {
        if (!rows.isEmpty()) {
            prose.add(new ProseView("", "", List.copyOf(rows)));
            rows.clear();
        }
    }

    private static ProseView sentence(String line) {
        var words = line.split(" ", 2);
        return words.length == 2 && KEYWORDS.contains(words[0])
                ? new ProseView(words[0], words[1], List.of())
                : new ProseView("", line, List.of());
    }

    private static List<String> cells(String line) {
        String inner =
                line.substring(
                        1,
                        line.endsWith("|") && line.length() > 1
                                ? line.length() - 1
                                : line.length());
        return BAR.splitAsStream(inner).map(cell -> cell.strip().replace("\\|", "|")).toList();
    }

    boolean isTable() {
        return !rows.isEmpty();
    }
}
