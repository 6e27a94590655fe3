package org.maptck.adapters.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.maptck.json.Json;
import org.maptck.model.Bytes;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Command.*;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Implementation;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.reference.ReferenceModel;

/// What a doctor looks at in an adapter before its map is judged: a few exchanges that every array
/// map answers alike, in every way in which they can be asked.
public final class Checkup {
    private static final Duration MEASURED = Duration.ofSeconds(1);
    private static final Handle A = Handle.A;
    private static final Handle B = new Handle(1);
    private static final Output FITS = new Output.Fits();

    private final Implementation patient;
    private final ReferenceModel model;
    private final Needs needs;
    private final long nanos;
    private final List<Line> lines = new ArrayList<>();
    private String said = "";
    private boolean silent;

    private Checkup(Implementation patient, Duration measured) {
        this.patient = patient;
        nanos = measured.toNanos();
        model = new ReferenceModel(patient.identity().platform());
        needs = new Needs(patient.identity().platform());
    }

    /// Who is at fault where a line is not ok.
    public enum Blame {
        NOBODY,
        ADAPTER,
        MAP
    }

    /// One thing that was looked at.
    ///
    /// @param says what was seen, or what is wrong
    public record Line(String what, Blame blame, String says) {
        /// Whether nothing is wrong.
        public boolean ok() {
            return blame == Blame.NOBODY;
        }
    }

    /// Looks at everything, until the adapter does not answer.
    public static List<Line> of(Implementation patient) {
        return of(patient, MEASURED);
    }

    /// The same; each speed is measured for so long, after half of that to warm up.
    static List<Line> of(Implementation patient, Duration measured) {
        var checkup = new Checkup(patient, measured);
        checkup.exchanges();
        if (patient instanceof Remote remote) {
            checkup.wire(remote);
        }
        checkup.look("a command asked again after reset", Blame.ADAPTER, checkup::resets);
        checkup.look("a list of commands, in order", Blame.ADAPTER, checkup::inOrder);
        checkup.undeclared();
        checkup.declared();
        checkup.look("speed, one command a message", Blame.ADAPTER, () -> checkup.speed(1));
        checkup.look("speed, 1000 commands a message", Blame.ADAPTER, () -> checkup.speed(1000));
        return List.copyOf(checkup.lines);
    }

    /// The one sentence that all lines come to: a map is judged where its adapter is sound alone.
    public static String verdict(List<Line> lines) {
        return first(lines, Blame.ADAPTER)
                .map(line -> "the adapter is at fault, not the map: " + line.what())
                .or(() ->
                        first(lines, Blame.MAP)
                                .map(line ->
                                        "the adapter is sound, the map is at fault: "
                                                + line.what()))
                .orElse("the adapter is sound: 'run' can judge the map");
    }

    private static Optional<Line> first(List<Line> lines, Blame blame) {
        return lines.stream().filter(line -> line.blame() == blame).findFirst();
    }

    /// Looks at one thing, from nothing on. What is thrown is the fault of the adapter.
    private void look(String what, Blame blame, Supplier<Optional<String>> wrong) {
        if (silent) {
            return;
        }
        Line line;
        try {
            patient.reset();
            model.reset();
            said = "";
            line =
                    wrong.get()
                            .map(why -> new Line(what, blame, why))
                            .orElseGet(() -> new Line(what, Blame.NOBODY, said));
        } catch (RuntimeException broken) {
            silent = true;
            line = new Line(what, Blame.ADAPTER, String.valueOf(broken.getMessage()));
        }
        lines.add(line);
    }

    private Input key(long index) {
        return new Input.Given(patient.identity().platform().key(index));
    }

    private static Input value(String hex) {
        return new Input.Given(Bytes.hex(hex));
    }

    private static Create create(Handle map) {
        return new Create(map, MapSpec.of(MapType.ARRAY, 8, 4));
    }

    /// Ten that every array map answers alike.
    private List<Command> fixed() {
        return List.of(
                create(A),
                new Lookup(A, key(3), 0, FITS),
                new Update(A, key(1), value("0102030405060708"), Flags.ANY),
                new Lookup(A, key(1), 0, FITS),
                new Lookup(A, key(0), 0, FITS),
                new Update(A, key(2), value("1112131415161718"), Flags.EXIST),
                new Lookup(A, key(2), 0, FITS),
                new Lookup(A, key(4), 0, FITS),
                new NextKey(A, key(0), FITS),
                new Lookup(B, key(0), 0, FITS));
    }

    private void exchanges() {
        look(
                "ten exchanges, one a message",
                Blame.MAP,
                () -> {
                    for (Command command : fixed()) {
                        var wrong = compared(command, patient.apply(command));
                        if (wrong.isPresent()) {
                            return wrong;
                        }
                    }
                    return Optional.empty();
                });
    }

    private Optional<String> compared(Command command, Outcome got) {
        var wanted = model.apply(command);
        return got.equals(wanted)
                ? Optional.empty()
                : Optional.of(
                        "%s: got %s, wanted %s"
                                .formatted(words(command), words(got), words(wanted)));
    }

    /// As on the wire.
    private static String words(Command command) {
        return Json.COMMAND.encode(command);
    }

    private static String words(Outcome outcome) {
        return Json.OUTCOME.encode(outcome);
    }

    private static String words(List<Outcome> outcomes) {
        return outcomes.stream().map(Checkup::words).toList().toString();
    }

    private Optional<String> resets() {
        for (Command command : fixed()) {
            var _ = patient.apply(command);
        }
        patient.reset();
        var left = patient.apply(new Lookup(A, key(1), 0, FITS));
        return succeeds(left)
                ? Optional.of("a map lives on after reset: " + words(left))
                : Optional.empty();
    }

    private Optional<String> inOrder() {
        var commands = fixed();
        var together = patient.apply(commands);
        patient.reset();
        var singly = commands.stream().map(patient::apply).toList();
        return together.equals(singly)
                ? Optional.empty()
                : Optional.of(
                        "one list answers %s, one by one %s"
                                .formatted(words(together), words(singly)));
    }

    private void wire(Remote remote) {
        look(
                "an unknown method is an error",
                Blame.ADAPTER,
                () -> remote.answersError("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"dance\"}"));
        look(
                "what is no request is an error",
                Blame.ADAPTER,
                () -> remote.answersError("{\"jsonrpc\":\"2.0\"}"));
        look(
                "what is not JSON is an error, and the conversation goes on",
                Blame.ADAPTER,
                () -> {
                    var wrong = remote.answersError("what?");
                    var _ = patient.apply(create(A));
                    return wrong;
                });
    }

    private void undeclared() {
        var lacking = EnumSet.allOf(Capability.class);
        lacking.removeAll(patient.identity().capabilities());
        lacking.forEach(capability ->
                look(
                        "refuses what it does not declare: " + capability.id(),
                        Blame.ADAPTER,
                        () -> refused(needs.of(capability))));
    }

    private Optional<String> refused(List<Command> commands) {
        var outcomes = patient.apply(commands);
        return succeeds(outcomes.getLast())
                ? Optional.of(words(commands.getLast()) + " answers " + words(outcomes.getLast()))
                : Optional.empty();
    }

    private static boolean succeeds(Outcome outcome) {
        return !(outcome instanceof Outcome.Unsupported) && outcome.refusal().isEmpty();
    }

    private void declared() {
        patient.identity()
                .capabilities()
                .forEach(capability ->
                        look(
                                "offers what it declares: " + capability.id(),
                                Blame.ADAPTER,
                                () -> offered(needs.of(capability))));
    }

    private Optional<String> offered(List<Command> commands) {
        var last = patient.apply(commands).getLast();
        return last instanceof Outcome.Unsupported
                ? Optional.of(words(commands.getLast()) + " is unsupported")
                : Optional.empty();
    }

    private Optional<String> speed(int list) {
        var commands = new ArrayList<Command>(Collections.nCopies(list, lookup()));
        commands.set(0, create(A));
        var last = timed(commands, nanos / 2).last();
        var timed = timed(commands, nanos);
        said = "%.0f commands a second".formatted(timed.rounds() * list / (timed.nanos() / 1e9));
        return last.equals(timed.last())
                ? Optional.empty()
                : Optional.of("answers " + words(last) + ", later " + words(timed.last()));
    }

    private Lookup lookup() {
        return new Lookup(A, key(1), 0, FITS);
    }

    private record Timed(int rounds, long nanos, Outcome last) {}

    private Timed timed(List<Command> commands, long least) {
        long begin = System.nanoTime();
        for (int rounds = 1; ; rounds++) {
            var last = patient.apply(commands).getLast();
            long nanos = System.nanoTime() - begin;
            if (nanos >= least) {
                return new Timed(rounds, nanos, last);
            }
        }
    }
}
