package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.refused;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Envelope;
import org.maptck.model.Errno;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Permitted;
import org.maptck.model.Version;

/// What a kernel says of the arguments of a call before it looks at any of them.
final class Envelopes {
    private static final long LOW = 0xffff_ffffL;
    private static final Version MEASURED = new Version(6, 18);

    /// All commands share a block of arguments, whose size differs between kernels.
    private static final int UNION = 168;

    private static final int LEAST_UNION = 48;
    private static final int MOST_UNION = 256;
    private static final int WITHOUT_FLAGS = 24;
    private static final int WITHOUT_VALUE = 16;
    private static final int WITHOUT_KEY = 8;
    private static final int BATCH_WITHOUT_FLAGS = 40;
    private static final int NAME = 28;

    private final World world;
    private final CallerMemory caller;

    Envelopes(World world, CallerMemory caller) {
        this.world = world;
        this.caller = caller;
    }

    /// Refused are more than a page, then what cannot be read, then a byte that is set beyond what
    /// the kernel knows, then a command that it does not know, then a byte that is set beyond the
    /// fields of the command.
    Optional<Permitted> refusal(Command.Enveloped c) {
        Envelope envelope = c.envelope();
        long size = size(c);
        if (size > world.platform().pageSize()) {
            return refusal(c, Errno.E2BIG);
        }
        if (size > 0 && !envelope.readable()) {
            return refusal(c, Errno.EFAULT);
        }
        boolean unknown = (envelope.commandPlus() & LOW) != 0;
        int set = envelope.set().orElse(0);
        if (envelope.set().isEmpty() || set >= size || Envelope.inHole(c.inner(), set)) {
            return unknown ? refusal(c, Errno.EINVAL) : Optional.empty();
        }
        return beyondFields(c, set);
    }

    private Optional<Permitted> beyondFields(Command.Enveloped c, int set) {
        if (!world.platform().kernel().equals(MEASURED) && set >= LEAST_UNION && set < MOST_UNION) {
            var either = List.of(outcome(c.inner(), Errno.EINVAL), outcome(c.inner(), Errno.E2BIG));
            return Optional.of(new Permitted.OneOf(either));
        }
        return refusal(c, set < UNION ? Errno.EINVAL : Errno.E2BIG);
    }

    private Optional<Permitted> refusal(Command.Enveloped c, Errno errno) {
        return Optional.of(new Permitted.Only(outcome(c.inner(), errno)));
    }

    Outcome outcome(Command.Call command, Errno errno) {
        return switch (command) {
            case Command.Lookup c -> caller.deliver(c.value(), refused(errno));
            case Command.LookupAndDelete c -> caller.deliver(c.value(), refused(errno));
            case Command.NextKey c -> caller.deliver(c.next(), refused(errno));
            case Command.LookupBatch c ->
                    new Outcome.Batched(
                            Optional.of(errno),
                            c.count() & LOW,
                            caller.sink(c.keys()).shown(0),
                            caller.sink(c.values()).shown(0),
                            Optional.empty());
            case Command.UpdateBatch c ->
                    new Outcome.Batched(
                            Optional.of(errno),
                            c.count() & LOW,
                            Bytes.EMPTY,
                            Bytes.EMPTY,
                            Optional.empty());
            case Command.Create _ -> refused(errno);
            case Command.Update _ -> refused(errno);
            case Command.Delete _ -> refused(errno);
            case Command.Freeze _ -> refused(errno);
            case Command.GetInfo _ -> refused(errno);
        };
    }

    private static long size(Command.Enveloped c) {
        return c.envelope().passed(Envelope.usual(c.inner())) & LOW;
    }

    /// What comes of a command that is not refused for its arguments. Batches write to them how
    /// many elements were done, first of all that none was, and what a map says of itself has its
    /// length written there: where that cannot be, it is all that goes wrong after the refusals
    /// before the first element, and where there is none to do, nothing is written.
    Permitted writtenBack(Command.Enveloped c, Function<Command, Permitted> step) {
        var seen = seen(c);
        return c.envelope().place() == Envelope.Place.READ_ONLY
                ? unwritten(seen, step)
                : step.apply(seen);
    }

    private Permitted unwritten(Command.Call command, Function<Command, Permitted> step) {
        return switch (command) {
            case Command.LookupBatch c -> unwritten(c, c.count(), step.apply(none(c)));
            case Command.UpdateBatch c -> {
                boolean first = world.profile().has(Behaviour.UPDATE_BATCH_COUNTS_FIRST);
                yield unwritten(c, c.count(), step.apply(first ? none(c) : c));
            }
            case Command.GetInfo c -> {
                var known = world.told(c.map());
                var unwritten = unwritten(c, 1, step.apply(c));
                world.tellAgain(c.map(), known);
                yield unwritten;
            }
            case Command.Create _ -> step.apply(command);
            case Command.Lookup _ -> step.apply(command);
            case Command.Update _ -> step.apply(command);
            case Command.Delete _ -> step.apply(command);
            case Command.LookupAndDelete _ -> step.apply(command);
            case Command.NextKey _ -> step.apply(command);
            case Command.Freeze _ -> step.apply(command);
        };
    }

    private Permitted unwritten(Command.Call command, long count, Permitted before) {
        var refusal = before.example().refusal();
        if (refusal.isPresent()) {
            return new Permitted.Only(outcome(command, refusal.get()));
        }
        return (count & LOW) == 0 ? before : new Permitted.Only(outcome(command, Errno.EFAULT));
    }

    private static Command none(Command.LookupBatch c) {
        return new Command.LookupBatch(
                c.map(), c.start(), c.cursor(), c.keys(), c.values(), 0, c.flags());
    }

    private static Command none(Command.UpdateBatch c) {
        return new Command.UpdateBatch(c.map(), c.keys(), c.values(), 0, c.flags());
    }

    /// What arrives of the command: fields that are not passed are zero.
    private static Command.Call seen(Command.Enveloped c) {
        long size = size(c);
        return size >= Envelope.usual(c.inner()) ? c.inner() : shortened(c.inner(), (int) size);
    }

    private static Command.Call shortened(Command.Call command, int size) {
        return switch (command) {
            case Command.Create c -> new Command.Create(c.map(), shortened(c.spec(), size));
            case Command.Lookup c ->
                    new Command.Lookup(c.map(), key(c.key(), size), 0, value(c.value(), size));
            case Command.LookupAndDelete c ->
                    new Command.LookupAndDelete(
                            c.map(), key(c.key(), size), 0, value(c.value(), size));
            case Command.Update c -> {
                var value = size < WITHOUT_FLAGS ? new Input.Null() : c.value();
                yield new Command.Update(c.map(), key(c.key(), size), value, 0);
            }
            case Command.NextKey c ->
                    new Command.NextKey(c.map(), key(c.key(), size), value(c.next(), size));
            case Command.Delete c -> new Command.Delete(c.map(), key(c.key(), size));
            case Command.LookupBatch c ->
                    new Command.LookupBatch(
                            c.map(),
                            c.start(),
                            c.cursor(),
                            c.keys(),
                            c.values(),
                            c.count(),
                            size <= BATCH_WITHOUT_FLAGS ? 0 : c.flags());
            case Command.UpdateBatch c ->
                    new Command.UpdateBatch(
                            c.map(),
                            c.keys(),
                            c.values(),
                            c.count(),
                            size <= BATCH_WITHOUT_FLAGS ? 0 : c.flags());
            case Command.Freeze _ -> command;
            case Command.GetInfo _ -> command;
        };
    }

    private static Input key(Input key, int size) {
        return size <= WITHOUT_KEY ? new Input.Null() : key;
    }

    private static Output value(Output value, int size) {
        return size <= WITHOUT_VALUE ? new Output.Null() : value;
    }

    /// Type, key size, value size, elements, flags and a field that is not used have 4 bytes each;
    /// then come the node, the name, and at the end of all the word that arrays do not have.
    private static MapSpec shortened(MapSpec spec, int size) {
        int letters = Math.clamp(size - NAME, 0, spec.name().length());
        return new MapSpec(
                size == 0 ? MapType.UNKNOWN : spec.type(),
                size == 0 ? 0 : spec.keySize(),
                size <= 8 ? 0 : spec.valueSize(),
                size <= 8 ? 0 : spec.maxEntries(),
                size <= 16 ? 0 : spec.flags(),
                spec.name().substring(0, letters),
                size <= 24 ? 0 : spec.numaNode(),
                0,
                Optional.empty(),
                Optional.empty());
    }
}
