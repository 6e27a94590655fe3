package org.maptck.features;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.DataTableArgument;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.resource.Resource;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.maptck.reports.Catalogue;
import org.maptck.reports.Rule;

/// Reads feature files into a [Suite]. A rule is a Gherkin `Rule` whose name is the sentence, whose
/// tags carry id, level, map types and versions, and whose description has lines `Source: …` and
/// `Note: …`.
public final class SuiteReader {
    private final List<Catalogue.Chapter> chapters = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<Feature> features = new ArrayList<>();

    private SuiteReader() {}

    /// The suite of some feature files, by name and text, in that order.
    ///
    /// @throws BadFeature naming the file, the line and what was wanted
    public static Suite read(Map<String, String> files) {
        var reader = new SuiteReader();
        files.entrySet().parallelStream()
                .map(file -> Map.entry(file.getKey(), parse(file.getKey(), file.getValue())))
                .toList()
                .forEach(file -> reader.add(file.getKey(), file.getValue()));
        return new Suite(
                new Catalogue(reader.chapters), reader.scenarios, List.copyOf(reader.features));
    }

    private void add(String name, Feature feature) {
        features.add(feature);
        var gherkin = document(feature, name);
        var rules = new ArrayList<Rule>();
        for (FeatureChild child : gherkin.getChildren()) {
            if (child.getScenario().isPresent()) {
                throw new BadFeature(
                        name
                                + ":"
                                + child.getScenario().get().getLocation().getLine()
                                + ": scenario outside a Rule, wanted it under one");
            }
            child.getRule().ifPresent(rule -> rules.add(rule(name, rule, feature)));
        }
        chapters.add(
                new Catalogue.Chapter(
                        gherkin.getName(), RuleHead.prose(gherkin.getDescription()), rules));
    }

    private Rule rule(String file, io.cucumber.messages.types.Rule gherkin, Feature feature) {
        var head = RuleHead.of(file, gherkin);
        long line = gherkin.getLocation().getLine();
        var pickles = feature.getPickles().stream().filter(pickle -> under(line, pickle)).toList();
        var texts = pickles.stream().map(pickle -> text(head, pickle)).toList();
        var rule = head.rule(texts);
        for (int i = 0; i < pickles.size(); i++) {
            scenarios.add(scenario(rule, texts.get(i), pickles.get(i)));
        }
        return rule;
    }

    private static boolean under(long line, Pickle pickle) {
        return pickle.getRuleLocation().filter(at -> at.getLine() == line).isPresent();
    }

    private static Rule.Scenario text(RuleHead head, Pickle pickle) {
        var tags = new Tags(pickle.getTags());
        return new Rule.Scenario(
                head.id() + "/" + slug(pickle.getName()),
                pickle.getName(),
                tags.level(),
                tags.faces(),
                pickle.getSteps().stream().flatMap(SuiteReader::prose).toList());
    }

    private static Scenario scenario(Rule rule, Rule.Scenario text, Pickle pickle) {
        var tags = new Tags(pickle.getTags());
        return new Scenario(
                text,
                rule,
                pickle,
                tags.needs(),
                tags.lacks(),
                tags.since(),
                tags.until(),
                tags.pages(),
                tags.words(),
                tags.all());
    }

    /// The title in lower case, what is neither letter nor digit as single hyphens.
    static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static Stream<String> prose(Step step) {
        var line = Stream.of(step.getKeyword() + step.getText());
        return step.getArgument() instanceof DataTableArgument table
                ? Stream.concat(line, table.cells().stream().map(SuiteReader::row))
                : line;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static Feature parse(String name, String text) {
        try {
            return new FeatureParser(UUID::randomUUID)
                    .parseResource(new Text(name, text))
                    .orElseThrow(() -> new BadFeature(name + ": no feature in it, wanted one"));
        } catch (FeatureParserException wrong) {
            var lines = String.valueOf(wrong.getMessage()).lines().skip(1).map(String::strip);
            throw new BadFeature(
                    name + ": wanted Gherkin, " + lines.findFirst().orElse("found something else"));
        }
    }

    private static io.cucumber.messages.types.Feature document(Feature feature, String name) {
        for (Object event : feature.getParseEvents()) {
            if (event instanceof Envelope envelope) {
                var found = envelope.getGherkinDocument().flatMap(GherkinDocument::getFeature);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new BadFeature(name + ": no feature in it, wanted one");
    }

    private record Text(String name, String content) implements Resource {
        @Override
        public URI getUri() {
            return URI.create("file:///" + name.replace(' ', '_'));
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
