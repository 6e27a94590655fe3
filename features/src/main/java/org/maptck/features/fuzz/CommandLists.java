package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.Step;
import org.maptck.reports.Face;

/// The generator of lists of commands: on every face, about several maps at once, valid and invalid
/// alike, weighted towards what is small and what is just past an edge. Choices alone decide a
/// list.
public final class CommandLists {
    private static final int MOST = 24;

    private final Creations creations;
    private final ElementCalls elements;
    private final List<Kind<Command>> kinds;
    private final List<Kind<Step>> steps;
    private final Odds<Kind<Command>> weighted;
    private final Optional<Kind<Command>> race;

    /// Lists for an implementation: of what it offers, on its platform.
    ///
    /// @param face creations, and else only what is done there; everything where empty
    public CommandLists(Identity identity, Optional<Face> face) {
        var operands = new Operands(identity);
        creations = new Creations(identity, operands);
        elements = new ElementCalls(operands);
        var memory = new MemoryCalls(operands);
        var programs = new ProgramRuns(operands, identity.capabilities());
        var plain =
                kept(
                        identity,
                        face,
                        Stream.of(
                                        new MapCalls(operands, creations).kinds(),
                                        elements.kinds(),
                                        memory.kinds(),
                                        List.of(programs.kind()))
                                .flatMap(List::stream));
        var enveloped = kept(identity, face, Stream.of(new EnvelopedCalls(plain).kind()));
        var races =
                kept(
                        identity,
                        face,
                        Stream.of(new RaceCalls(elements, memory, programs, plain).kind()));
        kinds = Stream.of(plain, enveloped, races).flatMap(List::stream).toList();
        steps = programs.stepKinds();
        weighted =
                new Odds<>(
                        Stream.concat(plain.stream(), enveloped.stream())
                                .flatMap(kind -> Odds.of(kind.weight(), kind).table().stream())
                                .toList());
        race = races.stream().findFirst();
    }

    private static List<Kind<Command>> kept(
            Identity identity, Optional<Face> face, Stream<Kind<Command>> kinds) {
        return kinds.filter(kind ->
                        kind.needs().map(identity.capabilities()::contains).orElse(true)
                                && (kind.type() == Command.Create.class
                                        || face.map(kind.face()::equals).orElse(true)))
                .toList();
    }

    /// The kinds of commands that come.
    List<Kind<Command>> kinds() {
        return kinds;
    }

    /// The kinds of steps that come in programs.
    List<Kind<Step>> steps() {
        return steps;
    }

    /// A list that begins with the creation of a map, so that there is something to talk about.
    public List<Command> list(Choices choices) {
        var draft = new Draft(choices);
        int count = 1 + draft.below(MOST);
        var all = new ArrayList<Command>(count + 5);
        begin(draft, all);
        for (int i = 1; i < count; i++) {
            all.add(weighted.pick(draft).make(draft));
        }
        all.add(last(draft));
        return all;
    }

    /// A list of one command for each of some choices, after those that the first decides.
    public List<Command> list(List<Choices> each) {
        var draft = new Draft(each.isEmpty() ? Choices.listed() : each.getFirst());
        var all = new ArrayList<Command>();
        begin(draft, all);
        for (int i = 1; i < each.size(); i++) {
            draft.take(each.get(i));
            all.add(i == each.size() - 1 ? last(draft) : weighted.pick(draft).make(draft));
        }
        return List.copyOf(all);
    }

    /// A map, and in half of the lists an element or two that differ from the others.
    private void begin(Draft draft, List<Command> all) {
        all.add(creations.first(draft));
        int fill = draft.below(4);
        for (int i = 2; i <= fill; i++) {
            all.add(elements.fill(draft, Handle.A));
        }
    }

    private Command last(Draft draft) {
        return race.isPresent() && draft.onceIn(24)
                ? race.get().make(draft)
                : weighted.pick(draft).make(draft);
    }
}
