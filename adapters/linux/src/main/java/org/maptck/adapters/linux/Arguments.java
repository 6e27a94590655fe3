package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.BTF_GET_FD_BY_ID;
import static org.maptck.adapters.linux.Attributes.MAP_CREATE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Extras;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.Types;

/// The further arguments of a creation, made real: descriptors are opened for as long as the call
/// takes.
///
/// @param area for a description of types
record Arguments(Kernel kernel, Attributes attributes, Area area) {
    private static final int NO_DESCRIPTOR = 0x7fff_ffff;
    private static final int ARRAY = 2;
    private static final int CREATE_SIZE = 72;
    private static final int BY_ID_SIZE = 12;

    /// The description of the kernel itself is the first that there is.
    private static final int OF_KERNEL = 1;

    /// The numbers that stand in the fields.
    record Given(
            long innerMap,
            long device,
            long kernelType,
            long typeObject,
            long token,
            long types,
            long keyType,
            long valueType) {
        /// Types alone.
        static Given ofTypes(long types, int keyType, int valueType) {
            return new Given(0, 0, 0, 0, 0, types, keyType, valueType);
        }

        /// Whether the last two fields are in use, which older kernels do not know.
        boolean beyond() {
            return typeObject != 0 || token != 0;
        }
    }

    /// Does a call with the arguments: its result, or the negative errno with which one of them
    /// could not be had.
    long with(Extras extras, ToLongFunction<Given> call) {
        if (extras.equals(Extras.NONE)) {
            return call.applyAsLong(Given.ofTypes(0, 0, 0));
        }
        List<Long> opened = new ArrayList<>();
        try {
            return call.applyAsLong(given(extras, opened));
        } finally {
            opened.forEach(fd -> kernel.call(Call.CLOSE, fd, 0, 0));
        }
    }

    private Given given(Extras extras, List<Long> opened) {
        var types = extras.types();
        var made = new TypeNumbers(kernel.platform().byteOrder());
        int key = types.key().map(made::add).orElse(0);
        int value = types.value().map(made::add).orElse(0);
        return new Given(
                foreign(extras.innerMap(), opened),
                extras.device(),
                extras.kernelType(),
                foreign(extras.typeObject(), opened),
                foreign(extras.token(), opened),
                types(types.source(), made, opened),
                key,
                value);
    }

    private long foreign(ForeignDescriptor descriptor, List<Long> opened) {
        return switch (descriptor) {
            case NONE -> 0;
            case CLOSED -> NO_DESCRIPTOR;
            case OTHER -> map(opened);
        };
    }

    private long types(Types.Source source, TypeNumbers made, List<Long> opened) {
        return switch (source) {
            case NONE -> 0;
            case CLOSED -> NO_DESCRIPTOR;
            case OTHER -> map(opened);
            case KERNEL ->
                    keep(
                            "the types of the kernel",
                            attributes.zero(16).u32(0, OF_KERNEL).own(BTF_GET_FD_BY_ID, BY_ID_SIZE),
                            opened);
            case OWN -> keep("these types", load(made), opened);
        };
    }

    private long load(TypeNumbers made) {
        return attributes.loadTypes(area, made.encoded());
    }

    private long map(List<Long> opened) {
        attributes
                .zero(CREATE_SIZE)
                .u32(0, ARRAY)
                .u32(4, Integer.BYTES)
                .u32(8, Long.BYTES)
                .u32(12, 1);
        return keep("a further map", attributes.own(MAP_CREATE, CREATE_SIZE), opened);
    }

    private static long keep(String what, long descriptor, List<Long> opened) {
        if (descriptor < 0) {
            throw new Unsupportable(what + " (" + ErrnoNumbers.name(descriptor) + ")");
        }
        opened.add(descriptor);
        return descriptor;
    }
}
