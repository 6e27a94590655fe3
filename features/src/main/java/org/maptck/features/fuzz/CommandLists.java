package org.maptck.features.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.maptck.features.fuzz.LongRuns.Extent;
import org.maptck.model.Capability;
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
    private static final int MOST_IN_LONG = 1000;
    private static final int STRESS = 8;
    private static final int EPISODES = 16;
    private static final Set<Class<? extends Command>> OFTEN =
            Set.of(
                    Command.Lookup.class,
                    Command.Update.class,
                    Command.Delete.class,
                    Command.NextKey.class,
                    Command.LookupBatch.class,
                    Command.UpdateBatch.class,
                    Command.ReadMemory.class,
                    Command.WriteMemory.class,
                    Command.AddMemory.class);

    /// Of so many lists one is of long programs; where there is nothing but programs, all but two.
    private static final int LONG = 64;

    private static final Set<Capability> WHOLE =
            Set.of(Capability.IDENTITY, Capability.PIN, Capability.INFO, Capability.FREEZE);

    private final Creations creations;
    private final ElementCalls elements;
    private final List<Kind<Command>> kinds;
    private final List<Kind<Step>> steps;
    private final Odds<Theme> themes;
    private final Optional<RaceCalls> races;
    private final Optional<Episodes> episodes;
    private final Optional<LongRuns> longRuns;
    private final boolean volume;

    /// Lists for an implementation: of what it offers, on its platform.
    ///
    /// @param face creations, and else only what is done there; everything where empty
    public CommandLists(Identity identity, Optional<Face> face) {
        var operands = new Operands(identity);
        creations = new Creations(identity, operands);
        elements = new ElementCalls(operands);
        var memory = new MemoryCalls(operands);
        var maps = new MapCalls(operands, creations);
        var outers = new OuterCalls(operands, creations);
        var programs = new ProgramRuns(operands, outers, identity.capabilities());
        var plain =
                kept(
                        identity,
                        face,
                        Stream.of(
                                        maps.kinds(),
                                        new FileCalls(operands, maps).kinds(),
                                        outers.kinds(),
                                        elements.kinds(),
                                        memory.kinds(),
                                        List.of(programs.kind()))
                                .flatMap(List::stream));
        var wrapped =
                kept(
                        identity,
                        face,
                        Stream.of(
                                new EnvelopedCalls(plain).kind(),
                                new DeprivedCalls(operands, plain).kind()));
        var races =
                kept(
                        identity,
                        face,
                        Stream.of(new RaceCalls(elements, memory, programs, plain).kind()));
        episodes =
                face.isPresent()
                        ? Optional.empty()
                        : Optional.of(new Episodes(identity, operands, creations, elements));
        kinds = Stream.of(plain, wrapped, races).flatMap(List::stream).toList();
        steps = programs.stepKinds();
        longRuns =
                plain.stream().anyMatch(kind -> kind.type() == Command.Run.class)
                        ? Optional.of(new LongRuns(identity, operands, creations))
                        : Optional.empty();
        volume = face.isPresent();
        var usual = Stream.concat(plain.stream(), wrapped.stream()).toList();
        themes =
                Odds.of(10, theme(usual, _ -> true))
                        .and(2, theme(usual, kind -> kind.face() == Face.MEMORY))
                        .and(
                                2,
                                theme(
                                        usual,
                                        kind -> kind.needs().filter(WHOLE::contains).isPresent()))
                        .and(1, longTheme(usual, Face.SYSCALL))
                        .and(1, longTheme(usual, Face.MEMORY));
        this.races =
                races.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RaceCalls(elements, memory, programs, plain));
    }

    /// Kinds, some of them more often than usual.
    private static Theme theme(List<Kind<Command>> kinds, Predicate<Kind<Command>> stressed) {
        var weighted = new ArrayList<Kind<Command>>();
        for (var kind : kinds) {
            int weight = kind.weight() * (stressed.test(kind) ? STRESS : 1);
            weighted.addAll(Odds.of(weight, kind).table());
        }
        boolean mapped =
                kinds.stream()
                        .anyMatch(it -> it.type() == Command.MapMemory.class && stressed.test(it));
        boolean all = kinds.stream().allMatch(stressed);
        return new Theme(new Odds<>(List.copyOf(weighted)), mapped && !all, MOST);
    }

    /// Many calls about the elements of a map or two, for what only shows after a while.
    private static Theme longTheme(List<Kind<Command>> kinds, Face stressed) {
        var often = kinds.stream().filter(it -> OFTEN.contains(it.type())).toList();
        var mapping = kinds.stream().filter(it -> it.type() == Command.MapMemory.class).toList();
        boolean mapped = stressed == Face.MEMORY && !mapping.isEmpty();
        if (often.isEmpty()) {
            return theme(kinds, _ -> true);
        }
        var theme = theme(often, kind -> kind.face() == stressed);
        return mapped
                ? new Theme(theme.kinds().and(new Odds<>(mapping)), true, MOST_IN_LONG)
                : new Theme(theme.kinds(), false, MOST_IN_LONG);
    }

    /// What a list is about.
    ///
    /// @param mapped whether it begins with a map that can be mapped
    /// @param most commands beside the first
    private record Theme(Odds<Kind<Command>> kinds, boolean mapped, int most) {
        Command next(Draft draft) {
            return kinds.pick(draft).make(draft);
        }
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
        int drawn = draft.below(LONG);
        if (longRuns.isPresent() && drawn >= (volume ? 2 : LONG - 1)) {
            return longRuns.get().list(draft, volume ? Extent.VOLUME : Extent.AMONG_OTHERS);
        }
        var all = new ArrayList<Command>();
        var theme = begin(draft, all);
        int count = draft.below(theme.most());
        all.ensureCapacity(all.size() + count + 6);
        for (int i = 0; i < count; i++) {
            all.add(theme.next(draft));
        }
        end(draft, theme, all);
        return all;
    }

    /// A list of one command for each of some choices, after those that the first decides.
    public List<Command> list(List<Choices> each) {
        var draft = new Draft(each.isEmpty() ? Choices.listed() : each.getFirst());
        var all = new ArrayList<Command>();
        var theme = begin(draft, all);
        for (int i = 1; i < each.size(); i++) {
            draft.take(each.get(i));
            if (i == each.size() - 1) {
                end(draft, theme, all);
            } else {
                all.add(theme.next(draft));
            }
        }
        return List.copyOf(all);
    }

    /// A map, and in half of the lists an element or two that differ from the others.
    private Theme begin(Draft draft, List<Command> all) {
        var theme = themes.pick(draft);
        all.add(theme.mapped() ? creations.mappable(draft) : creations.first(draft));
        if (theme.most() == MOST_IN_LONG) {
            all.add(creations.unrestricted(draft, Handle.named("B")));
        }
        if (episodes.isPresent() && draft.onceIn(EPISODES)) {
            all.addAll(episodes.get().next(draft));
        }
        int fill = draft.below(4);
        for (int i = 2; i <= fill; i++) {
            all.add(elements.fill(draft, Handle.A));
        }
        return theme;
    }

    /// One more command, or callers at once: after them nothing but what they cannot change is
    /// known.
    private void end(Draft draft, Theme theme, List<Command> all) {
        switch (races.isPresent() ? draft.below(24) : 0) {
            case 22 -> all.addAll(races.get().counted(draft, creations));
            case 23 -> all.add(races.get().race(draft));
            default -> all.add(theme.next(draft));
        }
    }
}
