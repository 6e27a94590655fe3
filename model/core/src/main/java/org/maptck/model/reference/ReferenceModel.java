package org.maptck.model.reference;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;
import org.maptck.model.Profile;

/// The reference model of array maps: what Linux does on a platform, one step a command.
///
/// ```java
/// var model = new ReferenceModel(Platform.DEFAULT);
/// Permitted permitted = model.step(command);
/// permitted.permits(observed);
/// model.settle(observed);
/// ```
public final class ReferenceModel implements Implementation {
    private final Identity identity;
    private final World world;
    private final Creation creation;
    private final MapCommands maps;
    private final ElementCommands elements;
    private final BatchCommands batches;
    private final MemoryCommands memory;
    private final Programs programs;
    private final Races races;
    private final IdentityCommands identities;
    private final Envelopes envelopes;
    private final FileCommands files;
    private final Privileges privileges;
    private final OuterCommands outers;
    private final Iterations iterations;
    private Optional<Unsettled> unsettled = Optional.empty();

    /// A handle whose map may not have been created or opened, and what it was bound to before.
    private record Unsettled(Handle handle, Descriptor before) {}

    /// A model of the kernel that the platform names.
    public ReferenceModel(Platform platform) {
        this(platform, Profile.of(platform.kernel()));
    }

    /// A model of a kernel with that profile, whatever version the platform names.
    public ReferenceModel(Platform platform, Profile profile) {
        this.identity =
                new Identity(
                        "model",
                        "linux " + profile.version(),
                        platform,
                        EnumSet.allOf(Capability.class));
        this.world = new World(platform, profile);
        var caller = new CallerMemory(world);
        var flags = new ElementFlags(world);
        this.creation = new Creation(world);
        this.maps = new MapCommands(world);
        this.elements = new ElementCommands(world, caller, flags);
        this.batches = new BatchCommands(world, caller, flags);
        this.memory = new MemoryCommands(world);
        this.programs = new Programs(world, flags);
        this.races = new Races(world, this::apply);
        this.identities = new IdentityCommands(world);
        this.envelopes = new Envelopes(world, caller);
        this.files = new FileCommands(world);
        this.privileges = new Privileges(world, envelopes, files);
        this.outers = new OuterCommands(world);
        this.iterations = new Iterations(world);
    }

    /// Does one command and says which outcomes the specification permits.
    public Permitted step(Command command) {
        unsettled = Optional.empty();
        return switch (command) {
            case Command.Lookup c -> Faulting.permitted(elements.lookup(c));
            case Command.Update c -> only(elements.update(c));
            case Command.Delete c -> only(elements.delete(c));
            case Command.LookupAndDelete c -> Faulting.permitted(elements.lookupAndDelete(c));
            case Command.NextKey c -> Faulting.permitted(elements.nextKey(c));
            case Command.LookupBatch c -> Faulting.permitted(batches.lookup(c));
            case Command.UpdateBatch c -> only(batches.update(c));
            case Command.DeleteBatch c -> only(batches.delete(c));
            case Command.LookupAndDeleteBatch c -> Faulting.permitted(batches.lookupAndDelete(c));
            case Command.Create c -> create(c);
            case Command.Close c -> only(maps.close(c.map()));
            case Command.Freeze c -> only(maps.freeze(c));
            case Command.GetInfo c -> maps.info(c);
            case Command.MapMemory c -> memory.map(c);
            case Command.ReadMemory c -> only(memory.read(c));
            case Command.WriteMemory c -> only(memory.write(c));
            case Command.AddMemory c -> only(memory.add(c));
            case Command.Protect c -> only(memory.protect(c));
            case Command.UseMapping c -> only(memory.use(c));
            case Command.Unmap c -> only(memory.unmap(c));
            case Command.Run c -> programs.run(c);
            case Command.Race c -> races.race(c);
            case Command.Duplicate c -> only(identities.duplicate(c));
            case Command.OpenById c -> openById(c);
            case Command.Pin c -> only(identities.pin(c));
            case Command.OpenPin c -> only(identities.openPin(c));
            case Command.Unpin c -> only(identities.unpin(c));
            case Command.ReadInfo c -> files.info(c);
            case Command.ShowDescriptor c -> files.show(c);
            case Command.UseFile c -> only(files.use(c));
            case Command.ReadPin c -> files.readPin(c);
            case Command.Deprived c ->
                    privileges
                            .refusal(c)
                            .orElseGet(() -> world.as(c.privileges(), () -> step(c.inner())));
            case Command.CreateOuter c -> only(outers.create(c));
            case Command.Insert c -> only(outers.insert(c));
            case Command.OpenInner c -> only(outers.open(c));
            case Command.Iterate c -> only(iterations.iterate(c));
            case Command.Enveloped c ->
                    envelopes.refusal(c).orElseGet(() -> envelopes.writtenBack(c, this::step));
        };
    }

    /// Says which outcome of the last step came. Where a map was not created or opened after all,
    /// the handle is what it was before; all else has no effect.
    public void settle(Outcome observed) {
        if (!(observed instanceof Outcome.Done)) {
            unsettled.ifPresent(u -> world.bind(u.handle(), u.before()));
        }
        unsettled = Optional.empty();
    }

    /// Everything that later answers depend on, as a value that is equal to that of another model
    /// in an equal state. It holds the whole memory of every map, so it is for small ones.
    public List<Object> state() {
        return world.state();
    }

    private Permitted create(Command.Create c) {
        unsettled = Optional.of(new Unsettled(c.map(), world.descriptor(c.map())));
        return creation.create(c);
    }

    private Permitted openById(Command.OpenById c) {
        var before = new Unsettled(c.map(), world.descriptor(c.map()));
        var permitted = identities.openById(c);
        unsettled = Optional.of(before);
        return permitted;
    }

    private static Permitted only(Outcome outcome) {
        return new Permitted.Only(outcome);
    }

    @Override
    public Outcome apply(Command command) {
        Outcome example = step(command).example();
        settle(example);
        return example;
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public void reset() {
        world.clear();
        unsettled = Optional.empty();
    }

    @Override
    public void close() {
        reset();
    }
}
