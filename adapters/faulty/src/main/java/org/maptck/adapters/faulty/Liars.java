package org.maptck.adapters.faulty;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Bytes;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Deed;
import org.maptck.model.Errno;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Input;
import org.maptck.model.MapInfo;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;
import org.maptck.model.Step;
import org.maptck.model.reference.ReferenceModel;

/// Implementations that have no map at all and answer nevertheless.
final class Liars {
    private static final int CRASH_EVERY = 10;
    private static final MapInfo NOTHING = new MapInfo(MapType.ARRAY, 0, 0, 0, 0, "");

    private Liars() {}

    static List<KnownBad> all() {
        return List.of(
                liar("always-done", "says to everything that it was done", Liars::done),
                liar("always-einval", "refuses everything with EINVAL", refusing(Errno.EINVAL)),
                liar("always-eperm", "refuses everything with EPERM", refusing(Errno.EPERM)),
                liar("always-enoent", "refuses everything with ENOENT", refusing(Errno.ENOENT)),
                liar("always-ebadf", "refuses everything with EBADF", refusing(Errno.EBADF)),
                liar("always-zeros", "does everything, and finds zeros", Liars::zeros),
                new KnownBad.Liar(
                        "echo",
                        "does everything, and finds the bytes that it was given last",
                        () -> start(Echo::new)),
                liar(
                        "always-unsupported",
                        "offers nothing of what it declares",
                        (_, _) -> new Outcome.Unsupported("anything")),
                new KnownBad.Crasher(
                        "crash-every-10th",
                        "throws at every 10th command",
                        () -> start(Crashing::new)));
    }

    private static KnownBad liar(String name, String what, Fault lie) {
        return new KnownBad.Liar(name, what, () -> start(() -> lie));
    }

    private static Implementation start(Supplier<Fault> fault) {
        var everything = EnumSet.allOf(Capability.class);
        return new Faulty(
                new Identity("liar", "0", Platform.DEFAULT, everything),
                new ReferenceModel(Platform.DEFAULT),
                fault);
    }

    private static Fault refusing(Errno errno) {
        return (command, _) -> Refusals.of(command, errno);
    }

    private static Outcome done(Command command, Right right) {
        return command instanceof Command.Run run
                ? new Outcome.Ran(run.steps().stream().map(_ -> Right.DONE).toList())
                : succeeded(command, Right.DONE);
    }

    private static Outcome zeros(Command command, Right right) {
        return answered(command, right, size -> Bytes.zeros(size));
    }

    /// Success in the form that the command has, with bytes of the size that its caller wants.
    private static Outcome answered(Command command, Right right, IntFunction<Bytes> bytes) {
        return switch (command) {
            case Command.Lookup c -> found(c.value(), bytes.apply(right.zeros(c.map()).size()));
            case Command.LookupAndDelete c ->
                    found(c.value(), bytes.apply(right.zeros(c.map()).size()));
            case Command.NextKey c -> found(c.next(), bytes.apply(4));
            case Command.ReadMemory c -> new Outcome.Found(bytes.apply(c.length()));
            case Command.AddMemory _ -> new Outcome.Returned(0);
            case Command.Iterate _ -> new Outcome.Visited(0, List.of(), List.of());
            case Command.Run c ->
                    new Outcome.Ran(
                            c.steps().stream().map(step -> seen(step, right, bytes)).toList());
            case Command.GetInfo _ -> new Outcome.Described(NOTHING);
            case Command.Enveloped c -> answered(c.inner(), right, bytes);
            case Command.Deprived c -> answered(c.inner(), right, bytes);
            case Command.ReadInfo c ->
                    new Outcome.Informed(
                            Optional.empty(),
                            c.request().length(),
                            bytes.apply((int) c.request().length()),
                            Bytes.EMPTY);
            case Command.ShowDescriptor _, Command.ReadPin _ -> new Outcome.Printed("");
            case Command.Create _,
                    Command.Duplicate _,
                    Command.OpenById _,
                    Command.Pin _,
                    Command.OpenPin _,
                    Command.Unpin _,
                    Command.UseFile _,
                    Command.UseMapping _,
                    Command.Close _,
                    Command.Update _,
                    Command.Delete _,
                    Command.LookupBatch _,
                    Command.UpdateBatch _,
                    Command.DeleteBatch _,
                    Command.LookupAndDeleteBatch _,
                    Command.Freeze _,
                    Command.MapMemory _,
                    Command.WriteMemory _,
                    Command.Protect _,
                    Command.Unmap _,
                    Command.CreateOuter _,
                    Command.Insert _,
                    Command.OpenInner _,
                    Command.Race _ ->
                    succeeded(command, Right.DONE);
        };
    }

    private static Outcome seen(Step step, Right right, IntFunction<Bytes> bytes) {
        int size = (int) right.spec(step.map()).valueSize();
        return switch (step) {
            case Step.Lookup _, Step.LookupPercpu _ -> new Outcome.Found(bytes.apply(size));
            case Step.Load _,
                    Step.AtomicAdd _,
                    Step.Atomic _,
                    Step.CompareExchange _,
                    Step.DirectLoad _,
                    Step.Misalignment _,
                    Step.Distance _ ->
                    new Outcome.Returned(0);
            case Step.ForEach _, Step.ForEachAdding _ ->
                    new Outcome.Visited(0, List.of(), List.of());
            case Step.Through s ->
                    s.deed() instanceof Deed.Update
                            ? Right.DONE
                            : new Outcome.Found(bytes.apply(size));
            case Step.Update _,
                    Step.Delete _,
                    Step.Store _,
                    Step.StorePercpu _,
                    Step.LockedStore _,
                    Step.PlainAdd _,
                    Step.UpdateFrom _,
                    Step.Unreached _ ->
                    Right.DONE;
        };
    }

    private static Outcome found(Output output, Bytes bytes) {
        return output instanceof Output.Room(int size)
                ? new Outcome.Filled(Optional.empty(), bytes.resized(size))
                : new Outcome.Found(bytes);
    }

    private static Outcome succeeded(Command command, Outcome usual) {
        return Refusals.of(command, Errno.EIO) instanceof Outcome.Batched b
                ? new Outcome.Batched(
                        Optional.empty(), b.count(), Bytes.EMPTY, Bytes.EMPTY, Optional.empty())
                : usual;
    }

    /// Finds what it was given last, cut or padded to the size that is wanted.
    private static final class Echo implements Fault {
        private Bytes last = Bytes.EMPTY;

        @Override
        public Outcome apply(Command command, Right right) {
            if (command instanceof Command.Update u
                    && u.value() instanceof Input.Given(Bytes given)) {
                last = given;
            }
            if (command instanceof Command.WriteMemory w) {
                last = w.bytes();
            }
            if (command instanceof Command.Run run
                    && run.steps().getFirst() instanceof Step.Update u) {
                last = u.value();
            }
            return answered(command, right, last::resized);
        }
    }

    /// Answers as it should, until it does not.
    private static final class Crashing implements Fault {
        @Override
        public Outcome apply(Command command, Right right) {
            if (right.ledger().commands() % CRASH_EVERY == CRASH_EVERY - 1) {
                throw new IllegalStateException("crashed at the 10th command");
            }
            return right.apply(command);
        }
    }
}
