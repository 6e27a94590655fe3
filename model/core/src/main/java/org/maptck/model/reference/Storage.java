package org.maptck.model.reference;

import java.util.Arrays;
import org.maptck.model.Bytes;

/// Zero-filled memory that costs what was written to it.
final class Storage {
    private static final int CHUNK_SHIFT = 12;
    private static final int CHUNK = 1 << CHUNK_SHIFT;
    private static final int TABLE_SHIFT = 9;
    private static final int TABLE = 1 << TABLE_SHIFT;
    private static final byte[] UNWRITTEN = {};
    private static final byte[][] NO_TABLE = {};

    private final long size;
    private final byte[][][] tables;

    Storage(long size) {
        this.size = size;
        this.tables = new byte[Math.toIntExact(chunkOf(size - 1) / TABLE + 1)][][];
        Arrays.fill(tables, NO_TABLE);
    }

    long size() {
        return size;
    }

    Bytes read(long at, int length) {
        var target = new byte[length];
        int done = 0;
        while (done < length) {
            int within = (int) ((at + done) & (CHUNK - 1));
            int part = Math.min(length - done, CHUNK - within);
            byte[] chunk = chunk(chunkOf(at + done));
            if (chunk.length > 0) {
                System.arraycopy(chunk, within, target, done, part);
            }
            done += part;
        }
        return Bytes.owning(target);
    }

    void write(long at, Bytes source, int from, int length) {
        int done = 0;
        while (done < length) {
            int within = (int) ((at + done) & (CHUNK - 1));
            int part = Math.min(length - done, CHUNK - within);
            source.copyTo(from + done, writableChunk(chunkOf(at + done)), within, part);
            done += part;
        }
    }

    private static long chunkOf(long at) {
        return at >>> CHUNK_SHIFT;
    }

    private byte[] chunk(long number) {
        byte[][] table = tables[(int) (number >>> TABLE_SHIFT)];
        return table.length == 0 ? UNWRITTEN : table[(int) number & (TABLE - 1)];
    }

    private byte[] writableChunk(long number) {
        byte[] chunk = chunk(number);
        return chunk.length > 0 ? chunk : newChunk(number);
    }

    private byte[] newChunk(long number) {
        int slot = (int) (number >>> TABLE_SHIFT);
        if (tables[slot].length == 0) {
            tables[slot] = new byte[(int) Math.min(TABLE, chunksFrom(slot))][];
            Arrays.fill(tables[slot], UNWRITTEN);
        }
        var chunk = new byte[(int) Math.min(CHUNK, size - (number << CHUNK_SHIFT))];
        tables[slot][(int) number & (TABLE - 1)] = chunk;
        return chunk;
    }

    private long chunksFrom(int slot) {
        return chunkOf(size - 1) + 1 - ((long) slot << TABLE_SHIFT);
    }
}
