package org.maptck.reports;

import java.util.List;

/// The renderers by the names that `--report` takes; what is not asked for is not loaded.
public final class Renderers {
    /// All names.
    public static final List<String> IDS =
            List.of("html", "junit", "markdown", "json", "sarif", "badge", "allure");

    private Renderers() {}

    /// The renderer of that name.
    ///
    /// @throws IllegalArgumentException listing the names there are
    public static Renderer named(String id) {
        return switch (id) {
            case "html" -> new HtmlPage();
            case "junit" -> new JunitXml();
            case "markdown" -> new MarkdownSummary();
            case "json" -> new JsonReport();
            case "sarif" -> new Sarif();
            case "badge" -> new Badge();
            case "allure" -> new AllureReport();
            default ->
                    throw new IllegalArgumentException("report '" + id + "', wanted one of " + IDS);
        };
    }
}
