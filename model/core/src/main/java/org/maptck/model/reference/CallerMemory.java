package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.DONE;
import static org.maptck.model.reference.Answers.refused;

import java.util.Optional;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

/// What a call reads from its caller's memory and leaves there.
final class CallerMemory {
    /// No key can be read: keys are 32-bit numbers.
    static final long FAULT = -1;

    private final World world;

    CallerMemory(World world) {
        this.world = world;
    }

    /// The key there, or [#FAULT].
    long key(Input input) {
        return key(input, 0);
    }

    long key(Input input, long at) {
        return read(input, at, MapSpec.KEY_SIZE)
                .map(b -> b.number(MapSpec.KEY_SIZE, world.platform().byteOrder()))
                .orElse(FAULT);
    }

    /// At least `length` bytes, if so many can be read there.
    Optional<Bytes> read(Input input, long at, int length) {
        return switch (input) {
            case Input.Given(Bytes bytes) -> given(bytes, at, length);
            case Input.Null _ -> Optional.empty();
            case Input.Unreadable _ -> Optional.empty();
            case Input.InMapping(var mapping, long offset) ->
                    source(mapping, offset + at, length).map(r -> r.read(offset + at, length));
        };
    }

    private Optional<Region.Mapped> source(Mapping mapping, long at, int length) {
        return world.region(mapping) instanceof Region.Mapped region
                        && region.readable()
                        && region.covers(at, length)
                ? Optional.of(region)
                : Optional.empty();
    }

    private static Optional<Bytes> given(Bytes bytes, long at, int length) {
        if (at > bytes.size() - length) {
            return Optional.empty();
        }
        int start = (int) at;
        return Optional.of(start == 0 ? bytes : bytes.slice(start, start + length));
    }

    /// What the caller sees of a call that found `answer`, or was refused.
    Outcome deliver(Output output, Outcome answer) {
        if (output instanceof Output.Fits) {
            return answer;
        }
        var sink = sink(output);
        Outcome result =
                answer instanceof Outcome.Found(Bytes bytes)
                        ? sink.put(0, bytes) ? DONE : refused(Errno.EFAULT)
                        : answer;
        return output instanceof Output.Room ? filled(result, sink.shown(0)) : result;
    }

    private static Outcome filled(Outcome result, Bytes room) {
        if (result instanceof Outcome.Refused(Errno errno)) {
            return new Outcome.Filled(Optional.of(errno), room);
        }
        return result.equals(DONE) ? new Outcome.Filled(Optional.empty(), room) : result;
    }

    Sink sink(Output output) {
        return switch (output) {
            case Output.Fits _ -> new Sink.Fitting();
            case Output.Room(int size) -> new Sink.Roomy(size);
            case Output.Null _ -> new Sink.Nowhere();
            case Output.InMapping(var mapping, long offset) ->
                    world.region(mapping) instanceof Region.Mapped region && region.writable()
                            ? new Sink.Mapped(region, offset)
                            : new Sink.Nowhere();
        };
    }
}
