package org.maptck.adapters.linux;

import java.util.List;
import org.maptck.model.Bytes;
import org.maptck.model.Input;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

/// The memory that one caller hands to the calls: four buffers, enough for the call that takes
/// most.
final class Buffers {
    private final Kernel kernel;
    private final Bindings bindings;
    private final List<Area> areas;

    Buffers(Pages pages, Bindings bindings) {
        kernel = pages.kernel();
        this.bindings = bindings;
        areas = List.of(new Area(pages), new Area(pages), new Area(pages), new Area(pages));
    }

    /// The address to hand over for an input, after placing it in that area if it has bytes.
    long place(int area, Input input) {
        return switch (input) {
            case Input.Given(var bytes) -> areas.get(area).holding(bytes);
            case Input.Null() -> 0;
            case Input.Unreadable() -> areas.get(area).unreadable();
            case Input.InMapping(var mapping, long offset) -> inMapping(area, mapping, offset);
        };
    }

    private long inMapping(int area, Mapping mapping, long offset) {
        var mapped = bindings.mapping(mapping);
        return mapped.holds(offset, 0) ? mapped.address() + offset : areas.get(area).unreadable();
    }

    /// The address to hand over for an output whose answer has `size` bytes.
    long place(int area, Output output, long size) {
        return switch (output) {
            case Output.Fits() -> areas.get(area).ending(size);
            case Output.Room(int room) -> poisoned(area, room);
            case Output.Null() -> 0;
            case Output.InMapping(var mapping, long offset) -> inMapping(area, mapping, offset);
        };
    }

    /// The address of `size` bytes that all hold [Output#POISON].
    long poisoned(int area, int size) {
        return areas.get(area).holding(Bytes.filled(size, Output.POISON));
    }

    /// The last bytes of an area.
    Bytes content(int area, long size) {
        return kernel.read(areas.get(area).ending(size), (int) size);
    }

    /// What a call says whose answer of `size` bytes was to go to that output.
    Outcome answer(long result, int area, Output output, long size) {
        return switch (output) {
            case Output.Fits() when result < 0 -> ErrnoNumbers.refused(result);
            case Output.Fits() -> new Outcome.Found(content(area, size));
            case Output.Room(int room) ->
                    new Outcome.Filled(ErrnoNumbers.refusal(result), content(area, room));
            case Output.Null(), Output.InMapping _ -> ErrnoNumbers.done(result);
        };
    }

    void shrink() {
        areas.forEach(Area::shrink);
    }

    void close() {
        areas.forEach(Area::close);
    }
}
