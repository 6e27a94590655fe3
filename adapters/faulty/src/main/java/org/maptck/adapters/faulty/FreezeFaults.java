package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;
import static org.maptck.adapters.faulty.Recipe.badMemory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command;
import org.maptck.model.Command.Freeze;
import org.maptck.model.Command.LookupBatch;
import org.maptck.model.Command.MapMemory;
import org.maptck.model.Command.NextKey;
import org.maptck.model.Command.Update;
import org.maptck.model.Command.UpdateBatch;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// Faults in freezing.
final class FreezeFaults {
    private FreezeFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                                "freeze-pretends",
                                "array.freeze.writes",
                                "says that it froze a map, and does not",
                                pretending().over(notMapped()))
                        .seen("bpftime, kbpf-basic, DragonOS"),
                bad(
                        "freeze-forgets-updates",
                        "array.freeze.writes",
                        "lets single updates change a frozen map",
                        refuses(
                                        UpdateBatch.class,
                                        (c, right) -> right.ledger().frozen(c.map()),
                                        Errno.EPERM)
                                .over(pretending())
                                .over(notMapped())),
                bad(
                        "freeze-forgets-batches",
                        "array.freeze.writes",
                        "lets batches change a frozen map",
                        refuses(
                                        Update.class,
                                        (c, right) -> right.ledger().frozen(c.map()),
                                        Errno.EPERM)
                                .over(pretending())
                                .over(notMapped())),
                badMemory(
                        "freeze-thaws",
                        "array.freeze.writes",
                        "forgets that a map is frozen after the first update it refuses",
                        Thawing::new),
                bad(
                        "freeze-errno",
                        "array.freeze.writes",
                        "refuses updates of a frozen map with EACCES",
                        errno(Update.class, Errno.EPERM, Errno.EACCES)),
                bad(
                        "freeze-stops-reads",
                        "array.freeze.reads",
                        "gives no keys of a frozen map",
                        refuses(
                                NextKey.class,
                                (c, right) -> right.ledger().frozen(c.map()),
                                Errno.EPERM)),
                bad(
                        "freeze-stops-batch-reads",
                        "array.freeze.reads",
                        "looks up no batches of a frozen map",
                        refuses(
                                LookupBatch.class,
                                (c, right) -> right.ledger().frozen(c.map()),
                                Errno.EPERM)),
                bad(
                        "freeze-stops-programs",
                        "program.freeze",
                        "loads no program that stores to a frozen map",
                        refuses(
                                Command.Run.class,
                                (c, right) ->
                                        c.steps().getFirst() instanceof Step.Store s
                                                && right.ledger().frozen(s.map()),
                                Errno.EPERM)),
                bad(
                        "freeze-stops-program-updates",
                        "program.freeze",
                        "lets the update helper store nothing in a frozen map",
                        Steps.instead(
                                Step.Update.class,
                                (step, cpu, right) ->
                                        right.ledger().frozen(step.map())
                                                ? Refusals.refused(Errno.EPERM)
                                                : right.run(cpu, step))),
                bad(
                                "freeze-by-reader",
                                "array.freeze.descriptor",
                                "lets a read-only descriptor freeze its map",
                                Recipe.without(Behaviour.FREEZE_IS_WRITE))
                        .seen("Linux before 6.5"),
                bad(
                        "freeze-needs-read",
                        "array.freeze.descriptor",
                        "lets no write-only descriptor freeze its map",
                        refuses(
                                Freeze.class,
                                (c, right) -> right.has(c.map(), Flags.WRONLY),
                                Errno.EPERM)),
                bad(
                        "freeze-by-reader-refused",
                        "array.freeze.descriptor-unchecked",
                        "wants a writable descriptor before 6.5",
                        Recipe.linux("6.4").having(Behaviour.FREEZE_IS_WRITE)),
                bad(
                        "freeze-twice-succeeds",
                        "array.freeze.twice",
                        "freezes a frozen map again",
                        accepts(Freeze.class, (_, _) -> true, Errno.EPERM)),
                bad(
                                "freeze-twice-busy",
                                "array.freeze.twice",
                                "finds a frozen map busy",
                                errno(Freeze.class, Errno.EPERM, Errno.EBUSY))
                        .seen("Linux before 6.5"),
                bad(
                        "freeze-twice-not-busy",
                        "array.freeze.twice-busy",
                        "refuses a second freezing with EPERM before 6.5",
                        Recipe.linux("6.4").and(errno(Freeze.class, Errno.EBUSY, Errno.EPERM))),
                bad(
                        "frozen-folded-stale",
                        "program.frozen.load",
                        "gives programs zeros from a frozen map that is read-only for them",
                        Steps.instead(
                                Step.Load.class,
                                (step, cpu, right) ->
                                        right.ledger().frozen(step.map())
                                                ? new Outcome.Returned(0)
                                                : right.run(cpu, step))),
                bad(
                        "frozen-folded-walk",
                        "program.frozen.load",
                        "loads no walk over a frozen per-CPU map",
                        refuses(
                                Command.Run.class,
                                (c, right) ->
                                        c.steps().getFirst() instanceof Step.ForEach s
                                                && right.ledger().frozen(s.map()),
                                Errno.ENOTSUPP)),
                bad(
                                "frozen-several-refused",
                                "program.frozen.load-several",
                                "loads no program that reads a frozen map of several elements that"
                                        + " is read-only for programs",
                                refuses(
                                        Command.Run.class,
                                        FreezeFaults::severalRead,
                                        Errno.ENOTSUPP))
                        .seen("Linux since 5.5"));
    }

    private static boolean severalRead(Command.Run c, Right right) {
        return c.steps().getFirst() instanceof Step.Load s
                && right.ledger().frozen(s.map())
                && right.has(s.map(), Flags.RDONLY_PROG)
                && right.spec(s.map()).maxEntries() > 1;
    }

    private static Fault pretending() {
        return instead(
                Freeze.class,
                (c, right) ->
                        right.ledger().frozen(c.map())
                                ? Refusals.refused(Errno.EPERM)
                                : right.apply(new Command.GetInfo(c.map()))
                                        .refusal()
                                        .map(Refusals::refused)
                                        .orElse(Right.DONE));
    }

    /// A frozen map is still not mapped to be written.
    private static Fault notMapped() {
        return refuses(
                MapMemory.class,
                (c, right) -> right.ledger().frozen(c.map()) && c.protection().write(),
                Errno.EPERM);
    }

    /// A frozen map refuses one update.
    private static final class Thawing implements Fault {
        private final Set<Handle> thawed = new HashSet<>();

        @Override
        public Outcome apply(Command command, Right right) {
            boolean first =
                    command instanceof Update update
                            && right.ledger().frozen(update.map())
                            && thawed.add(update.map());
            return first ? Refusals.refused(Errno.EPERM) : pretending().apply(command, right);
        }
    }
}
