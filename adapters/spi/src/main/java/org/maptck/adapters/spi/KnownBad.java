package org.maptck.adapters.spi;

import java.util.function.Supplier;
import org.maptck.model.Implementation;

/// An implementation that is wrong on purpose, so that it shows whether a check notices.
public sealed interface KnownBad {
    /// What it is called: lower-case words joined by hyphens, unique among all.
    String name();

    /// What it does wrong, in one sentence.
    String what();

    /// Starts it.
    Supplier<Implementation> start();

    /// Does everything right but for one thing: a scenario of that rule must fail on it.
    ///
    /// @param rule the id of the rule that it breaks
    /// @param seen where such a fault was seen; empty where none is known
    record OfRule(
            String name, String rule, String what, String seen, Supplier<Implementation> start)
            implements KnownBad {
        /// The same, seen there.
        public OfRule seen(String where) {
            return new OfRule(name, rule, what, where, start);
        }
    }

    /// Gives the same sort of answer to everything: no scenario may pass on it.
    record Liar(String name, String what, Supplier<Implementation> start) implements KnownBad {}

    /// Fails to answer now and then: it must not come through the suite without that being said.
    record Crasher(String name, String what, Supplier<Implementation> start) implements KnownBad {}
}
