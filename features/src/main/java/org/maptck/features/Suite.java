package org.maptck.features;

import io.cucumber.core.gherkin.Feature;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.maptck.reports.Catalogue;
import org.maptck.reports.Rule;

/// The rules and their scenarios, in the order of the document.
///
/// @param features the files as the framework parsed them
public record Suite(Catalogue catalogue, List<Scenario> scenarios, List<Feature> features) {
    public Suite {
        scenarios = List.copyOf(scenarios);
        features = List.copyOf(features);
    }

    /// The rules that come with the kit.
    public static Suite bundled() {
        return SuiteReader.read(FeatureFiles.bundled()).proven(KnownKills.bundled());
    }

    /// What a selection takes of the rules that come with the kit.
    public static Suite bundled(Selection selection) {
        var files = FeatureFiles.bundled();
        files.values().removeIf(text -> !selection.concerns(text));
        return SuiteReader.read(files).proven(KnownKills.bundled()).only(selection);
    }

    private Suite proven(KnownKills kills) {
        return new Suite(new Catalogue(kills.in(catalogue.chapters())), scenarios, features);
    }

    /// The suite with those scenarios alone, and the rules that they belong to.
    public Suite only(Predicate<Scenario> selected) {
        var kept = scenarios.stream().filter(selected).toList();
        var ids = kept.stream().map(scenario -> scenario.text().id()).collect(Collectors.toSet());
        var chapters =
                catalogue.chapters().stream()
                        .map(chapter -> only(chapter, ids))
                        .filter(chapter -> !chapter.rules().isEmpty())
                        .toList();
        return new Suite(new Catalogue(chapters), kept, features);
    }

    private static Catalogue.Chapter only(Catalogue.Chapter chapter, Set<String> ids) {
        return new Catalogue.Chapter(
                chapter.title(),
                chapter.introduction(),
                chapter.rules().stream()
                        .map(rule -> only(rule, ids))
                        .filter(rule -> !rule.scenarios().isEmpty())
                        .toList());
    }

    private static Rule only(Rule rule, Set<String> ids) {
        return rule.with(rule.scenarios().stream().filter(s -> ids.contains(s.id())).toList());
    }
}
