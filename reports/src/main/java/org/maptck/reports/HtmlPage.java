package org.maptck.reports;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `index.html`: the specification with its evidence in the margin, one file that needs no other.
public final class HtmlPage implements Renderer {
    private static final String TEMPLATES = "org/maptck/reports";

    @Override
    public String id() {
        return "html";
    }

    @Override
    public Path render(Results results, Path folder) throws IOException {
        Path file = folder.resolve("index.html");
        MustacheFactory templates = new DefaultMustacheFactory(TEMPLATES);
        try (var out = Files.newBufferedWriter(file)) {
            templates.compile("page.mustache").execute(out, new PageView(results)).flush();
        } catch (MustacheException failure) {
            throw unwrapped(failure);
        }
        return file;
    }

    /// What kept the page from its file; a page that is wrong in itself is our own fault.
    private static IOException unwrapped(MustacheException failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException broken) {
                return broken;
            }
        }
        throw failure;
    }
}
