package org.maptck.reports;

import java.io.IOException;
import java.nio.file.Path;

/// Turns results into one artefact; runs nothing.
public interface Renderer {
    /// Its name in `--report`.
    String id();

    /// Writes its artefact into the folder of the run.
    ///
    /// @return the file to open, inside the folder
    Path render(Results results, Path folder) throws IOException;
}
