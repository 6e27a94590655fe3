package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Command.Create;
import org.maptck.model.Command.Freeze;
import org.maptck.model.Command.MapMemory;
import org.maptck.model.Command.Run;
import org.maptck.model.Errno;
import org.maptck.model.Extras;
import org.maptck.model.Flags;
import org.maptck.model.ForeignDescriptor;
import org.maptck.model.Handle;
import org.maptck.model.MapType;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.Returned;
import org.maptck.model.Step;
import org.maptck.model.TypeShape;
import org.maptck.model.Types;

/// Faults in the further fields of a creation.
final class FieldFaults {
    private static final TypeShape INT = new TypeShape.Integral(4, 32, TypeShape.Coding.SIGNED);

    private static final long ACCESS = Flags.RDONLY_PROG | Flags.WRONLY_PROG;

    private static final Operand NONE = new Operand.Constant(0);

    private FieldFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "inner-map-looked-at",
                        "array.create.inner-map-ignored",
                        "refuses a closed inner_map_fd of an array",
                        refuses(
                                Create.class,
                                (c, _) -> c.extras().innerMap() == ForeignDescriptor.CLOSED,
                                Errno.EBADF)),
                bad(
                        "device-ignored",
                        "array.create.device",
                        "creates an array whatever device is asked for",
                        extras(e -> e.withDevice(0))),
                bad(
                        "per-cpu-device-errno",
                        "percpu.create.device",
                        "refuses a per-CPU array on a device with EOPNOTSUPP",
                        errno(
                                Create.class,
                                c -> c.extras().device() != 0,
                                Errno.EINVAL,
                                Errno.EOPNOTSUPP)),
                bad(
                        "kernel-type-ignored",
                        "array.create.kernel-type",
                        "creates an array whatever type of the kernel its values have",
                        extras(e -> e.withKernelType(0))),
                bad(
                        "token-without-flag",
                        "array.create.fields-without-flag",
                        "looks at a token without its flag",
                        refuses(
                                Create.class,
                                (c, _) ->
                                        c.extras().token() == ForeignDescriptor.CLOSED
                                                && (c.spec().flags() & Flags.TOKEN_FD) == 0,
                                Errno.EBADF)),
                bad(
                        "token-errno",
                        "array.create.token",
                        "refuses a closed token with EINVAL",
                        errno(Create.class, Errno.EBADF, Errno.EINVAL)),
                bad(
                        "types-always-looked-at",
                        "array.create.types-unused",
                        "looks at a description of types though no type is named",
                        refuses(
                                Create.class,
                                (c, _) ->
                                        c.extras().types().source() == Types.Source.CLOSED
                                                && !c.extras().types().named(),
                                Errno.EBADF)),
                bad(
                        "key-type-alone-accepted",
                        "array.create.key-type-alone",
                        "creates an array with a type of its key alone",
                        types(t -> t.value().isEmpty() ? Types.NONE : t)),
                bad(
                        "kernel-types-errno",
                        "array.create.types-descriptor",
                        "refuses the kernel's own description with EINVAL",
                        errno(Create.class, Errno.EACCES, Errno.EINVAL)),
                bad(
                        "key-any-type",
                        "array.create.key-type",
                        "takes keys of any type",
                        types(t -> new Types(t.source(), t.key().map(_ -> INT), t.value()))),
                bad(
                        "value-any-type",
                        "array.create.value-type",
                        "takes values of any type",
                        as(Create.class, c -> new Create(c.map(), c.spec()))),
                bad(
                        "special-field-shown",
                        "field.hidden",
                        "takes the fields of the kernel for plain bytes",
                        plain(_ -> true)),
                bad(
                        "special-field-any-access",
                        "field.access-flags",
                        "creates arrays with fields of the kernel that programs may only read",
                        plain(c -> (c.spec().flags() & ACCESS) != 0)),
                bad(
                        "special-field-per-cpu",
                        "field.percpu",
                        "creates per-CPU arrays with timers",
                        plain(c -> c.spec().type() == MapType.PERCPU_ARRAY)),
                bad(
                        "special-field-per-cpu-shown",
                        "field.hidden",
                        "takes pointers of the kernel in per-CPU arrays for plain bytes",
                        plain(c ->
                                c.spec().type() == MapType.PERCPU_ARRAY
                                        && c.extras().types().holding().orElseThrow().field()
                                                == TypeShape.Field.KERNEL_POINTER)),
                bad(
                        "special-field-frozen",
                        "field.freeze",
                        "says that it froze an array with a field of the kernel",
                        accepts(
                                Freeze.class,
                                (c, right) -> right.spec(c.map()).lock().isEmpty(),
                                Errno.ENOTSUPP)),
                bad(
                        "special-field-mapped",
                        "field.mmap",
                        "says that it mapped an array with a field of the kernel",
                        accepts(
                                MapMemory.class,
                                (c, right) ->
                                        right.has(c.map(), Flags.MMAPABLE)
                                                && right.spec(c.map()).lock().isEmpty(),
                                Errno.ENOTSUPP)),
                bad(
                        "special-field-loaded",
                        "field.program",
                        "lets programs load parts of a field of the kernel",
                        instead(
                                Run.class,
                                (c, right) ->
                                        c.steps().getFirst() instanceof Step.Load load
                                                        && Long.BYTES > load.width()
                                                        && plain(right, load.map())
                                                ? readable(right.apply(c), new Returned(0))
                                                : right.apply(c))),
                bad(
                        "special-field-stored",
                        "field.program",
                        "lets programs store zeros over a field of the kernel",
                        instead(
                                Run.class,
                                (c, right) ->
                                        c.steps().getFirst() instanceof Step.Store store
                                                        && store.value().equals(NONE)
                                                        && plain(right, store.map())
                                                ? readable(right.apply(c), Right.DONE)
                                                : right.apply(c))),
                bad(
                        "kernel-pointer-unreadable",
                        "field.program.pointer",
                        "loads no program that loads a pointer of the kernel",
                        refuses(
                                Run.class,
                                (c, right) ->
                                        c.steps().getFirst() instanceof Step.Load load
                                                && Long.BYTES == load.width()
                                                && denied(right.apply(halved(c, load))),
                                Errno.EACCES)),
                bad(
                        "section-of-many",
                        "array.create.section",
                        "takes a type of the value alone for any number of elements",
                        types(t ->
                                t.key().isEmpty() && t.value().isPresent()
                                        ? new Types(t.source(), Optional.of(INT), t.value())
                                        : t)),
                bad(
                        "create-name-first",
                        "array.create.fields-order",
                        "looks at the name before all else",
                        refuses(
                                Create.class,
                                (c, _) -> c.spec().name().length() > 15,
                                Errno.EINVAL)),
                bad(
                        "create-types-first",
                        "array.create.fields-order",
                        "looks for a description of types before all else",
                        refuses(
                                Create.class,
                                (c, _) -> c.extras().types().source() == Types.Source.CLOSED,
                                Errno.EBADF)));
    }

    /// Whether nothing but a field of the kernel could keep programs from the values of a map.
    private static boolean plain(Right right, Handle map) {
        return right.spec(map).lock().isEmpty() && (right.spec(map).flags() & ACCESS) == 0;
    }

    private static boolean denied(Outcome outcome) {
        return outcome.refusal().filter(errno -> errno == Errno.EACCES).isPresent();
    }

    private static Outcome readable(Outcome outcome, Outcome instead) {
        return denied(outcome) ? new Outcome.Ran(List.of(instead)) : outcome;
    }

    private static Run halved(Run run, Step.Load load) {
        return Run.once(
                run.cpu(), new Step.Load(load.map(), load.index(), load.offset(), Integer.BYTES));
    }

    /// Values with a field of the kernel have no type.
    private static Fault plain(Predicate<Create> where) {
        return as(
                Create.class,
                c ->
                        c.extras().types().holding().isPresent() && where.test(c)
                                ? new Create(c.map(), c.spec())
                                : c);
    }

    private static Fault extras(UnaryOperator<Extras> change) {
        return as(Create.class, c -> new Create(c.map(), c.spec(), change.apply(c.extras())));
    }

    private static Fault types(UnaryOperator<Types> change) {
        return extras(e -> e.withTypes(change.apply(e.types())));
    }
}
