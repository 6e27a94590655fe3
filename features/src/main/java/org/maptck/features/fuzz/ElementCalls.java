package org.maptck.features.fuzz;

import static org.maptck.reports.Face.SYSCALL;

import java.util.List;
import org.maptck.model.Bytes;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Output;

/// Calls of user space about elements, one or many.
final class ElementCalls {
    private static final Output FITS = new Output.Fits();
    private static final Odds<Long> FAR = Odds.evenly(7L, 64L, 0x7fff_ffffL, 0xffff_ffffL);

    private final Operands operands;

    ElementCalls(Operands operands) {
        this.operands = operands;
    }

    List<Kind<Command>> kinds() {
        return List.of(
                Kind.of(Command.Lookup.class, SYSCALL, 8, this::lookup),
                Kind.of(Command.Update.class, SYSCALL, 10, this::update),
                Kind.of(Command.Delete.class, SYSCALL, 1, this::delete),
                Kind.of(Command.LookupAndDelete.class, SYSCALL, 1, this::lookupAndDelete),
                Kind.of(Command.NextKey.class, SYSCALL, 2, this::nextKey),
                batch(Kind.of(Command.LookupBatch.class, SYSCALL, 3, this::lookupBatch)),
                batch(Kind.of(Command.UpdateBatch.class, SYSCALL, 3, this::updateBatch)),
                batch(Kind.of(Command.DeleteBatch.class, SYSCALL, 1, this::deleteBatch)),
                batch(Kind.of(Command.LookupAndDeleteBatch.class, SYSCALL, 1, this::takeBatch)));
    }

    private static Kind<Command> batch(Kind<Command> kind) {
        return kind.needing(Capability.BATCH);
    }

    Command lookup(Draft d) {
        var map = operands.map(d);
        return new Command.Lookup(map, operands.key(d, map), operands.flags(d), operands.output(d));
    }

    Command update(Draft d) {
        var map = operands.map(d);
        return new Command.Update(
                map, operands.key(d, map), operands.value(d, map), operands.flags(d));
    }

    /// Gives an element a value that it can have.
    Command fill(Draft d, Handle map) {
        var key = operands.plainKey(d, map);
        return new Command.Update(map, key, operands.plainValue(d, map), Flags.ANY);
    }

    /// Looks at the first element.
    Command look(Handle map) {
        var key = new Input.Given(operands.platform().key(0));
        return new Command.Lookup(map, key, Flags.ANY, FITS);
    }

    private Command delete(Draft d) {
        var map = operands.map(d);
        return new Command.Delete(map, operands.key(d, map));
    }

    private Command lookupAndDelete(Draft d) {
        var map = operands.map(d);
        return new Command.LookupAndDelete(
                map, operands.key(d, map), operands.flags(d), operands.output(d));
    }

    Command nextKey(Draft d) {
        var map = operands.map(d);
        return new Command.NextKey(map, operands.key(d, map), operands.output(d));
    }

    Command lookupBatch(Draft d) {
        var map = operands.map(d);
        boolean fits = d.below(8) < 7;
        return new Command.LookupBatch(
                map,
                d.onceIn(2) ? new Input.Null() : operands.key(d, map),
                fits ? FITS : operands.output(d),
                fits ? FITS : operands.output(d),
                fits ? FITS : operands.output(d),
                count(d),
                operands.flags(d));
    }

    private static long count(Draft d) {
        return d.onceIn(16) ? FAR.pick(d) : d.below(7);
    }

    Command updateBatch(Draft d) {
        var map = operands.map(d);
        int rows = d.below(5);
        var keys = new byte[rows * MapSpec.KEY_SIZE];
        for (int row = 0; row < rows; row++) {
            var key = operands.platform().key(operands.index(d, map));
            key.copyTo(keys, row * MapSpec.KEY_SIZE);
        }
        long size = d.spec(map).userValueSize(operands.platform().cpuCount());
        int bytes = d.onceIn(8) ? 4 * d.below(24) : Math.clamp(size * rows, 0, 1 << 17);
        return new Command.UpdateBatch(
                map,
                new Input.Given(Bytes.owning(keys)),
                new Input.Given(operands.bytes(d, bytes)),
                d.onceIn(4) ? count(d) : rows,
                operands.flags(d));
    }

    private Command deleteBatch(Draft d) {
        var map = operands.map(d);
        return new Command.DeleteBatch(map, operands.key(d, map), count(d), operands.flags(d));
    }

    private Command takeBatch(Draft d) {
        var map = operands.map(d);
        return new Command.LookupAndDeleteBatch(
                map, operands.key(d, map), count(d), operands.flags(d));
    }
}
