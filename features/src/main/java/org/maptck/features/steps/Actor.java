package org.maptck.features.steps;

import java.util.List;
import org.maptck.model.Loading;
import org.maptck.model.Platform;

/// Who does something in a scenario.
public sealed interface Actor {
    /// User space, through system calls.
    record UserSpace() implements Actor {}

    /// A program on the first CPU that is online.
    record AnyProgram() implements Actor {}

    /// A program on that CPU.
    record ProgramOn(int cpu) implements Actor {}

    /// A program on each CPU that is online.
    record ProgramEverywhere() implements Actor {}

    /// A program of another kind on the first CPU that is online.
    record OtherProgram(Loading loading) implements Actor {}

    /// How a program of this actor is loaded.
    default Loading loading() {
        return this instanceof OtherProgram(var loading) ? loading : Loading.CLASSIFIER;
    }

    /// The CPUs on which a program of this actor runs, one after the other; none for user space.
    default List<Integer> cpus(Platform platform) {
        return switch (this) {
            case UserSpace _ -> List.of();
            case AnyProgram _, OtherProgram _ -> List.of(platform.onlineCpus().getFirst());
            case ProgramOn(int cpu) -> List.of(cpu);
            case ProgramEverywhere _ -> platform.onlineCpus();
        };
    }
}
