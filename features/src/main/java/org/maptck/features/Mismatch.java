package org.maptck.features;

/// An expectation that was not met.
public final class Mismatch extends AssertionError {
    private static final long serialVersionUID = 1;

    private final String expected;
    private final String got;

    public Mismatch(String expected, String got) {
        super("expected " + expected + ", got " + got);
        this.expected = expected;
        this.got = got;
    }

    /// What the step wanted, in words.
    public String expected() {
        return expected;
    }

    /// What came, in words.
    public String got() {
        return got;
    }
}
