package org.maptck.json;

import java.nio.ByteOrder;
import org.maptck.model.Platform;
import org.maptck.model.Version;

/// The facts of a machine, all of them.
final class PlatformForm implements ObjectForm<Platform> {
    @Override
    public void writeFields(Platform platform, Sink out) {
        out.name("page_size").number(platform.pageSize());
        out.name("possible_cpus").list(platform.possibleCpus(), Words.NUMBER);
        out.name("online_cpus").list(platform.onlineCpus(), Words.NUMBER);
        out.name("word_size").number(platform.wordSize());
        boolean little = platform.byteOrder().equals(ByteOrder.LITTLE_ENDIAN);
        out.name("byte_order").text(little ? "little" : "big");
        out.name("kernel").text(platform.kernel().toString());
        out.name("memory").quantity(platform.memory());
    }

    @Override
    public Platform readFields(Fields in) {
        int pageSize = in.get("page_size").number();
        var possible = in.list("possible_cpus", Words.NUMBER);
        var online = in.list("online_cpus", Words.NUMBER);
        int wordSize = in.get("word_size").number();
        ByteOrder order = byteOrder(in.get("byte_order"));
        Version kernel = kernel(in.get("kernel"));
        long memory = in.get("memory").quantity();
        try {
            return new Platform(pageSize, possible, online, wordSize, order, kernel, memory);
        } catch (IllegalArgumentException e) {
            throw in.wrong("a platform: " + e.getMessage());
        }
    }

    private static ByteOrder byteOrder(Node node) {
        return switch (node.text()) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            case String _ -> throw node.wrong("little or big");
        };
    }

    private static Version kernel(Node node) {
        try {
            return Version.of(node.text());
        } catch (IllegalArgumentException _) {
            throw node.wrong("two numbers, as in 6.18");
        }
    }
}
