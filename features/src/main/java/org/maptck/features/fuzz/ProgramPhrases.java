package org.maptck.features.fuzz;

import java.util.Optional;
import org.maptck.features.fuzz.Phrases.Phrase;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Oddity;
import org.maptck.model.Operand;
import org.maptck.model.Platform;
import org.maptck.model.Step;

/// Programs of one step in the phrases of the rules.
final class ProgramPhrases {
    private static final int AHEAD = 1000;

    private final Phrases maps;
    private final Platform platform;

    ProgramPhrases(Phrases maps, Platform platform) {
        this.maps = maps;
        this.platform = platform;
    }

    Optional<Phrase> of(Command.Run run) {
        boolean plain =
                run.steps().size() == 1
                        && run.repeat() == 1
                        && run.packet().equals(Command.Run.NO_PACKET);
        return plain
                ? actor(run)
                        .flatMap(actor ->
                                words(run.steps().getFirst())
                                        .flatMap(words -> Phrase.of(actor + " " + words)))
                : Optional.empty();
    }

    private Optional<String> actor(Command.Run run) {
        boolean first = run.cpu() == platform.onlineCpus().getFirst();
        return switch (run.loading()) {
            case CLASSIFIER -> Optional.of("a program on CPU " + run.cpu());
            case STRICT -> first ? Optional.of("a strictly aligned program") : Optional.empty();
            case SLEEPABLE -> first ? Optional.of("a sleepable program") : Optional.empty();
            case SOCKET_FILTER -> first ? Optional.of("a socket filter") : Optional.empty();
        };
    }

    private Optional<String> words(Step step) {
        return switch (step) {
            case Step.Lookup s -> element(s.map(), s.index()).map("looks up "::concat);
            case Step.LookupPercpu s ->
                    element(s.map(), s.index()).map(at -> "looks up " + at + cpu(s.cpu()));
            case Step.Update s ->
                    known(s.map(), s.index())
                            .flatMap(at ->
                                    Phrases.bytes(s.value())
                                            .map(value ->
                                                    "updates "
                                                            + (at + " to " + value)
                                                            + Phrases.flags(s.flags())));
            case Step.Delete s -> element(s.map(), s.index()).map("deletes "::concat);
            case Step.Load s ->
                    known(s.map(), s.index())
                            .map(at -> "loads " + at + range(s.offset(), s.width()));
            case Step.Store s -> stored(s.value(), s.map(), s.index(), s.offset(), s.width(), "");
            case Step.StorePercpu s ->
                    stored(s.value(), s.map(), s.index(), s.offset(), s.width(), cpu(s.cpu()));
            case Step.AtomicAdd s ->
                    change("atomically adds", s.addend(), "to", s.map(), s.index())
                            .map(words -> words + range(s.offset(), s.width()));
            case Step.ForEach s ->
                    Optional.of(
                            "walks "
                                    + Phrases.map(s.map())
                                    + (s.limit() == 0 ? "" : " up to call " + s.limit())
                                    + Phrases.flags(s.flags()));
            case Step.LockedStore s ->
                    known(s.map(), s.index())
                            .flatMap(at ->
                                    Phrases.bytes(s.value())
                                            .map(value ->
                                                    "updates "
                                                            + at
                                                            + " to "
                                                            + value
                                                            + " under its spin lock"));
            case Step.Misalignment s -> element(s.map(), s.index()).map("locates "::concat);
            case Step.Distance s ->
                    pair(s.map(), s.from(), s.to()).map("measures the distance from "::concat);
            case Step.PlainAdd s ->
                    change("adds", s.addend(), "to", s.map(), s.index())
                            .map(words -> words + range(s.offset(), s.width()));
            case Step.Atomic s ->
                    change(verb(s), s.operand(), "in", s.map(), s.index())
                            .map(words -> words + range(s.offset(), s.width()));
            case Step.CompareExchange s ->
                    s.expected() instanceof Operand.Constant(long expected)
                            ? change(
                                            "atomically replaces " + expected + " by",
                                            s.value(),
                                            "in",
                                            s.map(),
                                            s.index())
                                    .map(words -> words + range(s.offset(), s.width()))
                            : Optional.empty();
            case Step.UpdateFrom s ->
                    pair(s.map(), s.from(), s.index())
                            .map(words -> "copies " + words + Phrases.flags(s.flags()));
            case Step.ForEachAdding s ->
                    s.addend() == AHEAD
                            ? Optional.of("adds 1000 ahead in a walk of " + Phrases.map(s.map()))
                            : Optional.empty();
            case Step.DirectLoad s ->
                    known(s.map(), new Operand.Constant(0))
                            .map(at ->
                                    "loads "
                                            + at
                                            + range(s.offset(), s.width())
                                            + " from the address of byte "
                                            + s.address());
            case Step.Through _ -> Optional.empty();
            case Step.Unreached s -> unreached(s);
        };
    }

    private static String verb(Step.Atomic step) {
        return switch (step.operation()) {
            case AND -> "atomically ands";
            case OR -> "atomically ors";
            case XOR -> "atomically xors";
            case EXCHANGE -> "atomically stores";
        };
    }

    private static Optional<String> unreached(Step.Unreached step) {
        var words = step.oddity().words();
        boolean numbered = words.contains(Oddity.NUMBER);
        return numbered || step.number() == 0
                ? Optional.of(
                        "that "
                                + words.replace(Oddity.NUMBER, Long.toString(step.number()))
                                + " in "
                                + Phrases.map(step.map())
                                + " is loaded")
                : Optional.empty();
    }

    private Optional<String> stored(
            Operand value, Handle map, Operand index, int offset, int width, String cpu) {
        return value instanceof Operand.Constant(long number)
                ? known(map, index)
                        .map(at ->
                                "stores the number "
                                        + (number + " into " + at)
                                        + range(offset, width)
                                        + cpu)
                : Optional.empty();
    }

    private Optional<String> change(
            String verb, Operand number, String preposition, Handle map, Operand index) {
        return number instanceof Operand.Constant(long amount)
                ? known(map, index).map(at -> verb + " " + amount + " " + preposition + " " + at)
                : Optional.empty();
    }

    private static Optional<String> pair(Handle map, Operand from, Operand to) {
        return element(map, from)
                .flatMap(start -> element(map, to).map(end -> start + " to " + end));
    }

    /// An element of a map whose parameters a scenario knows.
    private Optional<String> known(Handle map, Operand index) {
        return maps.knows(map) ? element(map, index) : Optional.empty();
    }

    private static Optional<String> element(Handle map, Operand index) {
        return index instanceof Operand.Constant(long number) && number >= 0
                ? Optional.of("index " + number + Phrases.of(map))
                : Optional.empty();
    }

    private static String range(int offset, int width) {
        return " at byte " + offset + ", " + width + " wide";
    }

    private static String cpu(long cpu) {
        return " for CPU " + cpu;
    }
}
