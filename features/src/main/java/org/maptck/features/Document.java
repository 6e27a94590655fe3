package org.maptck.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maptck.reports.Catalogue;

/// The document behind the rules, as a list of the places that can be cited.
///
/// @param places each sentence, note and sample, as in `introduction, sentence 2`
/// @param excused those that need no rule, for a reason that the list gives
record Document(List<String> places, Set<String> excused) {
    private static final String NAME = "map_array.rst, ";
    private static final Pattern PART =
            Pattern.compile("(note|sentence|sample)s? (\\d+)((?: and \\d+)*)");

    /// `map_array.rst`.
    static Document mapArray() {
        try (var in = Document.class.getResourceAsStream("/map_array-sentences.txt")) {
            if (in == null) {
                throw new IllegalStateException("no resource map_array-sentences.txt");
            }
            var lines =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .toList();
            return of(lines);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Document of(List<String> lines) {
        return new Document(
                lines.stream().map(Document::place).toList(),
                lines.stream()
                        .filter(line -> line.contains("|"))
                        .map(Document::place)
                        .collect(Collectors.toSet()));
    }

    private static String place(String line) {
        int bar = line.indexOf('|');
        return (bar < 0 ? line : line.substring(0, bar)).strip();
    }

    /// Places that no rule cites and no reason excuses, and citations of no place, a line each.
    List<String> problems(Catalogue catalogue) {
        var cited =
                catalogue.rules().stream()
                        .flatMap(rule -> rule.sources().stream())
                        .filter(source -> source.startsWith(NAME))
                        .flatMap(source -> cited(source.substring(NAME.length())))
                        .collect(Collectors.toSet());
        var problems = new ArrayList<String>();
        for (String place : places) {
            if (!cited.contains(place) && !excused.contains(place)) {
                problems.add(NAME + place + ": no rule cites it, wanted one or a reason");
            }
        }
        for (String place : cited) {
            if (!places.contains(place)) {
                problems.add(NAME + place + ": cited, but there is no such place");
            }
        }
        return problems;
    }

    /// The places of a citation such as `introduction, note 1 and sentence 1`, or `introduction,
    /// sentences 2 and 3`.
    private static Stream<String> cited(String citation) {
        var parts = PART.matcher(citation).results().toList();
        if (parts.isEmpty()) {
            return Stream.empty();
        }
        var section = citation.substring(0, parts.getFirst().start());
        return parts.stream()
                .flatMap(part ->
                        Stream.concat(
                                        Stream.of(part.group(2)),
                                        Pattern.compile("\\d+")
                                                .matcher(part.group(3))
                                                .results()
                                                .map(number -> number.group()))
                                .map(number -> section + part.group(1) + " " + number));
    }
}
