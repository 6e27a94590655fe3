package org.maptck.features.steps;

import java.util.HashMap;
import java.util.Map;
import org.maptck.model.Bytes;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;

/// The parts of what a map leaves in memory and in files.
final class Printing {
    private static final int UNIT = 4096;
    private static final int WORD = 4;

    /// Bytes of an answer that have a name.
    private static final int MOST = 128;

    private Printing() {}

    /// The refusal, the length, ranges of bytes as in `bytes 40 to 44`, the 32 bits as in `number
    /// at 40`, and the hash.
    static Map<String, String> fields(Outcome.Informed informed, Platform platform) {
        var fields = new HashMap<String, String>();
        fields.put("errno", informed.refusal().map(Enum::name).orElse("none"));
        fields.put("length", Long.toString(informed.length()));
        fields.put("hash", informed.hash().toString());
        var bytes = informed.buffer();
        int end = Math.min(bytes.size(), MOST);
        for (int from = 0; from + WORD <= end; from += WORD) {
            var word = bytes.slice(from, from + WORD);
            fields.put("number at " + from, Long.toString(word.number(WORD, platform.byteOrder())));
            for (int to = from + WORD; to <= end; to += WORD) {
                fields.put("bytes " + from + " to " + to, shown(bytes.slice(from, to)));
            }
        }
        return fields;
    }

    private static String shown(Bytes bytes) {
        return bytes.isZero() ? "zeros" : bytes.toString();
    }

    /// The value of each line by its name; that of a line within braces by the name of the group
    /// and its own. The kernel's own part of `memlock`, which has less than 4096 bytes, is left
    /// out, and `memlock_a_cpu` has what each CPU adds to the addresses of the elements.
    static Map<String, String> fields(String text, Platform platform) {
        var fields = new HashMap<String, String>();
        var group = "";
        for (String line : text.lines().toList()) {
            var parts = line.strip().split(":\\s+", 2);
            if (parts.length == 2 && parts[1].equals("{")) {
                group = parts[0] + " ";
            } else if (parts.length == 2) {
                fields.put(group + parts[0], parts[1]);
            } else if (line.equals("}")) {
                group = "";
            }
        }
        var memory = fields.getOrDefault("memlock", "0");
        if (memory.matches("\\d{1,18}")) {
            long bytes = Long.parseLong(memory) / UNIT * UNIT;
            fields.put("memlock", Long.toString(bytes));
            fields.put("memlock_a_cpu", Long.toString((bytes - UNIT) / platform.cpuCount()));
        }
        return fields;
    }
}
