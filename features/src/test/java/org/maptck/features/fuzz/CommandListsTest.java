package org.maptck.features.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Platform;
import org.maptck.model.Step;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.Face;

/// What lists of commands are made of, and what decides them.
class CommandListsTest {
    private static final int MANY = 20_000;
    private static final Identity EVERYTHING = new ReferenceModel(Platform.DEFAULT).identity();

    private static Set<Class<?>> seen(CommandLists lists, int count) {
        var seen = new HashSet<Class<?>>();
        for (int i = 0; i < count; i++) {
            lists.list(Choices.of(1, i)).forEach(command -> note(command, seen));
        }
        return seen;
    }

    private static void note(Command command, Set<Class<?>> seen) {
        seen.add(command.getClass());
        if (command instanceof Command.Run run) {
            run.steps().forEach(step -> seen.add(step.getClass()));
        }
    }

    private static Set<Class<?>> permitted(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(it -> it.isSealed() ? permitted(it).stream() : Stream.of(it))
                .collect(Collectors.toSet());
    }

    @Test
    void everyKindOfCommandAndStepIsGenerated() {
        var wanted = new HashSet<>(permitted(Command.class));
        wanted.addAll(permitted(Step.class));
        assertEquals(wanted, seen(new CommandLists(EVERYTHING, Optional.empty()), MANY));
    }

    @Test
    void theSameSeedAndIndexDecideTheSameList() {
        var source = new Source(7, EVERYTHING, Optional.empty());
        assertEquals(source.list(3), source.list(3));
        assertNotEquals(source.list(3), source.list(4));
        assertNotEquals(source.list(3), new Source(8, EVERYTHING, Optional.empty()).list(3));
    }

    @Test
    void whatIsNotOfferedIsNotAskedFor() {
        var nothing = new Identity("bare", "1", Platform.DEFAULT, EnumSet.noneOf(Capability.class));
        assertEquals(
                Set.of(
                        Command.Create.class,
                        Command.Close.class,
                        Command.Lookup.class,
                        Command.Update.class,
                        Command.Delete.class,
                        Command.LookupAndDelete.class,
                        Command.NextKey.class),
                seen(new CommandLists(nothing, Optional.empty()), MANY));
    }

    @Test
    void oneFaceIsKeptTo() {
        var memory = seen(new CommandLists(EVERYTHING, Optional.of(Face.MEMORY)), MANY);
        assertEquals(
                Set.of(
                        Command.Create.class,
                        Command.Update.class,
                        Command.MapMemory.class,
                        Command.ReadMemory.class,
                        Command.WriteMemory.class,
                        Command.AddMemory.class,
                        Command.Protect.class,
                        Command.UseMapping.class,
                        Command.Unmap.class),
                memory);
    }

    @Test
    void smallerNumbersMakePlainerLists() {
        var lists = new CommandLists(EVERYTHING, Optional.empty());
        var plainest = lists.list(List.of(Choices.listed(), Choices.listed()));
        var create = new Command.Create(Handle.A, MapSpec.of(MapType.ARRAY, 8, 3));
        assertEquals(List.of(create, create), plainest);
    }
}
