package org.maptck.model.reference;

import static org.maptck.model.reference.ProgramLoader.when;

import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Errno;
import org.maptck.model.Extras;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Platform;
import org.maptck.model.Profile;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// What a creation may say of the types of keys and values.
///
/// @param profile of the kernel
record TypeRules(Platform platform, Profile profile) {
    private static final int KEY_BITS = 32;

    /// A value of a type of the kernel is for other maps, and a key does not have a type where its
    /// value has none: seen before anything else.
    Optional<Errno> incomplete(Extras extras) {
        Types types = extras.types();
        boolean unknown = types.named() && !profile.has(Behaviour.TYPES);
        boolean keyAlone = types.key().isPresent() && types.value().isEmpty();
        return when(unknown || keyAlone || extras.kernelType() != 0, Errno.EINVAL);
    }

    /// The description counts where a type is named: it is open, it describes types and not the
    /// kernel's own, and its types are those of the elements.
    Optional<Errno> refusal(MapSpec spec, Types types) {
        if (!types.named()) {
            return Optional.empty();
        }
        return switch (types.source()) {
            case CLOSED -> Optional.of(Errno.EBADF);
            case NONE, OTHER -> Optional.of(Errno.EINVAL);
            case KERNEL -> Optional.of(Errno.EACCES);
            case OWN -> when(!key(spec, types) || !value(spec, types), Errno.EINVAL);
        };
    }

    /// The type of the key is an integer of 32 bits by any name; it may be missing where the map is
    /// one data section.
    private boolean key(MapSpec spec, Types types) {
        return types.key()
                .map(key ->
                        key.resolved() instanceof TypeShape.Integral(int bytes, int bits, _)
                                && bytes == MapSpec.KEY_SIZE
                                && bits == KEY_BITS)
                .orElseGet(() ->
                        sections(spec.type())
                                && spec.maxEntries() == 1
                                && types.value().get() instanceof TypeShape.Section);
    }

    private boolean sections(MapType type) {
        return switch (type) {
            case ARRAY -> profile.has(Behaviour.SECTION_TYPE);
            case PERCPU_ARRAY -> profile.has(Behaviour.PERCPU_SECTION_TYPE);
            case UNKNOWN -> false;
        };
    }

    /// The type of the value has its size.
    private boolean value(MapSpec spec, Types types) {
        return types.value().orElseThrow().size(platform.wordSize()) == spec.valueSize();
    }
}
