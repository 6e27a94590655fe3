package org.maptck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import org.maptck.adapters.recorded.BadRecording;
import org.maptck.features.BadFeature;
import org.maptck.features.TestRun;
import org.maptck.features.fuzz.BadReplay;
import org.maptck.reports.BadBaseline;
import org.maptck.reports.BadResults;
import org.maptck.reports.ExitCode;
import org.maptck.reports.Harmless;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `maptck`, the command line.
@Command(
        name = "maptck",
        mixinStandardHelpOptions = true,
        version = "maptck " + TestRun.TOOL,
        description = "The conformance kit for BPF array maps.",
        subcommands = {
            RunCommand.class,
            ExploreCommand.class,
            FuzzCommand.class,
            ReplayCommand.class,
            SelftestCommand.class,
            KernelsCommand.class,
            RecordCommand.class,
            JudgeCommand.class,
            RulesCommand.class,
            ProfilesCommand.class,
            AdaptersCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            BaselineCommand.class,
            CheckCommand.class,
            ServeCommand.class
        })
public final class Main {
    private static final String NO_ACCESS = "cannot read or write ";
    private static final Set<String> FULL =
            Set.of("No space left on device", "Disk quota exceeded", "File too large");

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description =
                    "jars and folders in which adapters and class:NAME are looked for as well")
    @SuppressWarnings("UnusedMethod")
    private void classpath(String path) {
        Thread.currentThread().setContextClassLoader(ClassPath.loader(path));
    }

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
            case BadReplay bad -> {
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
            case UncheckedIOException broken -> cannotWrite(cause(broken));
            default -> {
                complain("a fault of maptck itself: " + failure);
                failure.printStackTrace();
                yield ExitCode.OUR_BUG.code();
            }
        };
    }

    private static IOException cause(UncheckedIOException broken) {
        return broken.getCause() == null ? new IOException(broken.getMessage()) : broken.getCause();
    }

    /// A place that cannot be had was named wrongly; one that fails later, as a full disk does,
    /// keeps the question from its answer. The names of these exceptions say what their messages
    /// leave out.
    private static int cannotWrite(IOException broken) {
        return switch (broken) {
            case AccessDeniedException denied -> misnamed(denied.getFile() + ": permission denied");
            case NoSuchFileException none -> misnamed(none.getFile() + ": no such file or folder");
            case FileAlreadyExistsException file ->
                    misnamed(file.getFile() + ": is a file, wanted a folder");
            case FileSystemException place when !FULL.contains(String.valueOf(place.getReason())) ->
                    misnamed(String.valueOf(place.getMessage()));
            default -> {
                complain(NO_ACCESS + broken.getMessage());
                yield ExitCode.INCONCLUSIVE.code();
            }
        };
    }

    private static int misnamed(String place) {
        complain(NO_ACCESS + place);
        return ExitCode.USAGE.code();
    }

    private static void complain(String line) {
        System.err.println("maptck: " + Harmless.line(line));
    }
}
