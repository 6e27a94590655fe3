package org.maptck.adapters.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// What the running kernel's file systems tell of the machine.
final class HostFacts {
    private static final Path CPUS = Path.of("/sys/devices/system/cpu");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path AUXILIARY_VECTOR = Path.of("/proc/self/auxv");
    private static final Path COMPILED = Path.of("/proc/sys/net/core/bpf_jit_enable");
    private static final Path CONFIGURATION = Path.of("/proc/config.gz");
    private static final long PAGE_SIZE = 6;

    private HostFacts() {}

    static String release() {
        return text(Path.of("/proc/sys/kernel/osrelease")).strip();
    }

    static List<Integer> possibleCpus() {
        return CpuList.of(text(CPUS.resolve("possible")));
    }

    static List<Integer> onlineCpus() {
        return CpuList.of(text(CPUS.resolve("online")));
    }

    static long totalMemory() {
        return memory("MemTotal");
    }

    static long availableMemory() {
        return memory("MemAvailable");
    }

    /// Bytes a page, as the kernel told this process when it started.
    static int pageSize() {
        var vector = ByteBuffer.wrap(content(AUXILIARY_VECTOR)).order(ByteOrder.nativeOrder());
        while (vector.hasRemaining()) {
            long type = vector.getLong();
            long value = vector.getLong();
            if (type == PAGE_SIZE) {
                return (int) value;
            }
        }
        throw new IllegalStateException(AUXILIARY_VECTOR + " has no page size");
    }

    private static long memory(String field) {
        return text(MEMORY)
                        .lines()
                        .filter(line -> line.startsWith(field + ":"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(MEMORY + " has no " + field))
                << 10;
    }

    /// What is known of the kernel besides its release, as far as this machine tells.
    static Map<String, String> others() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("processor", System.getProperty("os.arch"));
        facts.put("build", text(Path.of("/proc/sys/kernel/version")).strip());
        if (Files.isReadable(COMPILED)) {
            facts.put("bpf_jit_enable", text(COMPILED).strip());
        }
        configuration().ifPresent(it -> facts.put("configuration", KernelConfiguration.ofMaps(it)));
        return facts;
    }

    private static Optional<List<String>> configuration() {
        var installed = Path.of("/boot/config-" + release());
        try {
            if (Files.isReadable(CONFIGURATION)) {
                return Optional.of(unpacked(CONFIGURATION));
            }
            return Files.isReadable(installed)
                    ? Optional.of(Files.readAllLines(installed))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> unpacked(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static String text(Path file) {
        return new String(content(file), StandardCharsets.US_ASCII);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
