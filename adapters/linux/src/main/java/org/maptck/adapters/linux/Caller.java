package org.maptck.adapters.linux;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Supplier;
import org.maptck.model.Command;
import org.maptck.model.Outcome;

/// Somebody who makes calls, one at a time, with memory that is all their own; the handles and
/// mappings are those of the whole process.
final class Caller {
    private final Kernel kernel;
    private final Bindings bindings;
    private final Attributes attributes;
    private final Buffers buffers;
    private final Area description;
    private final Creation creation;
    private final ElementFace elements;
    private final BatchFace batches;
    private final MemoryFace memory;
    private final ProgramFace programs;
    private final IdentityFace identities;
    private final FileFace files;
    private final Pins pins;
    private final OuterFace outers;
    private final Iterators iterators;

    Caller(Pages pages, Bindings bindings, Pins pins, KernelTypes types) {
        this.bindings = bindings;
        kernel = pages.kernel();
        int cpus = kernel.platform().cpuCount();
        attributes = new Attributes(pages);
        buffers = new Buffers(pages, bindings);
        description = new Area(pages);
        creation = new Creation(kernel, attributes, description, bindings);
        elements = new ElementFace(attributes, buffers, bindings, cpus);
        batches = new BatchFace(attributes, buffers, bindings, cpus);
        memory = new MemoryFace(pages, attributes, bindings);
        programs = new ProgramFace(pages, attributes, bindings, description);
        identities = new IdentityFace(kernel, attributes, description, bindings, pins);
        files = new FileFace(pages, attributes, description, bindings, pins);
        this.pins = pins;
        outers = new OuterFace(kernel, attributes, description, bindings);
        iterators = new Iterators(kernel, attributes, description, bindings, programs, types);
    }

    /// Does a command.
    Outcome apply(Command command) {
        try {
            return dispatch(command);
        } catch (Unsupportable lacking) {
            return lacking.outcome();
        }
    }

    /// Begins a command that takes one call and little memory; others are not begun.
    Optional<Supplier<Outcome>> begin(Command command, Kernel.Pipeline pipeline) {
        return prepared(command).map(it -> attributes.begin(it, pipeline));
    }

    private Optional<Prepared> prepared(Command command) {
        return switch (command) {
            case Command.Lookup lookup -> elements.prepared(lookup);
            case Command.Update update -> elements.prepared(update);
            case Command _ -> Optional.empty();
        };
    }

    private Outcome dispatch(Command command) {
        return switch (command) {
            case Command.Create create -> creation.create(create);
            case Command.Close(var map) -> ErrnoNumbers.done(bindings.close(map));
            case Command.Lookup lookup -> elements.lookup(lookup);
            case Command.Update update -> elements.update(update);
            case Command.Delete delete -> elements.delete(delete);
            case Command.LookupAndDelete both -> elements.lookupAndDelete(both);
            case Command.NextKey step -> elements.nextKey(step);
            case Command.LookupBatch batch -> batches.lookup(batch);
            case Command.UpdateBatch batch -> batches.update(batch);
            case Command.DeleteBatch batch -> batches.delete(batch);
            case Command.LookupAndDeleteBatch batch -> batches.lookupAndDelete(batch);
            case Command.Freeze freeze -> elements.freeze(freeze);
            case Command.GetInfo info -> creation.info(info);
            case Command.MapMemory map -> memory.map(map);
            case Command.ReadMemory read -> memory.read(read);
            case Command.WriteMemory write -> memory.write(write);
            case Command.AddMemory add -> memory.add(add);
            case Command.Protect protect -> memory.protect(protect);
            case Command.UseMapping use -> memory.use(use);
            case Command.Unmap(var mapping) -> memory.unmap(mapping);
            case Command.Run run -> programs.run(run);
            case Command.Race _ -> new Outcome.Unsupported("a race within a race");
            case Command.Duplicate duplicate -> identities.duplicate(duplicate);
            case Command.OpenById open -> identities.openById(open);
            case Command.Pin pin -> identities.pin(pin);
            case Command.OpenPin open -> identities.openPin(open);
            case Command.Unpin unpin -> identities.unpin(unpin);
            case Command.ReadInfo info -> files.info(info);
            case Command.ShowDescriptor(var map) -> files.show(map);
            case Command.UseFile use -> files.use(use);
            case Command.ReadPin(var name) -> files.readPin(name);
            case Command.Deprived(var inner, var privileges) -> {
                pins.prepare(inner);
                yield attributes.as(privileges, () -> dispatch(inner));
            }
            case Command.CreateOuter outer -> outers.create(outer);
            case Command.Insert insert -> outers.insert(insert);
            case Command.OpenInner open -> outers.open(open);
            case Command.Iterate iterate -> iterators.iterate(iterate);
            case Command.Enveloped(var inner, var envelope) ->
                    attributes.within(envelope, () -> dispatch(inner));
        };
    }

    /// Does a command over and over: the different outcomes, in the order of their first sight. A
    /// program is loaded once, before the start.
    ///
    /// @param start is waited for before the first time
    /// @param turns who may do a command when
    SequencedSet<Outcome> repeat(Command command, int times, Runnable start, Turns turns) {
        if (command instanceof Command.Run run) {
            return repeat(run, times, start);
        }
        var pipeline = kernel.pipeline().filter(_ -> turns.free());
        var prepared = pipeline.flatMap(_ -> prepared(command));
        if (pipeline.isPresent() && prepared.isPresent()) {
            start.run();
            return attributes.repeat(prepared.get(), times, pipeline.get());
        }
        var seen = new LinkedHashSet<Outcome>();
        start.run();
        for (int i = 0; i < times; i++) {
            seen.add(turns.take(command, () -> apply(command)));
        }
        return seen;
    }

    private SequencedSet<Outcome> repeat(Command.Run run, int times, Runnable start) {
        try {
            return programs.run(run, times, start);
        } catch (Unsupportable lacking) {
            return new LinkedHashSet<>(List.of(lacking.outcome()));
        }
    }

    /// What the verifier says of a program.
    String verifierLog(Command.Run run) {
        return programs.verifierLog(run);
    }

    /// Gives back what its buffers have grown by.
    void shrink() {
        buffers.shrink();
        description.shrink();
        programs.shrink();
    }

    void close() {
        programs.close();
        description.close();
        buffers.close();
        attributes.close();
    }
}
