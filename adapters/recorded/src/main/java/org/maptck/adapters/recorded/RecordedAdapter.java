package org.maptck.adapters.recorded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.maptck.adapters.spi.Adapter;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Implementation;

/// The answers in a file: `recorded:FILE`.
public final class RecordedAdapter implements Adapter {
    private static final String KIND = "recorded";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String summary() {
        return "the answers in a recording, as in recorded:FILE; 'maptck record' makes one";
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
        try {
            return new RecordedImplementation(Recording.read(Path.of(argument)));
        } catch (IOException | BadRecording why) {
            throw new CannotOpen("adapter 'recorded:" + argument + "': " + why);
        }
    }
}
