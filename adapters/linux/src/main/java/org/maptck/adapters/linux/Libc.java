package org.maptck.adapters.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The one function of the C library that leads to every system call, and the errno it leaves.
final class Libc {
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(StructLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SYSCALL = syscallFunction();

    private Libc() {}

    @SuppressWarnings("restricted")
    private static MethodHandle syscallFunction() {
        var linker = Linker.nativeLinker();
        var word = ValueLayout.JAVA_LONG;
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("syscall"),
                FunctionDescriptor.of(word, word, word, word, word, word, word, word),
                Linker.Option.firstVariadicArg(1),
                Linker.Option.captureCallState("errno"));
    }

    /// Memory for the errno of one thread's calls.
    static MemorySegment newState() {
        return Arena.ofAuto().allocate(STATE);
    }

    /// The result, or the negative errno number.
    static long syscall(
            MemorySegment state, long number, long a, long b, long c, long d, long e, long f) {
        try {
            long result = (long) SYSCALL.invokeExact(state, number, a, b, c, d, e, f);
            return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
        } catch (Throwable impossible) {
            throw new IllegalStateException("system call " + number, impossible);
        }
    }
}
