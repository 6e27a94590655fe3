package org.maptck.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.maptck.features.Distinction;
import org.maptck.features.Shown;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Platform;
import org.maptck.model.Profile;
import org.maptck.model.Version;
import org.maptck.reports.ExitCode;
import org.maptck.reports.TraceText;
import picocli.CommandLine.Parameters;

/// `maptck profiles`.
@picocli.CommandLine.Command(
        name = "profiles",
        mixinStandardHelpOptions = true,
        description = "List what kernel versions changed for array maps, or what lies between two.")
final class ProfilesCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "VERSION",
            arity = "0..2",
            description = "two kernel versions, as in 6.12 6.18; all changes without them")
    private List<String> versions = List.of();

    private final Map<Behaviour, Shown> shown = Shown.shipped();

    @Override
    public Integer call() {
        switch (versions.size()) {
            case 0 -> Profile.changes(Profile.BEFORE, Profile.NEWEST).forEach(this::name);
            case 2 -> between(version(versions.getFirst()), version(versions.getLast()));
            default ->
                    throw new Stop(
                            ExitCode.USAGE,
                            "one kernel version, " + versions.getFirst() + ", wanted two or none");
        }
        return ExitCode.CONFORMS.code();
    }

    private static Version version(String text) {
        Version version;
        try {
            version = Version.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new Stop(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
        if (!version.atLeast(Profile.OLDEST) || !Profile.NEWEST.atLeast(version)) {
            throw new Stop(
                    ExitCode.USAGE,
                    "kernel version "
                            + version
                            + ", wanted one from %s to %s"
                                    .formatted(Profile.OLDEST, Profile.NEWEST));
        }
        return version;
    }

    private void between(Version one, Version other) {
        var changes = Profile.changes(one, other);
        if (changes.isEmpty()) {
            System.out.println("nothing changed between " + one + " and " + other);
        }
        for (Behaviour change : changes) {
            name(change);
            Distinction.of(change, Platform.DEFAULT)
                    .ifPresentOrElse(
                            ProfilesCommand::show,
                            () -> Distinction.unseen(change).ifPresent(ProfilesCommand::unseen));
        }
    }

    private void name(Behaviour change) {
        System.out.printf("%-5s %s%n", change.since(), change.change());
        System.out.println("      " + change.citation());
        System.out.println("      shown by: " + Shown.words(shown, change).replace("*", ""));
    }

    private static void show(Distinction told) {
        for (Command command : told.commands()) {
            System.out.println("        " + TraceText.of(command));
        }
        System.out.println("          before: " + TraceText.of(told.before()));
        System.out.println("          since:  " + TraceText.of(told.after()));
    }

    private static void unseen(String why) {
        System.out.println("        no trace tells the two apart: " + why);
    }
}
