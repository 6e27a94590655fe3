package org.maptck.adapters.spi;

/// Where an implementation is found: `kind` or `kind:argument`.
public record Address(String kind, String argument) {
    /// The address that a user wrote.
    public static Address of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Address(text, "")
                : new Address(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return argument.isEmpty() ? kind : kind + ":" + argument;
    }
}
