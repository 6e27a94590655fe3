package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.OBJ_GET_INFO_BY_FD;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.InfoRequest;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.PinName;

/// What a map says of itself in memory and in files, and its descriptor as a file.
///
/// @param area for all memory that a call is given
record FileFace(Pages pages, Attributes attributes, Area area, Bindings bindings, Pins pins) {
    private static final int INFO_ARGUMENTS = 16;
    private static final int HASH_FIELD = 88;
    private static final int HASH_SIZE_FIELD = 96;
    private static final int CURRENT_DIRECTORY = -100;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int CHUNK = 4096;
    private static final int MOST = 4 << 20;
    private static final int BYTES = 8;
    private static final int POLL_IN_OUT = 5;
    private static final int EVENTS = 4;
    private static final int RETURNED_EVENTS = 6;

    private static final List<String> SHOWN =
            List.of(
                    "flags",
                    "map_type",
                    "key_size",
                    "value_size",
                    "max_entries",
                    "map_flags",
                    "map_extra",
                    "memlock",
                    "map_id",
                    "frozen");

    private Kernel kernel() {
        return pages.kernel();
    }

    /// The memory for the hash lies before that for the rest.
    Outcome info(Command.ReadInfo info) {
        InfoRequest request = info.request();
        int length = (int) request.length();
        long buffer = area.ending(length + InfoRequest.Hash.SIZE) + InfoRequest.Hash.SIZE;
        long hash = buffer - InfoRequest.Hash.SIZE;
        kernel().write(hash, Bytes.filled(InfoRequest.Hash.SIZE, Output.POISON));
        kernel().write(buffer, request.before());
        request.hash().ifPresent(asked -> ask(asked, buffer, hash));
        attributes
                .u32(0, bindings.fd(info.map()))
                .u32(4, length)
                .u64(8, request.present() ? buffer : 0);
        long result = attributes.call(OBJ_GET_INFO_BY_FD, INFO_ARGUMENTS);
        if (request.hash().isPresent()) {
            kernel().put(buffer + HASH_FIELD, Long.BYTES, 0);
        }
        return new Outcome.Informed(
                ErrnoNumbers.refusal(result),
                attributes.u32(4),
                kernel().read(buffer, length),
                request.hash().isPresent()
                        ? kernel().read(hash, InfoRequest.Hash.SIZE)
                        : Bytes.EMPTY);
    }

    private void ask(InfoRequest.Hash asked, long buffer, long hash) {
        long place = asked.writable() ? hash : area.unreadable();
        kernel().put(buffer + HASH_FIELD, Long.BYTES, asked.present() ? place : 0);
        kernel().put(buffer + HASH_SIZE_FIELD, Integer.BYTES, asked.size());
    }

    Outcome show(Handle map) {
        return content("/proc/self/fdinfo/" + bindings.fd(map)) instanceof Outcome.Printed(var text)
                ? new Outcome.Printed(shown(text))
                : ErrnoNumbers.refused(-2);
    }

    private static String shown(String text) {
        return text.lines()
                .filter(line -> SHOWN.contains(line.substring(0, Math.max(0, line.indexOf(':')))))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    Outcome readPin(PinName name) {
        var path = pins.path(name);
        return content(new String(path.toArray(), 0, path.size() - 1, StandardCharsets.US_ASCII));
    }

    private Outcome content(String path) {
        long file =
                kernel().call(
                                Call.OPENAT,
                                CURRENT_DIRECTORY,
                                area.holding(Pins.text(path)),
                                CLOSE_ON_EXEC);
        if (file < 0) {
            return ErrnoNumbers.refused(file);
        }
        try {
            return read(file);
        } finally {
            kernel().call(Call.CLOSE, file, 0, 0);
        }
    }

    private Outcome read(long file) {
        var text = new ByteArrayOutputStream();
        long address = area.ending(CHUNK);
        long count = kernel().call(Call.READ, file, address, CHUNK);
        while (count > 0 && text.size() <= MOST) {
            text.writeBytes(kernel().read(address, (int) count).toArray());
            count = kernel().call(Call.READ, file, address, CHUNK);
        }
        if (count > 0) {
            throw Unsupportable.memory(text.size(), MOST);
        }
        return count < 0
                ? ErrnoNumbers.refused(count)
                : new Outcome.Printed(text.toString(StandardCharsets.UTF_8));
    }

    Outcome use(Command.UseFile use) {
        int file = bindings.fd(use.map());
        long address = area.ending(BYTES);
        return switch (use.use()) {
            case READ -> told(kernel().call(Call.READ, file, address, BYTES));
            case WRITE -> told(kernel().call(Call.WRITE, file, address, BYTES));
            case SEEK -> told(kernel().call(Call.LSEEK, file, 0, 0));
            case POLL -> poll(file, address);
        };
    }

    private static Outcome told(long result) {
        return result < 0 ? ErrnoNumbers.refused(result) : new Outcome.Returned(result);
    }

    /// A negative descriptor would be passed over; one that is none is asked about instead.
    private Outcome poll(int file, long address) {
        kernel().put(address, Integer.BYTES, file < 0 ? Integer.MAX_VALUE : file);
        kernel().put(address + EVENTS, Integer.BYTES, POLL_IN_OUT);
        long timeout = area.ending(BYTES + 16);
        kernel().write(timeout, Bytes.zeros(16));
        long result = kernel().call(Call.PPOLL, address, 1, timeout, 0, 0, 0);
        return Optional.of(result)
                .filter(ready -> ready < 0)
                .map(ErrnoNumbers::refused)
                .orElseGet(() ->
                        new Outcome.Returned(kernel().get(address + RETURNED_EVENTS, Short.BYTES)));
    }
}
