package org.maptck.adapters.faulty;

import java.util.Optional;
import org.maptck.adapters.spi.Adapter;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Implementation;

/// A known-bad implementation by its name: `faulty:noexist-accepted`.
public final class FaultyAdapter implements Adapter {
    private static final String KIND = "faulty";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String summary() {
        return "faulty:NAME, a known-bad implementation; 'maptck selftest --list' names them";
    }

    @Override
    public boolean offeredByDefault() {
        return false;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public Implementation open(String argument) throws CannotOpen {
        for (var known : new Gallery().all()) {
            if (known.name().equals(argument)) {
                return known.start().get();
            }
        }
        throw new CannotOpen(
                "known-bad implementation '"
                        + argument
                        + "', wanted faulty:NAME with a name from 'maptck selftest --list'");
    }
}
