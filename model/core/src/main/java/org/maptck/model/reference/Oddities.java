package org.maptck.model.reference;

import static org.maptck.model.reference.ProgramLoader.first;
import static org.maptck.model.reference.ProgramLoader.inside;
import static org.maptck.model.reference.ProgramLoader.locked;
import static org.maptck.model.reference.ProgramLoader.mayLoad;
import static org.maptck.model.reference.ProgramLoader.mayStore;
import static org.maptck.model.reference.ProgramLoader.when;

import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Oddity;
import org.maptck.model.Step;

/// What the verifier says of code that no run reaches.
final class Oddities {
    private static final long LOW = 0xffff_ffffL;
    private static final long MOST_MAPS = 64;
    private static final Optional<Errno> INVALID = Optional.of(Errno.EINVAL);
    private static final Optional<Errno> DENIED = Optional.of(Errno.EACCES);
    private static final Optional<Errno> FINE = Optional.empty();

    private Oddities() {}

    /// A reference to a map has nothing but the map: seen before the map is looked for.
    static boolean malformed(Step step) {
        return step instanceof Step.Unreached(_, Oddity oddity, long number)
                && oddity == Oddity.SECOND_HALF
                && number != 0;
    }

    /// A program refers to 64 different maps at most.
    static Optional<Errno> tooManyMaps(Step step) {
        return when(
                step instanceof Step.Unreached(_, Oddity oddity, long number)
                        && oddity == Oddity.MANY_MAPS
                        && number > MOST_MAPS,
                Errno.E2BIG);
    }

    static Optional<Errno> checks(Step.Unreached step, ArrayMap map, ProgramLoader loader) {
        long number = step.number();
        return switch (step.oddity()) {
            case UNCHECKED -> firstByte(map, elides(map, number & LOW, loader));
            case UNCHECKED_UNALIGNED -> firstByte(map, number == 0 && elides(map, 0, loader));
            case UNCHECKED_WIDE, UNCHECKED_UNKNOWN, EARLY_ARITHMETIC -> DENIED;
            case UNCHECKED_PERCPU -> first(loader.slots(map), DENIED);
            case MASKED_OFFSET -> first(mayLoad(map), masked(map, number));
            case UNBOUNDED_OFFSET, NEGATIVE_OFFSET, NUMBER_AS_KEY -> DENIED;
            case POINTER_STORED -> first(loader.sees(), mayStore(map), inside(map, 0, Long.BYTES));
            case UNINITIALISED_KEY ->
                    first(
                            loader.sees(),
                            when(!loader.has(Behaviour.UNINITIALISED_STACK), Errno.EACCES));
            case ELEMENT_AS_KEY ->
                    first(loader.argument(), mayLoad(map), inside(map, 0, Integer.BYTES));
            case SECOND_HALF, MANY_MAPS -> FINE;
            case PUSH, POP -> first(mayStore(map), INVALID);
            case PEEK, TAIL_CALL -> INVALID;
            case CALLBACK_RETURN -> when(number != 0 && number != 1, Errno.EINVAL);
            case CALLBACK_KEY_STORE, CALLBACK_KEY_OVERRUN -> DENIED;
            case CALLBACK_VALUE_STORE -> first(mayStore(map), inside(map, number, 1));
            case LOCK_AT -> first(locked(map), when(!map.lockAt(number), Errno.EINVAL));
            case MAP_FIELD_LOADED ->
                    first(loader.sees(), when(!loader.has(Behaviour.MAP_FIELDS), Errno.EACCES));
            case MAP_FIELD_STORED -> DENIED;
            case LOCK_TWICE, UNLOCK_ONLY, HELPER_UNDER_LOCK, EXIT_UNDER_LOCK -> INVALID;
        };
    }

    private static Optional<Errno> firstByte(ArrayMap map, boolean known) {
        return first(when(!known, Errno.EACCES), mayLoad(map), inside(map, 0, 1));
    }

    /// The check may be left out for a constant in range, unless another map may take the place of
    /// this one.
    private static boolean elides(ArrayMap map, long index, ProgramLoader loader) {
        return loader.has(Behaviour.CHECK_LEFT_OUT)
                && index < map.maxEntries()
                && !map.has(Flags.INNER_MAP);
    }

    private static Optional<Errno> masked(ArrayMap map, long mask) {
        return mask < 0 || mask >= map.valueSize() ? DENIED : inside(map, 0, (int) mask + 1);
    }
}
