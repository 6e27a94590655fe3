package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command.NextKey;
import org.maptck.model.Errno;
import org.maptck.model.Input;
import org.maptck.model.Outcome;

/// Faults in walks over keys.
final class NextKeyFaults {
    private NextKeyFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                                "next-key-no-first",
                                "array.next-key.first",
                                "cannot read no key",
                                Recipe.without(Behaviour.FIRST_KEY))
                        .seen("Linux before 4.12, ebpf-for-windows"),
                bad(
                        "next-key-first-is-1",
                        "array.next-key.first",
                        "begins a walk at index 1",
                        next(c -> c.key() instanceof Input.Null, _ -> 1)),
                bad(
                        "next-key-skips",
                        "array.next-key.follows",
                        "skips index 255",
                        next(_ -> true, key -> key == 255 ? 256 : key)),
                bad(
                        "next-key-8-bit",
                        "array.next-key.follows",
                        "gives the low 8 bits of the next key",
                        next(_ -> true, key -> key & 0xff)),
                bad(
                        "next-key-by-two",
                        "array.next-key.walk",
                        "goes from index 1 to index 3",
                        next(_ -> true, key -> key == 2 ? 3 : key)),
                bad(
                        "next-key-wraps",
                        "array.next-key.after-last",
                        "goes from the last key to the first",
                        instead(
                                NextKey.class,
                                (c, right) -> {
                                    var outcome = right.apply(c);
                                    return outcome.equals(Refusals.refused(Errno.ENOENT))
                                            ? new Outcome.Found(right.platform().key(0))
                                            : outcome;
                                })),
                bad(
                        "next-key-end-errno",
                        "array.next-key.after-last",
                        "tells the end of the keys by EINVAL",
                        errno(NextKey.class, Errno.ENOENT, Errno.EINVAL)),
                bad(
                                "next-key-of-unknown-refused",
                                "array.next-key.unknown",
                                "finds no key after one that no element has",
                                Faults.refuses(
                                        NextKey.class,
                                        (c, right) ->
                                                right.index(c.key())
                                                        >= right.spec(c.map()).maxEntries(),
                                        Errno.ENOENT))
                        .seen("ebpf-for-windows, Starnix, kbpf-basic, libebpf"),
                bad(
                        "next-key-overflows",
                        "array.next-key.unknown",
                        "finds no key after 0xffffffff",
                        Faults.refuses(
                                NextKey.class,
                                (c, right) -> right.index(c.key()) == 0xffff_ffffL,
                                Errno.ENOENT)),
                bad(
                        "next-key-skips-zeros",
                        "array.next-key.independent",
                        "skips elements that are zero",
                        instead(NextKey.class, NextKeyFaults::skippingZeros)),
                bad(
                        "next-key-fault-restarts",
                        "array.next-key.fault",
                        "begins a walk anew where the key cannot be read",
                        as(
                                NextKey.class,
                                c ->
                                        c.key() instanceof Input.Unreadable
                                                ? new NextKey(c.map(), new Input.Null(), c.next())
                                                : c)));
    }

    private static Fault next(Predicate<NextKey> where, LongUnaryOperator change) {
        return instead(
                NextKey.class,
                (c, right) -> {
                    var outcome = right.apply(c);
                    return outcome instanceof Outcome.Found(Bytes key) && where.test(c)
                            ? new Outcome.Found(
                                    right.platform()
                                            .key(
                                                    change.applyAsLong(
                                                            key.number(
                                                                    4,
                                                                    right.platform().byteOrder()))))
                            : outcome;
                });
    }

    private static Outcome skippingZeros(NextKey c, Right right) {
        var outcome = right.apply(c);
        if (outcome instanceof Outcome.Found(Bytes key) && !(c.key() instanceof Input.Null)) {
            var given = new Input.Given(key);
            return right.value(c.map(), right.index(given)).isZero()
                    ? right.apply(new NextKey(c.map(), given, c.next()))
                    : outcome;
        }
        return outcome;
    }
}
