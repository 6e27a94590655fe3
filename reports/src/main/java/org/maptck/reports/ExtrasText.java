package org.maptck.reports;

import java.util.Set;
import java.util.stream.Collectors;
import org.maptck.model.Extras;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.InfoRequest;
import org.maptck.model.Privilege;
import org.maptck.model.Types;

/// Arguments that few commands have, for a reader.
final class ExtrasText {
    private ExtrasText() {}

    /// What is not zero, each with a space before it.
    static String of(Extras extras) {
        return foreign("inner_map_fd", extras.innerMap())
                + (extras.device() == 0 ? "" : " device " + extras.device())
                + (extras.kernelType() == 0 ? "" : " kernel type " + extras.kernelType())
                + foreign("type object", extras.typeObject())
                + foreign("token", extras.token())
                + types(extras.types());
    }

    private static String foreign(String name, ForeignDescriptor descriptor) {
        return descriptor == ForeignDescriptor.NONE ? "" : " " + name + " " + descriptor.id();
    }

    private static String types(Types types) {
        return (types.source() == Types.Source.NONE ? "" : " types " + types.source().id())
                + types.key().map(type -> " key (" + type + ")").orElse("")
                + types.value().map(type -> " value (" + type + ")").orElse("");
    }

    static String of(InfoRequest request) {
        return "into %d bytes, %d of them ff".formatted(request.length(), request.filled())
                + (request.present() ? "" : ", at NULL")
                + request.hash().map(hash -> ", with " + hash).orElse("");
    }

    static String of(Set<Privilege> privileges) {
        return privileges.isEmpty()
                ? "no privilege"
                : privileges.stream().map(Privilege::capability).collect(Collectors.joining("|"))
                        + " alone";
    }
}
