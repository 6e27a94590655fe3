package org.maptck.model;

import java.util.Locale;

/// What an atomic instruction other than an add does with 4 or 8 bytes.
public enum AtomicOperation {
    AND,
    OR,
    XOR,
    /// Stores the operand.
    EXCHANGE;

    /// What is there afterwards.
    public long apply(long before, long operand) {
        return switch (this) {
            case AND -> before & operand;
            case OR -> before | operand;
            case XOR -> before ^ operand;
            case EXCHANGE -> operand;
        };
    }

    /// The name in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
