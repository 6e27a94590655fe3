package org.maptck.features;

import io.cucumber.messages.types.Tag;
import java.util.List;
import java.util.stream.Collectors;
import org.maptck.reports.Rule;

/// What stands above the scenarios of a rule: the sentence, the tags, and who says so.
record RuleHead(String id, String sentence, Tags tags, List<String> sources, String note) {
    private static final String SOURCE = "Source:";
    private static final String NOTE = "Note:";

    static RuleHead of(String file, io.cucumber.messages.types.Rule gherkin) {
        var place = file + ":" + gherkin.getLocation().getLine();
        var tags = new Tags(gherkin.getTags().stream().map(Tag::getName).toList());
        var id =
                tags.rule()
                        .orElseThrow(() ->
                                new BadFeature(place + ": rule without id, wanted a tag @rule:…"));
        try {
            tags.level();
        } catch (IllegalArgumentException wrong) {
            throw new BadFeature(place + ": " + wrong.getMessage());
        }
        var description = prose(gherkin.getDescription());
        return new RuleHead(
                id, gherkin.getName(), tags, lines(description, SOURCE), note(description));
    }

    private static List<String> lines(String description, String mark) {
        return description
                .lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()).strip())
                .toList();
    }

    /// The note: what follows its mark, up to the end of the description.
    private static String note(String description) {
        int at = description.indexOf(NOTE);
        return at < 0 ? "" : description.substring(at + NOTE.length()).strip().replace('\n', ' ');
    }

    /// A description without its indentation.
    static String prose(String description) {
        return description.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
    }

    Rule rule(List<Rule.Scenario> scenarios) {
        return new Rule(
                id,
                sentence,
                tags.level(),
                sources,
                note,
                scenarios.stream().flatMap(s -> s.faces().stream()).collect(Collectors.toSet()),
                tags.types(),
                tags.since(),
                tags.until(),
                scenarios);
    }
}
