package org.maptck.reports;

import java.io.PrintStream;
import org.maptck.reports.Findings.Finding;

/// Results for the person at the terminal: counts, then each finding, then the verdict.
public final class Terminal {
    private static final int LABEL = 11;
    private static final int LEAST_WIDTH = 40;
    private static final String GOOD = "\u001b[32m";
    private static final String BAD = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final int width;
    private final boolean color;

    private Terminal(PrintStream out, int width, boolean color) {
        this.out = out;
        this.width = Math.max(width, LEAST_WIDTH);
        this.color = color;
    }

    /// Prints the results.
    ///
    /// @param width columns of the terminal
    /// @param color whether it understands colours
    public static void print(Results results, PrintStream out, int width, boolean color) {
        new Terminal(out, width, color).print(results);
    }

    private void print(Results results) {
        for (String line : new TextTable(CountTable.of(Tally.of(results)), width).lines()) {
            wrapped("", line, "  ");
        }
        results.header()
                .notOffered()
                .forEach((address, why) -> labelled("", address + ", not run: " + why));
        for (String implementation : new Grid(results).implementations()) {
            Findings.notApplicable(results, implementation)
                    .ifPresent(reasons -> labelled("", implementation + ", " + reasons));
            Findings.remarks(results, implementation)
                    .ifPresent(remarks -> labelled("", implementation + ", " + remarks));
        }
        Findings.of(results).forEach(finding -> finding(results.header(), finding));
        if (!results.diagnoses().isEmpty()) {
            out.println();
        }
        results.diagnoses().forEach(it -> it.lines().forEach(line -> labelled("", line)));
        out.println();
        boolean good = ExitCode.of(results) == ExitCode.CONFORMS;
        painted(good ? GOOD : BAD, Headline.of(results));
    }

    private void finding(RunHeader header, Finding finding) {
        Result result = finding.result();
        out.println();
        painted(BAD, result.verdict().id() + "  " + result.implementation() + "  " + result.rule());
        finding.rule().ifPresent(rule -> labelled("rule", rule.sentence()));
        finding.rule().ifPresent(rule -> labelled("says", String.join("; ", rule.sources())));
        labelled("scenario", finding.title());
        if (!result.reason().isEmpty()) {
            labelled("because", result.reason());
        }
        result.difference().ifPresent(this::difference);
        labelled("again", Reproduction.of(header, result));
    }

    private void difference(Result.Difference difference) {
        labelled("step", difference.step());
        labelled("expected", difference.expected());
        labelled("got", difference.got());
    }

    private void painted(String paint, String text) {
        out.print(color ? paint : "");
        wrapped("", Harmless.line(text), "  ");
        out.print(color ? PLAIN : "");
    }

    /// A label and a text, whose lines stand below each other; a command stays in one line.
    private void labelled(String label, String text) {
        String indent = label.isEmpty() ? "  " : " ".repeat(LABEL);
        String clean = Harmless.line(text);
        String first = label.isEmpty() ? "" : "  " + label + " ".repeat(LABEL - 2 - label.length());
        if (label.equals("again")) {
            out.println(first + clean);
            return;
        }
        wrapped(first, clean, indent);
    }

    /// A text that fits stays as it is.
    private void wrapped(String first, String clean, String indent) {
        if (first.length() + clean.length() <= width) {
            out.println((first + clean).stripTrailing());
            return;
        }
        var line = new StringBuilder(first);
        for (String word : clean.split(" ", -1)) {
            if (line.length() + word.length() > width && line.length() > indent.length()) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }
}
