package org.maptck.reports;

import java.util.ArrayList;
import java.util.List;

/// The counts in columns: words to the left, numbers to the right.
final class TextTable {
    private static final int LEAST_NAME = 8;
    private static final int UNIT = CountTable.SCENARIOS.length();

    private final CountTable table;
    private final int width;
    private final int name;

    TextTable(CountTable table, int width) {
        this.table = table;
        this.width = width;
        int numbers = table.headings().stream().mapToInt(it -> it.length() + 2).sum();
        int room = Math.max(LEAST_NAME, width - numbers - UNIT - 2);
        this.name = Math.min(room, longestName());
    }

    private int longestName() {
        return table.rows().stream()
                .mapToInt(row -> Harmless.line(row.implementation()).length())
                .max()
                .orElse(0);
    }

    /// The table, or the same in words where it is too wide.
    List<String> lines() {
        var columns = columns();
        boolean fits = columns.getFirst().length() <= width;
        return fits ? columns : table.rows().stream().map(this::inWords).toList();
    }

    private List<String> columns() {
        var lines = new ArrayList<String>();
        lines.add(line("", "", table.headings()));
        for (CountTable.Row row : table.rows()) {
            var counts = row.counts().stream().map(String::valueOf).toList();
            lines.add(line(heading(row), row.unit(), counts));
        }
        return lines;
    }

    private static String heading(CountTable.Row row) {
        return row.unit().equals(CountTable.RULES) ? Harmless.line(row.implementation()) : "";
    }

    private String inWords(CountTable.Row row) {
        var words = new ArrayList<String>();
        for (int i = 0; i < row.counts().size(); i++) {
            if (row.counts().get(i) > 0) {
                words.add(row.counts().get(i) + " " + table.headings().get(i));
            }
        }
        return Harmless.line(row.implementation())
                + " "
                + row.unit()
                + ": "
                + String.join(", ", words);
    }

    private String line(String implementation, String unit, List<String> cells) {
        var line = new StringBuilder(left(implementation, name)).append("  ");
        line.append(left(unit, UNIT));
        for (int i = 0; i < cells.size(); i++) {
            int column = 2 + table.headings().get(i).length();
            line.append(" ".repeat(Math.max(1, column - cells.get(i).length())));
            line.append(cells.get(i));
        }
        return line.toString().stripTrailing();
    }

    private static String left(String text, int width) {
        return text.length() > width
                ? text.substring(0, Math.max(0, width - 1)) + "\u2026"
                : text + " ".repeat(width - text.length());
    }
}
