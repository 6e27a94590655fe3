package org.maptck.cli;

/// What the user looks at.
final class Screen {
    private static final int USUAL_WIDTH = 100;

    private Screen() {}

    /// Whether a person sees it as it comes. The console is null where the runtime has none, which
    /// depends on how it was built.
    @SuppressWarnings("SystemConsoleNull")
    static boolean interactive() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /// Whether colours are wanted.
    static boolean colored() {
        return interactive() && System.getenv("NO_COLOR") == null;
    }

    /// Characters a line.
    static int width() {
        var columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,3}")
                ? Integer.parseInt(columns)
                : USUAL_WIDTH;
    }
}
