package org.maptck.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The flag words of the calls, by the names of the kernel's user-space interface.
public final class Flags {
    /// Update: create or overwrite.
    public static final long ANY = 0;

    /// Update: only where there is no element yet.
    public static final long NOEXIST = 1;

    /// Update: only where there is an element.
    public static final long EXIST = 2;

    /// Lookup and update: take the element's spin lock.
    public static final long LOCK = 4;

    /// Lookup and update of one CPU's slot; the CPU stands in the upper 32 bits.
    public static final long CPU = 8;

    /// Update of the slots of all CPUs from one value.
    public static final long ALL_CPUS = 16;

    /// Create: no pre-allocation; for hash maps.
    public static final long NO_PREALLOC = 1;

    /// Create: memory of the node in the `numa_node` field.
    public static final long NUMA_NODE = 1 << 2;

    /// Create: the descriptor may not write.
    public static final long RDONLY = 1 << 3;

    /// Create: the descriptor may not read.
    public static final long WRONLY = 1 << 4;

    /// Open: the path of a pin begins at a descriptor, which no command here names.
    public static final long PATH_FD = 1 << 14;

    /// Create: programs may not write.
    public static final long RDONLY_PROG = 1 << 7;

    /// Create: programs may not read.
    public static final long WRONLY_PROG = 1 << 8;

    /// Create: the map may be mapped into memory.
    public static final long MMAPABLE = 1 << 10;

    /// Create: elements outlive the descriptor; for event arrays.
    public static final long PRESERVE_ELEMS = 1 << 11;

    /// Create: an inner map whose size may differ from the template's.
    public static final long INNER_MAP = 1 << 12;

    /// Create: the rights are those of a token, which no command here can name.
    public static final long TOKEN_FD = 1 << 16;

    private static final Map<Long, String> UPDATE =
            new TreeMap<>(
                    Map.of(
                            NOEXIST, "BPF_NOEXIST",
                            EXIST, "BPF_EXIST",
                            LOCK, "BPF_F_LOCK",
                            CPU, "BPF_F_CPU",
                            ALL_CPUS, "BPF_F_ALL_CPUS"));

    private static final Map<Long, String> CREATE =
            new TreeMap<>(
                    Map.of(
                            NO_PREALLOC, "BPF_F_NO_PREALLOC",
                            NUMA_NODE, "BPF_F_NUMA_NODE",
                            RDONLY, "BPF_F_RDONLY",
                            WRONLY, "BPF_F_WRONLY",
                            RDONLY_PROG, "BPF_F_RDONLY_PROG",
                            WRONLY_PROG, "BPF_F_WRONLY_PROG",
                            MMAPABLE, "BPF_F_MMAPABLE",
                            PRESERVE_ELEMS, "BPF_F_PRESERVE_ELEMS",
                            INNER_MAP, "BPF_F_INNER_MAP",
                            TOKEN_FD, "BPF_F_TOKEN_FD"));

    private Flags() {}

    /// Names of an element call's flag word, joined by `|`; bits without a name as one hex number.
    public static String ofElement(long flags) {
        return flags == ANY ? "BPF_ANY" : print(flags, UPDATE);
    }

    /// Names of a creation's flag word, joined by `|`; `0` for none.
    public static String ofCreate(long flags) {
        return flags == 0 ? "0" : print(flags, CREATE);
    }

    /// The element flag word that [#ofElement] printed.
    ///
    /// @throws IllegalArgumentException naming the word that is neither a flag nor a number
    public static long element(String text) {
        return text.equals("BPF_ANY") ? ANY : parse(text, UPDATE);
    }

    /// The creation flag word that [#ofCreate] printed.
    ///
    /// @throws IllegalArgumentException naming the word that is neither a flag nor a number
    public static long create(String text) {
        return parse(text, CREATE);
    }

    private static String print(long flags, Map<Long, String> names) {
        List<String> words = new ArrayList<>();
        long rest = flags;
        for (var name : names.entrySet()) {
            if ((rest & name.getKey()) != 0) {
                words.add(name.getValue());
                rest &= ~name.getKey();
            }
        }
        if (rest != 0) {
            words.add("0x" + Long.toHexString(rest));
        }
        return String.join("|", words);
    }

    private static long parse(String text, Map<Long, String> names) {
        long flags = 0;
        for (String word : text.split("\\|", -1)) {
            flags |= bit(word.strip(), names);
        }
        return flags;
    }

    private static long bit(String word, Map<Long, String> names) {
        for (var name : names.entrySet()) {
            if (name.getValue().equals(word)) {
                return name.getKey();
            }
        }
        try {
            return word.startsWith("0x")
                    ? Long.parseUnsignedLong(word.substring(2), 16)
                    : Long.parseUnsignedLong(word);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(
                    "flag '" + word + "', wanted one of " + names.values() + " or a number");
        }
    }
}
