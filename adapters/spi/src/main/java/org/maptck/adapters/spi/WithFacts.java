package org.maptck.adapters.spi;

import java.util.Map;
import org.maptck.model.Implementation;

/// An implementation that can tell more of itself than an identity holds.
public interface WithFacts {
    /// What is known, by name; the same at every call.
    Map<String, String> facts();

    /// What an implementation tells; nothing where it does not.
    static Map<String, String> of(Implementation implementation) {
        return implementation instanceof WithFacts known ? known.facts() : Map.of();
    }
}
