package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.created;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Faults.where;
import static org.maptck.adapters.faulty.Recipe.bad;
import static org.maptck.adapters.faulty.Recipe.badMemory;

import java.util.List;
import java.util.function.UnaryOperator;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// Faults in the bytes of values and where they go.

final class ValueFaults {
    private ValueFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "update-forgotten",
                        "array.type",
                        "says that an update was done, and stores nothing",
                        instead(Command.Update.class, ValueFaults::forgotten)),
                bad(
                        "update-forgotten-by-exist",
                        "userspace.access",
                        "stores nothing where the update comes with BPF_EXIST",
                        where(
                                (c, _) -> c instanceof Command.Update u && u.flags() == Flags.EXIST,
                                instead(Command.Update.class, ValueFaults::forgotten))),
                bad(
                        "update-of-even-index-alone",
                        "array.preallocated",
                        "stores at the even index below an odd one",
                        as(
                                Command.Update.class,
                                (c, right) -> Indexes.map(c, right.platform(), i -> i & ~1L))),
                badMemory(
                        "updates-end-after-200",
                        "array.preallocated",
                        "stores nothing from the 201st update on",
                        Counted::after200),
                bad(
                        "clearing-ignored",
                        "array.clear",
                        "takes an update to zero for nothing to do",
                        where(
                                (c, _) -> c instanceof Command.Update u && zeros(u.value()),
                                instead(Command.Update.class, ValueFaults::forgotten))),
                bad(
                        "clearing-ignored-in-programs",
                        "array.clear",
                        "takes a program's update to zero for nothing to do",
                        Steps.instead(
                                Step.Update.class,
                                (step, cpu, right) ->
                                        step.value().isZero() ? Right.DONE : right.run(cpu, step))),
                bad(
                        "number-sign-extended",
                        "example.initialize",
                        "stores a number of one byte as if that had a sign",
                        values(ValueFaults::signed)),
                bad(
                        "per-cpu-number-sign-extended",
                        "example.percpu-initialize",
                        "stores numbers of one byte for each CPU as if that had a sign",
                        Slots.in((now, _) -> now.stream().map(ValueFaults::signed).toList())),
                bad(
                        "value-8-byte-limit",
                        "array.value.any-size",
                        "stores the first 8 bytes of a value and leaves the rest",
                        values(v -> v.slice(0, Math.min(8, v.size())))),
                bad(
                        "value-last-byte-lost",
                        "array.value.any-size",
                        "does not store the last byte of a value of an odd size",
                        values(v -> v.slice(0, v.size() - v.size() % 2))),
                bad(
                        "value-of-9-cut",
                        "array.value.any-size",
                        "stores 8 bytes of a value of 9, and every other size whole",
                        values(v -> v.size() == 9 ? v.slice(0, 8) : v)),
                bad(
                        "value-of-128-kib-cut",
                        "array.value.any-size",
                        "stores no more than 128 KiB of a value",
                        values(v -> v.slice(0, Math.min(128 << 10, v.size())))),
                bad(
                                "value-size-multiple-of-8",
                                "array.value.any-size",
                                "refuses reads of a map whose values are no multiple of 8 bytes",
                                refuses(
                                        Command.Lookup.class,
                                        (c, right) ->
                                                right.spec(c.map()).valueSize() % 8 != 0
                                                        && !right.perCpu(c.map()),
                                        Errno.EINVAL))
                        .seen("DragonOS"),
                bad(
                        "value-size-zero-accepted",
                        "array.value.any-size",
                        "creates a map with values of no bytes",
                        created(spec -> spec.valueSize() == 0 ? Specs.valueSize(spec, 1) : spec)),
                bad(
                        "value-rounded-up-in-user-space",
                        "array.value.any-size",
                        "gives values with the padding that follows them",
                        instead(Command.Lookup.class, ValueFaults::padded)));
    }

    private static Outcome forgotten(Command.Update c, Right right) {
        var before = right.value(c.map(), right.index(c.key()));
        var outcome = right.apply(c);
        if (outcome.equals(Right.DONE)) {
            right.store(c.map(), right.index(c.key()), before);
        }
        return outcome;
    }

    /// A part of the value is stored, the rest of the element stays.
    private static Fault values(UnaryOperator<Bytes> part) {
        return as(
                Command.Update.class,
                (c, right) -> {
                    var old = right.value(c.map(), right.index(c.key()));
                    if (right.perCpu(c.map())
                            || !(c.value() instanceof Input.Given(Bytes given))
                            || given.size() != old.size()) {
                        return c;
                    }
                    var stored = part.apply(given);
                    var rest = old.slice(stored.size(), old.size());
                    return new Command.Update(
                            c.map(), c.key(), new Input.Given(stored.then(rest)), c.flags());
                });
    }

    private static Bytes signed(Bytes value) {
        boolean negative =
                value.size() > 1 && value.at(0) > 127 && value.slice(1, value.size()).isZero();
        return negative ? value.slice(0, 1).then(Bytes.filled(value.size() - 1, 0xff)) : value;
    }

    private static Outcome padded(Command.Lookup c, Right right) {
        var outcome = right.apply(c);
        return outcome instanceof Outcome.Found(Bytes bytes)
                ? new Outcome.Found(bytes.resized(bytes.size() + 7 & ~7))
                : outcome;
    }

    /// A fault that begins late.
    private static final class Counted implements Fault {
        private final long limit;
        private long updates;

        Counted(long limit) {
            this.limit = limit;
        }

        static Fault after200() {
            return new Counted(200);
        }

        @Override
        public Outcome apply(Command command, Right right) {
            return command instanceof Command.Update update && updates++ >= limit
                    ? forgotten(update, right)
                    : right.apply(command);
        }
    }

    private static boolean zeros(Input value) {
        return value instanceof Input.Given(Bytes bytes) && bytes.isZero();
    }
}
