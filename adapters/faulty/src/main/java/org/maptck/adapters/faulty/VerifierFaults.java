package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command.Run;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Loading;
import org.maptck.model.Oddity;
import org.maptck.model.Outcome;
import org.maptck.model.Step.DirectLoad;
import org.maptck.model.Step.Unreached;

/// Faults in what a verifier says.
final class VerifierFaults {
    private VerifierFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "verify-no-check-needed",
                        "program.verify.null-check",
                        "loads programs that use a look-up by an unknown key unchecked",
                        admits(Oddity.UNCHECKED_UNKNOWN)),
                bad(
                        "verify-key-out-of-range",
                        "program.verify.null-check",
                        "loads programs that use a look-up by a constant past the end unchecked",
                        admits(Oddity.UNCHECKED)),
                bad(
                        "verify-no-check-errno",
                        "program.verify.null-check.errno",
                        "refuses a missing check with EINVAL",
                        refusing(Oddity.UNCHECKED_UNKNOWN, Errno.EINVAL)),
                bad(
                        "verify-arithmetic-first",
                        "program.verify.early-arithmetic",
                        "loads programs that add to an address before they check it",
                        admits(Oddity.EARLY_ARITHMETIC)),
                bad(
                                "verify-check-always-needed",
                                "program.verify.null-check.constant",
                                "wants the check for a constant key in range as well",
                                Recipe.without(Behaviour.CHECK_LEFT_OUT))
                        .seen("Linux before 6.14"),
                bad(
                        "verify-key-in-8-bytes",
                        "program.verify.null-check.constant-form",
                        "knows a constant key that was stored as 8 bytes",
                        admits(Oddity.UNCHECKED_WIDE)),
                bad(
                        "verify-key-unaligned",
                        "program.verify.null-check.constant-form",
                        "knows a constant key wherever it was stored",
                        admits(Oddity.UNCHECKED_UNALIGNED)),
                bad(
                        "verify-percpu-lookup-unchecked",
                        "program.verify.null-check.percpu-lookup",
                        "wants no check for the slot of a CPU",
                        admits(Oddity.UNCHECKED_PERCPU)),
                bad(
                                "verify-inner-map-unchecked",
                                "program.verify.null-check.inner-map",
                                "trusts the size of a map that stands for others",
                                admits(
                                        Oddity.UNCHECKED,
                                        (step, right) -> right.has(step.map(), Flags.INNER_MAP)))
                        .seen("Linux 6.14 to 7.1, fixed by d2102f2f5d75"),
                bad(
                        "verify-mask-one-more",
                        "program.verify.variable-offset",
                        "loads programs whose offset may pass the end of a value",
                        admits(Oddity.MASKED_OFFSET)),
                bad(
                        "verify-offset-negative",
                        "program.verify.variable-offset",
                        "loads programs whose offset may be negative",
                        admits(Oddity.NEGATIVE_OFFSET)),
                bad(
                        "verify-alignment-ignored",
                        "program.verify.strict-alignment",
                        "does not know BPF_F_STRICT_ALIGNMENT",
                        usual(Loading.STRICT)),
                bad(
                                "verify-key-in-element-refused",
                                "program.verify.key-memory",
                                "takes no element for a key",
                                Recipe.without(Behaviour.ELEMENT_AS_ARGUMENT))
                        .seen("Linux before 4.18"),
                bad(
                        "verify-number-as-key",
                        "program.verify.key-memory",
                        "takes any number for the address of a key",
                        admits(Oddity.NUMBER_AS_KEY)),
                bad(
                                "verify-uninitialised-key-refused",
                                "program.verify.uninitialised-key",
                                "takes no stack for a key that was never written",
                                Recipe.without(Behaviour.UNINITIALISED_STACK))
                        .seen("Linux before 6.3"),
                bad(
                        "verify-address-not-stored",
                        "program.verify.stored-address",
                        "loads no program that stores an address",
                        refusesOddity(Oddity.POINTER_STORED)),
                bad(
                        "direct-address-0",
                        "program.verify.direct",
                        "gives the address of the first byte for every byte of an element",
                        Steps.as(
                                DirectLoad.class,
                                s ->
                                        s.address() < 16
                                                ? new DirectLoad(s.map(), 0, s.offset(), s.width())
                                                : s)),
                bad(
                                "direct-missing",
                                "program.verify.direct",
                                "has no addresses without a look-up",
                                Recipe.without(Behaviour.DIRECT_VALUE))
                        .seen("Linux before 5.2"),
                bad(
                        "direct-of-several",
                        "program.verify.direct.one-element",
                        "gives addresses in maps of several elements",
                        direct(Errno.ENOTSUPP)),
                bad(
                        "direct-per-cpu",
                        "program.verify.direct.percpu",
                        "gives addresses in per-CPU arrays",
                        direct(Errno.EINVAL)),
                bad(
                        "direct-offset-unchecked",
                        "program.verify.direct.offset",
                        "refuses an address past the value for its access",
                        errno(
                                Run.class,
                                c ->
                                        c.steps().getFirst() instanceof DirectLoad s
                                                && s.address() >= 12,
                                Errno.EINVAL,
                                Errno.EACCES)),
                bad(
                        "reference-offset-ignored",
                        "program.verify.reference",
                        "takes a reference to a map with an offset",
                        admits(Oddity.SECOND_HALF)),
                bad(
                        "many-maps-65",
                        "program.verify.many-maps",
                        "loads programs with any number of maps",
                        admits(Oddity.MANY_MAPS)),
                bad(
                        "many-maps-32",
                        "program.verify.many-maps",
                        "loads no programs with 64 maps",
                        refusesOddity(Oddity.MANY_MAPS)),
                bad(
                        "push-loaded",
                        "program.verify.other-helpers",
                        "loads programs that push values to an array",
                        admits(Oddity.PUSH)),
                bad(
                        "tail-call-loaded",
                        "program.verify.other-helpers",
                        "loads programs that tail-call through an array",
                        admits(Oddity.TAIL_CALL)),
                bad(
                        "callback-returns-2",
                        "program.for-each.result",
                        "loads programs whose callbacks return any number",
                        admits(Oddity.CALLBACK_RETURN)),
                bad(
                        "callback-stores-key",
                        "program.for-each.arguments",
                        "loads programs whose callbacks store to their key",
                        admits(Oddity.CALLBACK_KEY_STORE)),
                bad(
                        "callback-stores-beyond",
                        "program.for-each.arguments",
                        "loads programs whose callbacks store past their value",
                        admits(Oddity.CALLBACK_VALUE_STORE)),
                bad(
                        "lock-taken-twice",
                        "lock.program.balanced",
                        "loads programs that take a lock that they hold",
                        admits(Oddity.LOCK_TWICE)),
                bad(
                        "lock-not-released",
                        "lock.program.balanced",
                        "loads programs that end with a lock held",
                        admits(Oddity.EXIT_UNDER_LOCK)),
                bad(
                        "map-field-unloadable",
                        "program.verify.map-field",
                        "loads no program that reads a field of the map itself",
                        refusesOddity(Oddity.MAP_FIELD_LOADED)),
                bad(
                        "map-field-storable",
                        "program.verify.map-field",
                        "loads programs that store to a field of the map itself",
                        admits(Oddity.MAP_FIELD_STORED)),
                bad(
                        "sleepable-refused",
                        "program.sleepable",
                        "loads no sleepable program",
                        Faults.refuses(
                                Run.class,
                                (c, _) -> c.loading() == Loading.SLEEPABLE,
                                Errno.EINVAL)),
                bad(
                        "lock-in-socket-filter",
                        "lock.program.type",
                        "loads socket filters that use a map with a lock",
                        usual(Loading.SOCKET_FILTER)),
                bad(
                        "socket-filter-refused",
                        "program.type",
                        "loads no socket filters that use a map",
                        Faults.refuses(
                                Run.class,
                                (c, _) -> c.loading() == Loading.SOCKET_FILTER,
                                Errno.EINVAL)));
    }

    /// Programs that are loaded that way are loaded as usual.
    private static Fault usual(Loading loading) {
        return Faults.runs((run, _) ->
                run.loading() == loading
                        ? new Run(run.cpu(), run.packet(), run.repeat(), run.steps())
                        : run);
    }

    private static Fault admits(Oddity oddity) {
        return admits(oddity, (_, _) -> true);
    }

    /// A program with that oddity loads where it should not, but for a map that is closed.
    private static Fault admits(Oddity oddity, BiPredicate<Unreached, Right> where) {
        return instead(
                Run.class,
                (c, right) -> {
                    var outcome = right.apply(c);
                    return unloaded(outcome, e -> e != Errno.EBADF)
                                    && c.steps().getFirst() instanceof Unreached s
                                    && s.oddity() == oddity
                                    && where.test(s, right)
                            ? new Outcome.Ran(List.of(Right.DONE))
                            : outcome;
                });
    }

    private static boolean unloaded(Outcome outcome, Predicate<Errno> errno) {
        return outcome.refusal().filter(errno).isPresent();
    }

    private static Fault refusesOddity(Oddity oddity) {
        return Faults.refuses(Run.class, (c, _) -> has(c, oddity), Errno.EACCES);
    }

    private static Fault refusing(Oddity oddity, Errno errno) {
        return errno(Run.class, c -> has(c, oddity), Errno.EACCES, errno);
    }

    private static boolean has(Run c, Oddity oddity) {
        return c.steps().getFirst() instanceof Unreached s && s.oddity() == oddity;
    }

    /// A load through a direct address that is refused for that sees zero.
    private static Fault direct(Errno errno) {
        return instead(
                Run.class,
                (c, right) -> {
                    var outcome = right.apply(c);
                    return unloaded(outcome, e -> e == errno)
                                    && c.steps().getFirst() instanceof DirectLoad
                            ? new Outcome.Ran(List.of(new Outcome.Returned(0)))
                            : outcome;
                });
    }
}
