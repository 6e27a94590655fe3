package org.maptck.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maptck.reports.Catalogue;
import org.maptck.reports.Rule;

/// Which known-bad implementations each rule has killed, as the self-test wrote it down. In text it
/// is a line a kill: the rule, the known-bad implementation, what it does, with a space between.
public record KnownKills(Map<String, List<Rule.Kill>> byRule) {
    /// The name of the resource.
    public static final String FILE = "proof.txt";

    /// What comes with the kit.
    public static KnownKills bundled() {
        try (var in = KnownKills.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException("no resource /" + FILE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What [#text] wrote.
    ///
    /// @throws IllegalArgumentException for a line of fewer words
    public static KnownKills parse(String text) {
        var byRule = new LinkedHashMap<String, List<Rule.Kill>>();
        for (String line : text.lines().toList()) {
            var words = line.split(" ", 3);
            if (words.length < 3) {
                throw new IllegalArgumentException(
                        "kill '" + line + "', wanted a rule, a known-bad implementation, and what");
            }
            var kill = new Rule.Kill(words[1], words[2]);
            byRule.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(kill);
        }
        return new KnownKills(byRule);
    }

    /// A line a kill.
    public String text() {
        var text = new StringBuilder();
        byRule.forEach((rule, kills) ->
                kills.forEach(kill ->
                        text.append(rule)
                                .append(' ')
                                .append(kill.knownBad())
                                .append(' ')
                                .append(kill.what())
                                .append('\n')));
        return text.toString();
    }

    /// The same chapters, each rule with its kills.
    List<Catalogue.Chapter> in(List<Catalogue.Chapter> chapters) {
        return chapters.stream().map(this::in).toList();
    }

    private Catalogue.Chapter in(Catalogue.Chapter chapter) {
        return new Catalogue.Chapter(
                chapter.title(),
                chapter.introduction(),
                chapter.rules().stream()
                        .map(rule -> rule.killing(byRule.getOrDefault(rule.id(), List.of())))
                        .toList());
    }
}
