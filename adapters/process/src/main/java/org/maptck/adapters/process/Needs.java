package org.maptck.adapters.process;

import java.util.List;
import java.util.Set;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Command.*;
import org.maptck.model.Envelope;
import org.maptck.model.Extras;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.Iteration;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Operand;
import org.maptck.model.OuterKind;
import org.maptck.model.Output;
import org.maptck.model.PinName;
import org.maptck.model.Platform;
import org.maptck.model.Protection;
import org.maptck.model.Step;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// For each capability a command that nobody answers who lacks it, and a map before it.
record Needs(Platform platform) {
    private static final Handle A = Handle.A;
    private static final Handle B = new Handle(1);
    private static final Output FITS = new Output.Fits();
    private static final MapSpec SPEC = MapSpec.of(MapType.ARRAY, 8, 4);

    List<Command> of(Capability capability) {
        return switch (capability) {
            case PERCPU -> List.of(new Create(A, MapSpec.of(MapType.PERCPU_ARRAY, 8, 4)));
            case MMAP -> List.of(flagged(Flags.MMAPABLE), mapped());
            case PROGRAM -> onMap(Run.once(cpu(), new Step.Lookup(A, new Operand.Constant(1))));
            case BATCH -> onMap(new LookupBatch(A, new Input.Null(), FITS, FITS, FITS, 2, 0));
            case FREEZE -> onMap(new Freeze(A));
            case ACCESS -> List.of(flagged(Flags.RDONLY));
            case LOCK -> List.of(new Create(A, SPEC.withLock(0)));
            case POINTERS -> onMap(new Lookup(A, key(), 0, new Output.Room(16)));
            case RACE -> onMap(new Race(List.of(lookup(), lookup()), 10));
            case INFO -> onMap(new GetInfo(A));
            case IDENTITY -> onMap(new Duplicate(A, B));
            case PIN -> onMap(new Pin(A, new PinName("checkup")));
            case INNER -> onMap(new CreateOuter(B, OuterKind.ARRAY_OF_MAPS, 2, A));
            case ITERATOR -> onMap(new Iterate(A, new Iteration.Noting(0, Long.BYTES), false));
            case ENVELOPE -> onMap(new Enveloped(new Freeze(A), Envelope.USUAL));
            case TYPES -> List.of(new Create(A, SPEC, Extras.NONE.withTypes(numbers())));
            case FILE -> onMap(new ShowDescriptor(A));
            case PRIVILEGES -> onMap(new Deprived(lookup(), Set.of()));
        };
    }

    private static List<Command> onMap(Command command) {
        return List.of(new Create(A, SPEC), command);
    }

    private static Command flagged(long flags) {
        return new Create(A, SPEC.withFlags(flags));
    }

    private static Command mapped() {
        return new MapMemory(new Mapping(0), A, 0, Long.BYTES, Protection.READ, true);
    }

    private int cpu() {
        return platform.onlineCpus().getFirst();
    }

    private Command lookup() {
        return new Lookup(A, key(), 0, FITS);
    }

    private Input key() {
        return new Input.Given(platform.key(1));
    }

    private static Types numbers() {
        return Types.own(TypeShape.of("unsigned 4"), TypeShape.of("unsigned 8"));
    }
}
