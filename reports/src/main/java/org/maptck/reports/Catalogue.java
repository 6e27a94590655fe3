package org.maptck.reports;

import java.util.List;
import java.util.Optional;

/// All rules, in the order of the document.
public record Catalogue(List<Chapter> chapters) {
    public Catalogue {
        chapters = List.copyOf(chapters);
    }

    /// A section of the document, or of what stands behind it.
    public record Chapter(String title, String introduction, List<Rule> rules) {
        public Chapter {
            rules = List.copyOf(rules);
        }
    }

    /// The rules of all chapters.
    public List<Rule> rules() {
        return chapters.stream().flatMap(chapter -> chapter.rules().stream()).toList();
    }

    /// The rule of that id.
    public Optional<Rule> rule(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
