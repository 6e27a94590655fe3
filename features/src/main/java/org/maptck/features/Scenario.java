package org.maptck.features;

import io.cucumber.core.gherkin.Pickle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.maptck.model.Capability;
import org.maptck.model.Identity;
import org.maptck.model.Version;
import org.maptck.reports.Rule;

/// A scenario with what it takes to run it.
///
/// @param needs capabilities without which it cannot be asked
/// @param lacks capabilities whose absence it is about
/// @param since the first kernel version it holds for, if not always
/// @param until the last, if it ended
/// @param pages bytes a page that it is about, if it is not about any
/// @param words bits a machine word that it is about, if it is not about any
/// @param tags all tags, its own and the rule's, with the `@`
public record Scenario(
        Rule.Scenario text,
        Rule rule,
        Pickle pickle,
        Set<Capability> needs,
        Set<Capability> lacks,
        Optional<Version> since,
        Optional<Version> until,
        Optional<Integer> pages,
        Optional<Integer> words,
        List<String> tags) {
    public Scenario {
        needs = Set.copyOf(needs);
        lacks = Set.copyOf(lacks);
        tags = List.copyOf(tags);
    }

    /// Why an implementation cannot be asked, or empty where it can.
    public Optional<String> notApplicable(Identity identity) {
        var kernel = identity.platform().kernel();
        for (Capability capability : new TreeSet<>(needs)) {
            if (!identity.capabilities().contains(capability)) {
                return Optional.of("not declared: " + capability.title());
            }
        }
        for (Capability capability : new TreeSet<>(lacks)) {
            if (identity.capabilities().contains(capability)) {
                return Optional.of("is about implementations without " + capability.title());
            }
        }
        if (since.isPresent() && !kernel.atLeast(since.get())) {
            return Optional.of("holds since Linux " + since.get() + ", this is " + kernel);
        }
        if (until.isPresent() && kernel.compareTo(until.get()) > 0) {
            return Optional.of("held until Linux " + until.get() + ", this is " + kernel);
        }
        int page = identity.platform().pageSize();
        if (pages.isPresent() && pages.get() != page) {
            return Optional.of(
                    "is about pages of %d bytes, these have %d".formatted(pages.get(), page));
        }
        int word = Byte.SIZE * identity.platform().wordSize();
        if (words.isPresent() && words.get() != word) {
            return Optional.of(
                    "is about words of %d bits, these have %d".formatted(words.get(), word));
        }
        return Optional.empty();
    }
}
