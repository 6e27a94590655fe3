package org.maptck.features.steps;

import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Deed;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Operand;
import org.maptck.model.Output;
import org.maptck.model.Step;

/// Steps about one element, by user space or by a program.
public final class ElementSteps {
    private final World world;
    private final Contents contents;

    public ElementSteps(World world, Contents contents) {
        this.world = world;
        this.contents = contents;
    }

    @When("{actor} {elementverb} {element}{slot}{flags}{into}{envelope}")
    public void onElement(
            Actor actor,
            ElementVerb verb,
            Element element,
            Slot slot,
            long flags,
            Output into,
            Wrapping envelope) {
        switch (actor) {
            case Actor.UserSpace _ ->
                    world.perform(
                            actor.around(envelope.around(userCommand(verb, element, flags, into))));
            case Actor.AnyProgram _,
                    Actor.ProgramOn _,
                    Actor.ProgramEverywhere _,
                    Actor.OtherProgram _,
                    Actor.DeprivedProgram _ ->
                    world.run(actor, _ -> programStep(verb, element, slot));
        }
    }

    private Command userCommand(ElementVerb verb, Element element, long flags, Output into) {
        var key = element.input(world.platform());
        return switch (verb) {
            case LOOKS_UP -> new Command.Lookup(element.map(), key, flags, into);
            case DELETES -> new Command.Delete(element.map(), key);
            case LOOKS_UP_AND_DELETES ->
                    new Command.LookupAndDelete(element.map(), key, flags, into);
            case ASKS_FOR_THE_KEY_AFTER -> new Command.NextKey(element.map(), key, into);
            case LOCATES ->
                    throw new IllegalArgumentException("user space has no address of an element");
        };
    }

    private Step programStep(ElementVerb verb, Element element, Slot slot) {
        var index = element.operand(world.platform());
        return switch (verb) {
            case LOOKS_UP -> lookup(element, index, slot.cpu(world.platform()));
            case DELETES -> new Step.Delete(element.map(), index);
            case LOCATES -> new Step.Misalignment(element.map(), index);
            case LOOKS_UP_AND_DELETES, ASKS_FOR_THE_KEY_AFTER ->
                    throw new IllegalArgumentException("no helper " + verb);
        };
    }

    /// A look-up by a program.
    ///
    /// @param cpu whose slot is meant; -1 for that of the program's own CPU
    static Step lookup(Element element, Operand index, long cpu) {
        if (element.outer().isPresent()) {
            return through(
                    element, index, cpu < 0 ? new Deed.Lookup() : new Deed.LookupPercpu(cpu));
        }
        return cpu < 0
                ? new Step.Lookup(element.map(), index)
                : new Step.LookupPercpu(element.map(), index, cpu);
    }

    private static Step through(Element element, Operand index, Deed deed) {
        var outer = new Operand.Constant(element.outer().orElse(0L));
        return new Step.Through(element.map(), outer, index, deed);
    }

    @When("{atonce}{actor} updates {element} to {value}{rival}{flags}{locked}{envelope}")
    public void update(
            OptionalInt times,
            Actor actor,
            Element element,
            Value value,
            Optional<Value> rival,
            long flags,
            boolean locked,
            Wrapping envelope) {
        touch(element);
        if (times.isPresent() && rival.isPresent()) {
            race(times.getAsInt(), actor, element, List.of(value, rival.get()), flags, locked);
        } else {
            update(actor, element, value, flags, locked, envelope);
        }
    }

    private void update(
            Actor actor,
            Element element,
            Value value,
            long flags,
            boolean locked,
            Wrapping envelope) {
        switch (actor) {
            case Actor.UserSpace _ ->
                    world.perform(actor.around(envelope.around(userUpdate(element, value, flags))));
            case Actor.AnyProgram _,
                    Actor.ProgramOn _,
                    Actor.ProgramEverywhere _,
                    Actor.OtherProgram _,
                    Actor.DeprivedProgram _ ->
                    world.run(actor, cpu -> updating(element, value, flags, locked, cpu));
        }
    }

    private Command userUpdate(Element element, Value value, long flags) {
        if (value instanceof Value.OfMap(var inner)) {
            return new Command.Insert(element.map(), element.index(world.platform()), inner);
        }
        var input = value.input(world.spec(element.map()), world.platform());
        return new Command.Update(element.map(), element.input(world.platform()), input, flags);
    }

    private Step updating(Element element, Value value, long flags, boolean locked, int cpu) {
        var index = element.operand(world.platform());
        var bytes = value.forProgram(world.spec(element.map()), world.platform(), cpu);
        if (element.outer().isPresent()) {
            return through(element, index, new Deed.Update(bytes, flags));
        }
        return locked
                ? new Step.LockedStore(element.map(), index, bytes)
                : new Step.Update(element.map(), index, bytes, flags);
    }

    @When("{actor} loads {element}{range}{directly}")
    public void load(Actor actor, Element element, Range range, OptionalLong address) {
        var index = element.operand(world.platform());
        var at = range.in(world.spec(element.map()));
        world.run(
                actor,
                _ ->
                        address.isEmpty()
                                ? new Step.Load(element.map(), index, at.offset(), at.width())
                                : new Step.DirectLoad(
                                        element.map(),
                                        (int) address.getAsLong(),
                                        at.offset(),
                                        at.width()));
    }

    @When("{atonce}{actor} {change} {number} to/in/into {element}{range}{slot}")
    public void change(
            OptionalInt times,
            Actor actor,
            Change change,
            long number,
            Element element,
            Range range,
            Slot slot) {
        touch(element);
        var at = range.in(world.spec(element.map()));
        long cpu = slot.cpu(world.platform());
        var step = change.step(element, element.operand(world.platform()), at, number, cpu);
        if (times.isEmpty()) {
            world.run(actor, _ -> step);
        } else {
            world.perform(race(actor, times.getAsInt(), step));
        }
    }

    private Command race(Actor actor, int times, Step step) {
        List<Command> callers = new ArrayList<>();
        for (int cpu : actor.cpus(world.platform())) {
            callers.add(new Command.Run(cpu, Command.Run.NO_PACKET, times, List.of(step)));
        }
        return new Command.Race(callers, 1);
    }

    /// Callers write, each its own value, and another one reads; the answers are what it saw.
    private void race(
            int times,
            Actor actor,
            Element element,
            List<Value> values,
            long flags,
            boolean locked) {
        List<Command> callers = new ArrayList<>();
        for (int number = 0; number < values.size(); number++) {
            callers.add(writer(actor, element, values.get(number), flags, locked, number));
        }
        var key = element.input(world.platform());
        callers.add(
                new Command.Lookup(
                        element.map(), key, locked ? Flags.LOCK : flags, new Output.Fits()));
        world.race(callers, times);
    }

    private Command writer(
            Actor actor, Element element, Value value, long flags, boolean locked, int number) {
        var spec = world.spec(element.map());
        var cpus = actor.cpus(world.platform());
        if (cpus.isEmpty()) {
            return new Command.Update(
                    element.map(),
                    element.input(world.platform()),
                    value.input(spec, world.platform()),
                    flags);
        }
        int cpu = cpus.get(number % cpus.size());
        return new Command.Run(
                cpu,
                Command.Run.NO_PACKET,
                1,
                List.of(updating(element, value, flags, locked, cpu)));
    }

    @When("{actor} counts a packet of IP protocol {int} and {int} bytes in {map}")
    public void count(Actor actor, int protocol, int length, Handle map) {
        var count =
                new Step.AtomicAdd(
                        map,
                        new Operand.PacketByte(Packet.PROTOCOL),
                        0,
                        Long.BYTES,
                        new Operand.PacketLength());
        contents.touches(map, protocol);
        for (int cpu : actor.cpus(world.platform())) {
            world.run(cpu, Packet.of(protocol, length), count);
        }
    }

    @When("{actor} {copying} {element} to {element}{flags}")
    public void fromTo(Actor actor, boolean copying, Element from, Element to, long flags) {
        var start = from.operand(world.platform());
        var end = to.operand(world.platform());
        if (copying) {
            touch(to);
        }
        world.run(
                actor,
                _ ->
                        copying
                                ? new Step.UpdateFrom(to.map(), end, start, flags)
                                : new Step.Distance(from.map(), start, end));
    }

    private void touch(Element element) {
        if (element.outer().isEmpty() && element.key() instanceof Element.Key.Index(long index)) {
            contents.touches(element.map(), index);
        }
    }

    /// A packet as it comes from the wire: an Ethernet and an IPv4 header, then zeros.
    private static final class Packet {
        static final int PROTOCOL = 14 + 9;

        private static final int ETHERTYPE = 12;
        private static final int VERSION = 14;

        static Bytes of(int protocol, int length) {
            var bytes = new byte[length];
            set(bytes, ETHERTYPE, 0x08);
            set(bytes, VERSION, 0x45);
            set(bytes, PROTOCOL, protocol);
            return Bytes.owning(bytes);
        }

        private static void set(byte[] bytes, int offset, int value) {
            if (offset < bytes.length) {
                bytes[offset] = (byte) value;
            }
        }
    }
}
