package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.MAP_DELETE_BATCH;
import static org.maptck.adapters.linux.Attributes.MAP_LOOKUP_AND_DELETE_BATCH;
import static org.maptck.adapters.linux.Attributes.MAP_LOOKUP_BATCH;
import static org.maptck.adapters.linux.Attributes.MAP_UPDATE_BATCH;

import java.util.Optional;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

/// The batch commands.
record BatchFace(Attributes attributes, Buffers buffers, Bindings bindings, int possibleCpus) {
    private static final int START = 0;
    private static final int CURSOR = 1;
    private static final int KEYS = 2;
    private static final int VALUES = 3;
    private static final int COUNT_FIELD = 32;
    private static final int SIZE = 56;

    Outcome lookup(Command.LookupBatch batch) {
        var spec = bindings.spec(batch.map());
        long elements = Math.min(batch.count(), spec.maxEntries());
        int cursorRoom = roomOf(batch.cursor(), MapSpec.KEY_SIZE);
        attributes
                .u64(0, buffers.place(START, batch.start()))
                .u64(8, cursor(batch.cursor(), cursorRoom))
                .u64(16, buffers.place(KEYS, batch.keys(), elements * MapSpec.KEY_SIZE))
                .u64(24, buffers.place(VALUES, batch.values(), elements * size(batch)));
        long result = call(MAP_LOOKUP_BATCH, batch.map(), batch.count(), batch.flags());
        long count = attributes.u32(COUNT_FIELD);
        long delivered = delivers(result) ? count : 0;
        return new Outcome.Batched(
                ErrnoNumbers.refusal(result),
                count,
                delivered(KEYS, batch.keys(), elements, delivered, MapSpec.KEY_SIZE),
                delivered(VALUES, batch.values(), elements, delivered, size(batch)),
                written(batch.cursor(), cursorRoom));
    }

    private long size(Command.LookupBatch batch) {
        var spec = bindings.spec(batch.map());
        return (batch.flags() & (Flags.CPU | Flags.ALL_CPUS)) == 0
                ? spec.userValueSize(possibleCpus)
                : spec.valueSize();
    }

    private static int roomOf(Output output, int size) {
        return output instanceof Output.Room(int room) ? room : size;
    }

    private long cursor(Output cursor, int room) {
        return cursor instanceof Output.Fits
                ? buffers.poisoned(CURSOR, room)
                : buffers.place(CURSOR, cursor, room);
    }

    /// Whether the count field tells how many elements were delivered: other errors, and memory
    /// that cannot be written, leave in it what the caller wrote.
    private boolean delivers(long result) {
        return attributes.writable()
                && (result >= 0
                        || ErrnoNumbers.name(result) == Errno.ENOENT
                        || ErrnoNumbers.name(result) == Errno.EFAULT);
    }

    /// What is in a buffer for `elements` of that size, of which so many were delivered.
    private Bytes delivered(int area, Output output, long elements, long delivered, long size) {
        return switch (output) {
            case Output.Fits() ->
                    buffers.content(area, elements * size).resized((int) (delivered * size));
            case Output.Room(int room) -> buffers.content(area, room);
            case Output.Null(), Output.InMapping _ -> Bytes.EMPTY;
        };
    }

    private Optional<Bytes> written(Output cursor, int room) {
        return switch (cursor) {
            case Output.Fits(), Output.Room _ ->
                    Optional.of(buffers.content(CURSOR, room))
                            .filter(bytes -> !bytes.equals(Bytes.filled(room, Output.POISON)));
            case Output.Null(), Output.InMapping _ -> Optional.empty();
        };
    }

    Outcome update(Command.UpdateBatch batch) {
        attributes
                .zero(COUNT_FIELD)
                .u64(16, buffers.place(KEYS, batch.keys()))
                .u64(24, buffers.place(VALUES, batch.values()));
        return counted(call(MAP_UPDATE_BATCH, batch.map(), batch.count(), batch.flags()));
    }

    Outcome delete(Command.DeleteBatch batch) {
        attributes.zero(COUNT_FIELD).u64(16, buffers.place(KEYS, batch.keys()));
        return counted(call(MAP_DELETE_BATCH, batch.map(), batch.count(), batch.flags()));
    }

    Outcome lookupAndDelete(Command.LookupAndDeleteBatch batch) {
        var spec = bindings.spec(batch.map());
        long elements = Math.min(batch.count(), spec.maxEntries());
        var fits = new Output.Fits();
        attributes
                .u64(0, buffers.place(START, batch.start()))
                .u64(8, buffers.place(CURSOR, fits, MapSpec.KEY_SIZE))
                .u64(16, buffers.place(KEYS, fits, elements * MapSpec.KEY_SIZE))
                .u64(24, buffers.place(VALUES, fits, elements * spec.userValueSize(possibleCpus)));
        return counted(
                call(MAP_LOOKUP_AND_DELETE_BATCH, batch.map(), batch.count(), batch.flags()));
    }

    private Outcome counted(long result) {
        return new Outcome.Batched(
                ErrnoNumbers.refusal(result),
                attributes.u32(COUNT_FIELD),
                Bytes.EMPTY,
                Bytes.EMPTY,
                Optional.empty());
    }

    private long call(int command, Handle map, long count, long flags) {
        return attributes
                .u32(COUNT_FIELD, count)
                .u32(36, bindings.fd(map))
                .u64(40, flags)
                .u64(48, 0)
                .call(command, SIZE);
    }
}
