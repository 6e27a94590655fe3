package org.maptck.features.steps;

import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maptck.features.Broken;
import org.maptck.features.Mismatch;
import org.maptck.features.NotApplicable;
import org.maptck.features.Pace;
import org.maptck.features.Session;
import org.maptck.features.Words;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Deed;
import org.maptck.model.Errno;
import org.maptck.model.Handle;
import org.maptck.model.Implementation;
import org.maptck.model.MapSpec;
import org.maptck.model.Mapping;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.Step;
import org.maptck.model.Trace;

/// What one scenario knows: the implementation, what was done with it, and what it answered last.
public final class World {
    private final Implementation implementation = Session.CURRENT.get().implementation();
    private final Pace pace = new Pace(implementation);
    private final Platform platform = implementation.identity().platform();
    private final List<Trace.Entry> done = new ArrayList<>();
    private final Map<Handle, MapSpec> specs = new HashMap<>();
    private final Map<Mapping, Command.MapMemory> mapped = new HashMap<>();
    private final Map<Handle, Map<Long, Handle>> inner = new HashMap<>();
    private final Map<Handle, Long> ids = new HashMap<>();
    private List<Outcome> answers = List.of();
    private boolean mayBeMissing;
    private boolean big;

    /// What the scenario is tagged with: `@lacks:…` where it is about something that is not
    /// offered, `@big` where it asks for more than every machine has.
    @Before
    public void tagged(Scenario scenario) {
        var tags = scenario.getSourceTagNames();
        mayBeMissing = tags.stream().anyMatch(tag -> tag.startsWith("@lacks:"));
        big = tags.contains("@big");
    }

    /// The machine that the implementation is on.
    public Platform platform() {
        return platform;
    }

    /// Does a command; its outcome is the answer that the next expectation looks at.
    public Outcome perform(Command command) {
        return perform(List.of(command)).getFirst();
    }

    /// Does commands, some at once; the outcome of the last is the answer that the next expectation
    /// looks at.
    public List<Outcome> perform(List<Command> commands) {
        var outcomes = new ArrayList<Outcome>(commands.size());
        while (outcomes.size() < commands.size()) {
            var some = commands.subList(outcomes.size(), commands.size());
            var answered = ask(some);
            for (int i = 0; i < answered.size(); i++) {
                done.add(new Trace.Entry(some.get(i), answered.get(i)));
            }
            for (int i = 0; i < answered.size(); i++) {
                look(some.get(i), answered.get(i));
            }
            outcomes.addAll(answered);
        }
        return outcomes;
    }

    private void look(Command command, Outcome outcome) {
        if (outcome instanceof Outcome.Unsupported(String what) && !mayBeMissing) {
            if (big) {
                throw new NotApplicable("not offered: " + what);
            }
            throw new Mismatch("what was declared", Words.of(outcome));
        }
        if (big && lacksMemory(command, outcome)) {
            throw new NotApplicable("the machine has too little memory");
        }
        remember(command, outcome);
        answers = List.of(outcome);
    }

    /// Whether a map was refused that would take a great part of the memory.
    private boolean lacksMemory(Command command, Outcome outcome) {
        return command instanceof Command.Create(_, var spec, _)
                && outcome.equals(new Outcome.Refused(Errno.ENOMEM))
                && spec.maxEntries() * spec.stride() > platform.memory() / 4;
    }

    /// The outcomes of the first of some commands.
    private List<Outcome> ask(List<Command> commands) {
        try {
            return pace.begin(commands);
        } catch (RuntimeException broken) {
            throw new Broken(broken);
        }
    }

    /// A handle is bound to the map that another one is bound to, or was.
    public void same(Handle map, Handle original) {
        specs.put(map, spec(original));
    }

    /// The id that a map told before this answer; 0 for none.
    public long id(Handle map) {
        return ids.getOrDefault(map, 0L);
    }

    /// The map that was put into a map of maps.
    public Handle inner(Handle outer, long index) {
        return inner.getOrDefault(outer, Map.of()).getOrDefault(index, Handle.A);
    }

    private void remember(Command command, Outcome outcome) {
        if (command instanceof Command.Enveloped(var inner, _)) {
            remember(inner, outcome);
        }
        if (command instanceof Command.Deprived(var inner, _)) {
            remember(inner, outcome);
        }
        if (command instanceof Command.GetInfo(var map)
                && outcome instanceof Outcome.Described(var info)) {
            ids.put(map, info.id());
        }
        if (outcome instanceof Outcome.Done) {
            if (command instanceof Command.Create(var map, var spec, _)) {
                specs.put(map, spec);
            }
            if (command instanceof Command.CreateOuter outer) {
                same(outer.map(), outer.template());
            }
            if (command instanceof Command.Insert(var outer, long index, var map)) {
                inner.computeIfAbsent(outer, _ -> new HashMap<>()).put(index, map);
            }
            if (command instanceof Command.MapMemory mapping) {
                mapped.put(mapping.mapping(), mapping);
            }
        }
    }

    /// Lets an actor do a step on each of its CPUs, in turn; the answers are what the steps saw.
    public void run(Actor actor, java.util.function.IntFunction<Step> step) {
        var seen = new ArrayList<Outcome>();
        for (int cpu : actor.cpus(platform)) {
            var run =
                    new Command.Run(
                            cpu,
                            Command.Run.NO_PACKET,
                            1,
                            List.of(step.apply(cpu)),
                            actor.loading());
            seen.add(run(actor, run));
        }
        answers = List.copyOf(seen);
    }

    /// Lets a program do a step on a CPU, over a packet.
    public Outcome run(int cpu, Bytes packet, Step step) {
        return run(new Actor.ProgramOn(cpu), new Command.Run(cpu, packet, 1, List.of(step)));
    }

    private Outcome run(Actor actor, Command.Run run) {
        if (!platform.onlineCpus().contains(run.cpu())) {
            throw new NotApplicable("CPU " + run.cpu() + " is not online");
        }
        return stepOf(perform(actor.around(run)));
    }

    /// Whether what was done last is answered with a number: a helper that changes something is
    /// not, its success is 0.
    public boolean asksForNumber() {
        return done.isEmpty()
                || !(allowed(done.getLast().command()) instanceof Command.Run run)
                || run.steps().stream().noneMatch(World::changes);
    }

    /// The command without its privileges.
    private static Command allowed(Command command) {
        return command instanceof Command.Deprived(var inner, _) ? inner : command;
    }

    /// Whether what was done last was a program that was to answer with a part of a value, or with
    /// a number of another kind.
    public boolean asksForPart() {
        return !done.isEmpty() && asksForPart(allowed(done.getLast().command()));
    }

    private static boolean asksForPart(Command command) {
        return switch (command) {
            case Command.Run run -> run.steps().stream().noneMatch(World::asksForValue);
            case Command.AddMemory _, Command.UseFile _, Command.Race _ -> true;
            case Command _ -> false;
        };
    }

    private static boolean asksForValue(Step step) {
        return step instanceof Step.Lookup
                || step instanceof Step.LookupPercpu
                || step instanceof Step.Through;
    }

    private static boolean changes(Step step) {
        return step instanceof Step.Update
                || step instanceof Step.UpdateFrom
                || step instanceof Step.Delete
                || step instanceof Step.Store
                || step instanceof Step.StorePercpu
                || step instanceof Step.Through(_, _, _, Deed.Update _)
                || step instanceof Step.LockedStore;
    }

    /// What the only step of a program saw, or why the program did not run.
    private static Outcome stepOf(Outcome outcome) {
        return outcome instanceof Outcome.Ran(var steps) && steps.size() == 1
                ? steps.getFirst()
                : outcome;
    }

    /// Lets callers race; the answers are what the last of them saw.
    public void race(List<Command> callers, int times) {
        if (perform(new Command.Race(callers, times)) instanceof Outcome.Raced(var seen)) {
            answers = seen.getLast();
        }
    }

    /// Does commands that the scenario takes for granted.
    public void must(List<Command> commands) {
        var outcomes = perform(commands);
        for (int i = 0; i < commands.size(); i++) {
            if (!outcomes.get(i).equals(new Outcome.Done())) {
                throw new Mismatch(
                        Words.of(commands.get(i)) + " to succeed", Words.of(outcomes.get(i)));
            }
        }
    }

    /// What was answered last: one outcome for each caller.
    public List<Outcome> answers() {
        if (answers.isEmpty()) {
            throw new IllegalStateException("nothing was asked before the expectation");
        }
        return answers;
    }

    /// What a map was created as.
    public MapSpec spec(Handle map) {
        var spec = specs.get(map);
        if (spec == null) {
            throw new Mismatch("map " + map + " to exist", "it was not created");
        }
        return spec;
    }

    /// The map that a mapping shows.
    public MapSpec spec(Mapping mapping) {
        return spec(mapOf(mapping).map());
    }

    /// How a mapping was made.
    public Command.MapMemory mapOf(Mapping mapping) {
        var made = mapped.get(mapping);
        if (made == null) {
            throw new Mismatch("mapping " + mapping + " to exist", "it was not made");
        }
        return made;
    }

    /// What was done and seen so far.
    public Trace trace() {
        return new Trace(done);
    }
}
