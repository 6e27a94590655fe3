package org.maptck.features;

/// A feature file that cannot be read, or that breaks the rules of the catalogue; the message names
/// the file, the place and what was wanted, one problem a line.
public final class BadFeature extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadFeature(String problems) {
        super(problems);
    }
}
