package org.maptck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.maptck.adapters.recorded.BadRecording;
import org.maptck.features.BadFeature;
import org.maptck.features.TestRun;
import org.maptck.reports.BadBaseline;
import org.maptck.reports.BadResults;
import org.maptck.reports.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `maptck`, the command line.
@Command(
        name = "maptck",
        mixinStandardHelpOptions = true,
        version = "maptck " + TestRun.TOOL,
        description = "The conformance kit for BPF array maps.",
        subcommands = {
            RunCommand.class,
            SelftestCommand.class,
            KernelsCommand.class,
            RecordCommand.class,
            JudgeCommand.class,
            RulesCommand.class,
            AdaptersCommand.class,
            ReportCommand.class
        })
public final class Main {
    /// Runs one command and ends the process with its exit code.
    public static void main(String[] words) {
        System.exit(execute(words));
    }

    /// Runs one command.
    public static int execute(String... words) {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> say(failure))
                .setParameterExceptionHandler((wrong, _) -> {
                    complain(String.valueOf(wrong.getMessage()));
                    return ExitCode.USAGE.code();
                })
                .execute(words);
    }

    private static int say(Exception failure) {
        return switch (failure) {
            case Stop stop -> {
                complain(stop.getMessage());
                yield stop.code().code();
            }
            case BadFeature bad -> {
                complain(String.valueOf(bad.getMessage()));
                yield ExitCode.BAD_INPUT.code();
            }
            case BadResults bad -> {
                complain(String.valueOf(bad.getMessage()));
                yield ExitCode.BAD_INPUT.code();
            }
            case BadRecording bad -> {
                complain(String.valueOf(bad.getMessage()));
                yield ExitCode.BAD_INPUT.code();
            }
            case BadBaseline bad -> {
                complain(String.valueOf(bad.getMessage()));
                yield ExitCode.BAD_INPUT.code();
            }
            case IOException broken -> cannotWrite(broken);
            case UncheckedIOException broken -> cannotWrite(broken);
            default -> {
                complain("a fault of maptck itself: " + failure);
                failure.printStackTrace();
                yield ExitCode.OUR_BUG.code();
            }
        };
    }

    private static int cannotWrite(Exception broken) {
        complain("cannot read or write: " + broken.getMessage());
        return ExitCode.USAGE.code();
    }

    private static void complain(String line) {
        System.err.println("maptck: " + line);
    }
}
