package org.maptck.adapters.libbpf;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/// The functions of `libbpf.so.1`. Pointers and sizes are words; a result is not negative, or is a
/// negative errno number.
final class Libbpf {
    private static final MemoryLayout I = JAVA_INT;
    private static final MemoryLayout P = JAVA_LONG;

    /// The functions in use.
    enum Function {
        BPF_MAP_CREATE(I, P, I, I, I, P),
        BPF_MAP_LOOKUP_ELEM(I, P, P),
        BPF_MAP_LOOKUP_ELEM_FLAGS(I, P, P, P),
        BPF_MAP_UPDATE_ELEM(I, P, P, P),
        BPF_MAP_DELETE_ELEM(I, P),
        BPF_MAP_LOOKUP_AND_DELETE_ELEM_FLAGS(I, P, P, P),
        BPF_MAP_GET_NEXT_KEY(I, P, P),
        BPF_MAP_FREEZE(I),
        BPF_MAP_LOOKUP_BATCH(I, P, P, P, P, P, P),
        BPF_MAP_LOOKUP_AND_DELETE_BATCH(I, P, P, P, P, P, P),
        BPF_MAP_UPDATE_BATCH(I, P, P, P, P),
        BPF_MAP_DELETE_BATCH(I, P, P, P),
        BPF_MAP_GET_FD_BY_ID_OPTS(I, P),
        BPF_OBJ_GET_INFO_BY_FD(I, P, P),
        BPF_OBJ_PIN(I, P),
        BPF_OBJ_GET_OPTS(P, P),
        BPF_BTF_LOAD(P, P, P),
        BPF_PROG_LOAD(I, P, P, P, P, P),
        BPF_PROG_TEST_RUN_OPTS(I, P),
        LIBBPF_MAJOR_VERSION,
        LIBBPF_MINOR_VERSION;

        @SuppressWarnings("ImmutableEnumChecker") // a descriptor does not change
        private final FunctionDescriptor type;

        Function(MemoryLayout... parameters) {
            type = FunctionDescriptor.of(JAVA_INT, parameters);
        }

        private String symbol() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Function, MethodHandle> handles;

    private Libbpf(Map<Function, MethodHandle> handles) {
        this.handles = handles;
    }

    /// The library of this machine; empty where there is none, or one without these functions.
    @SuppressWarnings("restricted")
    static Optional<Libbpf> find() {
        try {
            var library = SymbolLookup.libraryLookup("libbpf.so.1", Arena.global());
            var handles = new EnumMap<Function, MethodHandle>(Function.class);
            for (Function function : Function.values()) {
                var symbol = library.findOrThrow(function.symbol());
                handles.put(function, spread(symbol, function.type));
            }
            return Optional.of(new Libbpf(handles));
        } catch (IllegalArgumentException | NoSuchElementException _) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle spread(MemorySegment symbol, FunctionDescriptor type) {
        int count = type.argumentLayouts().size();
        var handle = Linker.nativeLinker().downcallHandle(symbol, type);
        var words = new Class<?>[count];
        Arrays.fill(words, long.class);
        return MethodHandles.explicitCastArguments(handle, MethodType.methodType(int.class, words))
                .asSpreader(long[].class, count);
    }

    /// Does a call; an argument of 32 bits is the lower half of its word.
    long call(Function function, long... arguments) {
        try {
            return (int) Objects.requireNonNull(handles.get(function)).invokeExact(arguments);
        } catch (Throwable impossible) {
            throw new IllegalStateException(function.symbol(), impossible);
        }
    }
}
