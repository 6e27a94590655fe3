package org.maptck.adapters.spi;

import java.util.Optional;
import org.maptck.model.Implementation;
import org.maptck.model.Platform;
import org.maptck.model.Version;
import org.maptck.model.reference.ReferenceModel;

/// The reference model as an implementation: `model`, or `model:6.12` for that kernel's behaviour.
public final class ModelAdapter implements Adapter {
    /// The kind of its addresses.
    public static final String KIND = "model";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String summary() {
        return "the reference model; model:6.12 follows that kernel version";
    }

    @Override
    public boolean offeredByDefault() {
        return true;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public boolean sideBySide() {
        return true;
    }

    @Override
    public Implementation open(String argument) throws CannotOpen {
        try {
            return new ReferenceModel(
                    argument.isEmpty()
                            ? Platform.DEFAULT
                            : Platform.DEFAULT.withKernel(Version.of(argument)));
        } catch (IllegalArgumentException wrong) {
            throw new CannotOpen("adapter 'model:" + argument + "': " + wrong.getMessage());
        }
    }
}
