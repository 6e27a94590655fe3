package org.maptck.features;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.Version;

/// What the process file system cannot have shown of a descriptor, made of what it showed: a line
/// fewer, a line with another number but for the id, and less or more memory than the map takes.
record AlteredDescriptor(String text, Platform platform) {
    /// The first kernel that counts the memory of a map exactly.
    private static final Version EXACT = new Version(6, 4);

    Stream<Outcome> all() {
        var texts = new ArrayList<String>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            texts.add(changed(lines, i, ""));
            texts.add(changed(lines, i, line + "x\n"));
            boolean number = line.startsWith("memlock:") || line.startsWith("map_id:");
            if (!number) {
                texts.add(changed(lines, i, line + "1\n"));
            }
            if (line.startsWith("memlock:") && platform.kernel().compareTo(EXACT) >= 0) {
                for (long memory : memories(Long.parseLong(line.substring(9)))) {
                    texts.add(changed(lines, i, "memlock:\t" + memory + "\n"));
                }
            }
        }
        return texts.stream().map(Outcome.Printed::new);
    }

    private static String changed(List<String> lines, int at, String other) {
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == at ? other : lines.get(i) + "\n");
        }
        return text.toString();
    }

    /// Less than the elements, no byte of the kernel's own, a page more.
    private List<Long> memories(long seen) {
        boolean perCpu = field("map_type") == 6;
        long size = (field("value_size") + 7) / 8 * 8;
        long entries = field("max_entries");
        long elements = perCpu ? entries * (8 + size * platform.cpuCount()) : entries * size;
        return (field("map_flags") & 0x400) != 0
                ? List.of(seen - 1, seen + 1)
                : List.of(elements - 1, elements, elements + platform.pageSize());
    }

    private long field(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + ":\t"))
                .mapToLong(line -> Long.decode(line.substring(name.length() + 2)))
                .findFirst()
                .orElseThrow();
    }
}
