package org.maptck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maptck.reports.ExitCode;
import org.maptck.reports.ResultLog;
import org.maptck.reports.Results;

/// The folder that a run leaves.
final class RunFolder {
    private RunFolder() {}

    /// The results in a folder.
    static Results read(Path folder) throws IOException {
        var log = folder.resolve(ResultLog.NAME);
        if (!Files.isReadable(log)) {
            throw new Stop(ExitCode.BAD_INPUT, log + ": no such file, wanted the results of a run");
        }
        return ResultLog.read(log);
    }
}
