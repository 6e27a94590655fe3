package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.MAP_DELETE_ELEM;
import static org.maptck.adapters.linux.Attributes.MAP_FREEZE;
import static org.maptck.adapters.linux.Attributes.MAP_GET_NEXT_KEY;
import static org.maptck.adapters.linux.Attributes.MAP_LOOKUP_AND_DELETE_ELEM;
import static org.maptck.adapters.linux.Attributes.MAP_LOOKUP_ELEM;
import static org.maptck.adapters.linux.Attributes.MAP_UPDATE_ELEM;

import java.util.Optional;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Output;

/// The commands on one element, and freezing.
record ElementFace(Attributes attributes, Buffers buffers, Bindings bindings, int possibleCpus) {
    private static final int KEY = 0;
    private static final int VALUE = 1;
    private static final int SMALL = 512;
    private static final int WITHOUT_VALUE = 16;
    private static final int WITHOUT_FLAGS = 24;
    private static final int WITH_FLAGS = 32;

    Outcome lookup(Command.Lookup lookup) {
        long size = valueSize(lookup.map(), lookup.flags());
        return read(
                MAP_LOOKUP_ELEM, lookup.map(), lookup.key(), lookup.flags(), lookup.value(), size);
    }

    Outcome lookupAndDelete(Command.LookupAndDelete both) {
        long size = valueSize(both.map(), both.flags());
        return read(
                MAP_LOOKUP_AND_DELETE_ELEM,
                both.map(),
                both.key(),
                both.flags(),
                both.value(),
                size);
    }

    private Outcome read(int command, Handle map, Input key, long flags, Output value, long size) {
        long result =
                call(
                        command,
                        WITH_FLAGS,
                        map,
                        buffers.place(KEY, key),
                        buffers.place(VALUE, value, size),
                        flags);
        return buffers.answer(result, VALUE, value, size);
    }

    /// A look-up of a small value that fits.
    Optional<Prepared> prepared(Command.Lookup lookup) {
        long size = valueSize(lookup.map(), lookup.flags());
        if (!(lookup.value() instanceof Output.Fits fits) || size > SMALL) {
            return Optional.empty();
        }
        long key = buffers.place(KEY, lookup.key());
        long value = buffers.place(VALUE, fits, size);
        set(lookup.map(), key, value, lookup.flags());
        return Optional.of(
                new Prepared(MAP_LOOKUP_ELEM, WITH_FLAGS, value, (int) size, ElementFace::found));
    }

    private static Outcome found(Kernel.Answer answer) {
        return answer.result() < 0
                ? ErrnoNumbers.refused(answer.result())
                : new Outcome.Found(answer.memory());
    }

    /// An update from small buffers.
    Optional<Prepared> prepared(Command.Update update) {
        if (!small(update.key()) || !small(update.value())) {
            return Optional.empty();
        }
        long key = buffers.place(KEY, update.key());
        set(update.map(), key, buffers.place(VALUE, update.value()), update.flags());
        return Optional.of(
                new Prepared(
                        MAP_UPDATE_ELEM,
                        WITH_FLAGS,
                        attributes.address(0),
                        0,
                        answer -> ErrnoNumbers.done(answer.result())));
    }

    private static boolean small(Input input) {
        return !(input instanceof Input.Given(var bytes)) || bytes.size() <= SMALL;
    }

    Outcome update(Command.Update update) {
        return ErrnoNumbers.done(
                call(
                        MAP_UPDATE_ELEM,
                        WITH_FLAGS,
                        update.map(),
                        buffers.place(KEY, update.key()),
                        buffers.place(VALUE, update.value()),
                        update.flags()));
    }

    Outcome delete(Command.Delete delete) {
        long key = buffers.place(KEY, delete.key());
        return ErrnoNumbers.done(call(MAP_DELETE_ELEM, WITHOUT_VALUE, delete.map(), key, 0, 0));
    }

    Outcome nextKey(Command.NextKey step) {
        long key = buffers.place(KEY, step.key());
        long next = buffers.place(VALUE, step.next(), MapSpec.KEY_SIZE);
        long result = call(MAP_GET_NEXT_KEY, WITHOUT_FLAGS, step.map(), key, next, 0);
        return buffers.answer(result, VALUE, step.next(), MapSpec.KEY_SIZE);
    }

    Outcome freeze(Command.Freeze freeze) {
        return ErrnoNumbers.done(
                attributes.u32(0, bindings.fd(freeze.map())).call(MAP_FREEZE, Integer.BYTES));
    }

    /// Bytes of a value in user space: with a CPU flag that is handed over, those of one CPU alone.
    private long valueSize(Handle map, long flags) {
        var spec = bindings.spec(map);
        boolean one = (flags & (Flags.CPU | Flags.ALL_CPUS)) != 0 && attributes.whole(WITH_FLAGS);
        return one ? spec.valueSize() : spec.userValueSize(possibleCpus);
    }

    private long call(int command, int size, Handle map, long key, long value, long flags) {
        return set(map, key, value, flags).call(command, size);
    }

    private Attributes set(Handle map, long key, long value, long flags) {
        return attributes
                .u32(0, bindings.fd(map))
                .u32(4, 0)
                .u64(8, key)
                .u64(16, value)
                .u64(24, flags);
    }
}
