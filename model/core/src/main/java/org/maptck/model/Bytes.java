package org.maptck.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of bytes; prints as lower-case hex.
public final class Bytes {
    /// No bytes at all.
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private static final HexFormat HEX = HexFormat.of();
    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /// A copy of the given bytes.
    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    /// The given array itself: the caller promises not to write to it again.
    public static Bytes owning(byte[] content) {
        return new Bytes(content);
    }

    /// `size` zero bytes.
    public static Bytes zeros(int size) {
        return size == 0 ? EMPTY : new Bytes(new byte[size]);
    }

    /// `size` bytes of the same value.
    public static Bytes filled(int size, int value) {
        var content = new byte[size];
        Arrays.fill(content, (byte) value);
        return new Bytes(content);
    }

    /// Bytes from hex digits, two a byte, nothing between them.
    ///
    /// @throws IllegalArgumentException for anything else
    public static Bytes hex(String digits) {
        return new Bytes(HEX.parseHex(digits));
    }

    /// The low `width` bytes (1, 2, 4 or 8) of a number as a machine of that byte order stores it.
    public static Bytes number(long value, int width, ByteOrder order) {
        var content = new byte[width];
        for (int i = 0; i < width; i++) {
            int shift = 8 * (order == ByteOrder.LITTLE_ENDIAN ? i : width - 1 - i);
            content[i] = (byte) (value >>> shift);
        }
        return new Bytes(content);
    }

    /// How many bytes there are.
    public int size() {
        return content.length;
    }

    /// The byte at `index`, 0 to 255.
    public int at(int index) {
        return content[index] & 0xff;
    }

    /// The bytes from `start` up to, not including, `end`.
    public Bytes slice(int start, int end) {
        return new Bytes(Arrays.copyOfRange(content, start, end));
    }

    /// These bytes followed by the others.
    public Bytes then(Bytes next) {
        var joined = Arrays.copyOf(content, content.length + next.content.length);
        System.arraycopy(next.content, 0, joined, content.length, next.content.length);
        return new Bytes(joined);
    }

    /// These bytes cut, or padded with zeros, to `size`.
    public Bytes resized(int size) {
        return size == content.length ? this : new Bytes(Arrays.copyOf(content, size));
    }

    /// The unsigned number that the first `width` bytes (at most 8) stand for.
    public long number(int width, ByteOrder order) {
        if (width == Integer.BYTES) {
            int word = (int) WORDS.get(content, 0);
            boolean little = order == ByteOrder.LITTLE_ENDIAN;
            return Integer.toUnsignedLong(little ? word : Integer.reverseBytes(word));
        }
        long value = 0;
        for (int i = 0; i < width; i++) {
            int position = order == ByteOrder.LITTLE_ENDIAN ? width - 1 - i : i;
            value = value << 8 | at(position);
        }
        return value;
    }

    /// Whether every byte is zero.
    public boolean isZero() {
        for (byte b : content) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /// A copy as an array.
    public byte[] toArray() {
        return content.clone();
    }

    /// Copies all bytes into `target`, from `offset` on.
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(content, 0, target, offset, content.length);
    }

    /// Copies `length` bytes from `start` on into `target`.
    public void copyTo(int start, byte[] target, int offset, int length) {
        System.arraycopy(content, start, target, offset, length);
    }

    /// A read-only view.
    public ByteBuffer view() {
        return ByteBuffer.wrap(content).asReadOnlyBuffer();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return HEX.formatHex(content);
    }
}
