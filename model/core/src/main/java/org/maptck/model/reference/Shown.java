package org.maptck.model.reference;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Flags;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;
import org.maptck.model.Profile;
import org.maptck.model.TypeShape;

/// What files show of a map.
record Shown(Platform platform, Profile profile) {
    private static final int CLOSED_ON_EXECUTION = 02000000;
    private static final int WRITE_ONLY = 1;
    private static final int READ_WRITE = 2;
    private static final int POINTER = 8;

    /// What the kernel's own part of a map may come to.
    private static final int OWN = 256;

    private static final String WARNING =
            """
            # WARNING!! The output is for debug purpose only
            # WARNING!! The output format will change
            """;

    /// The mode of the descriptor, which ends with an execution, and what the map is. No id is
    /// foreseen, nor how many bytes below a page the kernel's own part of a map has.
    Permitted descriptor(Descriptor.Open file) {
        long elements = memory(file.map());
        long own = file.map().mappable() ? 0 : OWN;
        var example = new Outcome.Printed(lines(file, elements + own, file.map().id()));
        return new Permitted.Such(
                example,
                example.text() + "with some id, and the kernel's own bytes in memlock",
                seen -> seen instanceof Outcome.Printed(var text) && like(file, elements, text));
    }

    private boolean like(Descriptor.Open file, long elements, String text) {
        var id = field(text, "map_id");
        var memory = field(text, "memlock");
        if (id.isEmpty() || memory.isEmpty()) {
            return false;
        }
        long own = memory.get() - elements;
        boolean fits = file.map().mappable() ? own == 0 : own > 0 && own < platform.pageSize();
        return (fits || !profile.has(Behaviour.EXACT_MEMLOCK))
                && text.equals(lines(file, memory.get(), id.get()));
    }

    private static Optional<Long> field(String text, String name) {
        return Pattern.compile("^" + name + ":\t(\\d{1,18})$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(line -> Long.valueOf(line.group(1)))
                .findFirst();
    }

    private String lines(Descriptor.Open file, long memory, long id) {
        var spec = file.map().spec();
        return "flags:\t0"
                + Long.toOctalString(mode(file))
                + ("\nmap_type:\t" + (spec.type() == MapType.ARRAY ? 2 : 6))
                + ("\nkey_size:\t" + spec.keySize())
                + ("\nvalue_size:\t" + spec.valueSize())
                + ("\nmax_entries:\t" + spec.maxEntries())
                + ("\nmap_flags:\t" + hex(spec.flags() & ~(Flags.RDONLY | Flags.WRONLY)))
                + (profile.has(Behaviour.MAP_EXTRA) ? "\nmap_extra:\t" + hex(spec.mapExtra()) : "")
                + ("\nmemlock:\t" + memory)
                + ("\nmap_id:\t" + id)
                + (profile.has(Behaviour.FREEZE)
                        ? "\nfrozen:\t" + (file.map().frozen() ? 1 : 0)
                        : "")
                + "\n";
    }

    private static String hex(long word) {
        return "0x" + Long.toHexString(word);
    }

    private static long mode(Descriptor.Open file) {
        int mode = file.reads() ? file.mayWrite() ? READ_WRITE : 0 : WRITE_ONLY;
        return CLOSED_ON_EXECUTION | mode;
    }

    /// Bytes of all elements, and of what leads to them; of a map that can be mapped in whole
    /// pages, one more for the kernel's own part.
    private long memory(ArrayMap map) {
        if (map.mappable()) {
            return platform.pageSize() + platform.pageAligned(map.elementBytes());
        }
        return map.elementBytes() + (map.perCpu() ? POINTER * map.maxEntries() : 0);
    }

    /// Every element by its type, on a per-CPU array a line a CPU. Only whole integers are
    /// foreseen.
    Permitted elements(ArrayMap map) {
        var type = map.types().value().map(TypeShape::resolved);
        if (type.isPresent()
                && type.get() instanceof TypeShape.Integral(int bytes, int bits, var coding)
                && bits == 8 * bytes
                && (coding == TypeShape.Coding.SIGNED || coding == TypeShape.Coding.UNSIGNED)) {
            boolean signed = coding == TypeShape.Coding.SIGNED;
            return new Permitted.Only(new Outcome.Printed(numbers(map, signed)));
        }
        return new Permitted.Such(
                new Outcome.Printed(WARNING),
                "elements of a type",
                seen -> seen instanceof Outcome.Printed(var text) && text.startsWith(WARNING));
    }

    private String numbers(ArrayMap map, boolean signed) {
        return LongStream.range(0, map.maxEntries())
                .mapToObj(index -> index + ": " + element(map, index, signed) + "\n")
                .collect(Collectors.joining("", WARNING, ""));
    }

    private String element(ArrayMap map, long index, boolean signed) {
        if (!map.perCpu()) {
            return number(map.value(index, 0), signed);
        }
        return IntStream.range(0, platform.cpuCount())
                .mapToObj(slot ->
                        "\tcpu"
                                + platform.possibleCpus().get(slot)
                                + (": " + number(map.value(index, slot), signed) + "\n"))
                .collect(Collectors.joining("", "{\n", "}"));
    }

    private String number(Bytes value, boolean signed) {
        long number = value.number(value.size(), platform.byteOrder());
        int unused = Long.SIZE - 8 * value.size();
        return signed ? Long.toString(number << unused >> unused) : Long.toUnsignedString(number);
    }
}
