package org.maptck.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Objects;

/// A text that lies beside these classes.
final class Resource {
    private Resource() {}

    static String text(String name) throws IOException {
        try (var in = Resource.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        }
    }
}
