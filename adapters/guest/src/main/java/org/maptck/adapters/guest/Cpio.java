package org.maptck.adapters.guest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A file system image as a kernel unpacks it at its start, in the `newc` form of cpio.
final class Cpio {
    private static final int DIRECTORY = 0040755;
    private static final int PROGRAM = 0100755;
    private static final int CHARACTER_DEVICE = 0020600;
    private static final int ALIGNMENT = 4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int number;

    Cpio directory(String name) {
        return entry(name, DIRECTORY, 0, 0, new byte[0]);
    }

    Cpio file(String name, byte... content) {
        return entry(name, PROGRAM, 0, 0, content);
    }

    Cpio device(String name, int major, int minor) {
        return entry(name, CHARACTER_DEVICE, major, minor, new byte[0]);
    }

    private Cpio entry(String name, int mode, int major, int minor, byte... content) {
        number++;
        out.writeBytes("070701".getBytes(StandardCharsets.US_ASCII));
        int[] fields = {
            number, mode, 0, 0, 1, 0, content.length, 0, 0, major, minor, name.length() + 1, 0
        };
        for (int field : fields) {
            out.writeBytes("%08x".formatted(field).getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes((name + "\0").getBytes(StandardCharsets.US_ASCII));
        align();
        out.writeBytes(content);
        align();
        return this;
    }

    private void align() {
        while (out.size() % ALIGNMENT != 0) {
            out.write(0);
        }
    }

    /// The image, ended.
    byte[] encoded() {
        entry("TRAILER!!!", 0, 0, 0, new byte[0]);
        return out.toByteArray();
    }
}
