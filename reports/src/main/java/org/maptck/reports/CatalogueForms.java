package org.maptck.reports;

import java.util.List;
import java.util.Set;
import org.maptck.json.Fields;
import org.maptck.json.Form;
import org.maptck.json.Json;
import org.maptck.json.Node;
import org.maptck.json.ObjectForm;
import org.maptck.json.Sink;
import org.maptck.model.Version;
import org.maptck.reports.Catalogue.Chapter;
import org.maptck.reports.Rule.Scenario;

/// The rules in JSON.
final class CatalogueForms {
    static final Form<Catalogue> CATALOGUE = new CatalogueForm();
    private static final Form<Chapter> CHAPTER = new ChapterForm();
    private static final Form<Rule> RULE = new RuleForm();
    private static final Form<Scenario> SCENARIO = new ScenarioForm();
    private static final Form<Rule.Kill> KILL = new KillForm();
    private static final Form<Version> VERSION = new VersionForm();

    private CatalogueForms() {}

    private static <E extends Enum<E>> List<E> sorted(Set<E> choices) {
        return choices.stream().sorted().toList();
    }

    private static final class CatalogueForm implements Form<Catalogue> {
        @Override
        public void write(Catalogue catalogue, Sink out) {
            out.list(catalogue.chapters(), CHAPTER);
        }

        @Override
        public Catalogue read(Node node) {
            return new Catalogue(node.items().read(CHAPTER));
        }
    }

    private static final class ChapterForm implements ObjectForm<Chapter> {
        @Override
        public void writeFields(Chapter chapter, Sink out) {
            out.name("title").text(chapter.title());
            out.name("introduction").text(chapter.introduction());
            out.name("rules").list(chapter.rules(), RULE);
        }

        @Override
        public Chapter readFields(Fields in) {
            return new Chapter(
                    in.get("title").text(), in.get("introduction").text(), in.list("rules", RULE));
        }
    }

    private static final class RuleForm implements ObjectForm<Rule> {
        @Override
        public void writeFields(Rule rule, Sink out) {
            out.name("id").text(rule.id());
            out.name("sentence").text(rule.sentence());
            out.name("level").value(rule.level(), Choices.LEVEL);
            out.name("sources").texts(rule.sources());
            if (!rule.note().isEmpty()) {
                out.name("note").text(rule.note());
            }
            out.name("faces").list(sorted(rule.faces()), Choices.FACE);
            out.name("types").list(sorted(rule.types()), Choices.TYPE);
            rule.since().ifPresent(version -> out.name("since").value(version, VERSION));
            rule.until().ifPresent(version -> out.name("until").value(version, VERSION));
            out.name("scenarios").list(rule.scenarios(), SCENARIO);
            out.name("proven").flag(rule.proven());
            if (rule.proven()) {
                out.name("kills").list(rule.kills(), KILL);
            }
        }

        @Override
        public Rule readFields(Fields in) {
            var kills = in.has("kills") ? in.list("kills", KILL) : List.<Rule.Kill>of();
            if (in.has("proven") && in.get("proven").flag() == kills.isEmpty()) {
                throw in.get("proven").wrong("whether there are kills");
            }
            return new Rule(
                    in.get("id").text(),
                    in.get("sentence").text(),
                    in.get("level", Choices.LEVEL),
                    in.list("sources", Json.TEXT),
                    in.get("note", Json.TEXT, ""),
                    Set.copyOf(in.list("faces", Choices.FACE)),
                    Set.copyOf(in.list("types", Choices.TYPE)),
                    in.find("since", VERSION),
                    in.find("until", VERSION),
                    in.list("scenarios", SCENARIO),
                    kills);
        }
    }

    private static final class KillForm implements ObjectForm<Rule.Kill> {
        @Override
        public void writeFields(Rule.Kill kill, Sink out) {
            out.name("known_bad").text(kill.knownBad()).name("what").text(kill.what());
        }

        @Override
        public Rule.Kill readFields(Fields in) {
            return new Rule.Kill(in.get("known_bad").text(), in.get("what").text());
        }
    }

    private static final class ScenarioForm implements ObjectForm<Scenario> {
        @Override
        public void writeFields(Scenario scenario, Sink out) {
            out.name("id").text(scenario.id());
            out.name("title").text(scenario.title());
            out.name("level").value(scenario.level(), Choices.LEVEL);
            out.name("faces").list(sorted(scenario.faces()), Choices.FACE);
            out.name("steps").texts(scenario.steps());
        }

        @Override
        public Scenario readFields(Fields in) {
            return new Scenario(
                    in.get("id").text(),
                    in.get("title").text(),
                    in.get("level", Choices.LEVEL),
                    Set.copyOf(in.list("faces", Choices.FACE)),
                    in.list("steps", Json.TEXT));
        }
    }

    private static final class VersionForm implements Form<Version> {
        @Override
        public void write(Version version, Sink out) {
            out.text(version.toString());
        }

        @Override
        public Version read(Node node) {
            try {
                return Version.of(node.text());
            } catch (IllegalArgumentException _) {
                throw node.wrong("two numbers, as in 6.18");
            }
        }
    }
}
