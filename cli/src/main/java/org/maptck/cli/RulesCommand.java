package org.maptck.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Level;
import org.maptck.reports.RuleList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `maptck rules`.
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "List the rules, or show some of them whole.")
final class RulesCommand implements Callable<Integer> {
    @Mixin private SelectionOptions selection = new SelectionOptions();

    @Option(names = "--format", defaultValue = "TEXT", description = "text or json")
    private RuleList.Format format = RuleList.Format.TEXT;

    @Override
    public Integer call() throws IOException {
        var wanted = selection.selection(Level.OBSERVED);
        var catalogue = selection.suite(wanted).catalogue();
        System.out.print(
                switch (format) {
                    case JSON -> RuleList.json(catalogue);
                    case TEXT ->
                            wanted.ids().isEmpty()
                                    ? RuleList.lines(catalogue)
                                    : RuleList.whole(catalogue);
                });
        return ExitCode.CONFORMS.code();
    }
}
