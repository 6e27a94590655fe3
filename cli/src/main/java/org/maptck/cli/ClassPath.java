package org.maptck.cli;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.maptck.reports.ExitCode;

/// Classes of the user, beside those of the kit.
final class ClassPath {
    private ClassPath() {}

    /// A loader of the jars and folders of a path, which are parted as in `java -cp`.
    static ClassLoader loader(String path) {
        var places = new ArrayList<URL>();
        for (String place : path.split(File.pathSeparator, -1)) {
            places.add(url(place));
        }
        return new URLClassLoader(places.toArray(URL[]::new), ClassPath.class.getClassLoader());
    }

    private static URL url(String place) {
        if (!Files.exists(Path.of(place))) {
            throw new Stop(
                    ExitCode.NO_ADAPTER,
                    "--classpath '"
                            + place
                            + "': no such file or folder, wanted a jar or a folder");
        }
        try {
            return Path.of(place).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("place of a file '" + place + "'", impossible);
        }
    }
}
