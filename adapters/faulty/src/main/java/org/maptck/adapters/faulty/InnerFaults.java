package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.accepts;
import static org.maptck.adapters.faulty.Faults.as;
import static org.maptck.adapters.faulty.Faults.created;
import static org.maptck.adapters.faulty.Faults.errno;
import static org.maptck.adapters.faulty.Faults.refuses;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.function.BiPredicate;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Command.Create;
import org.maptck.model.Command.CreateOuter;
import org.maptck.model.Command.Insert;
import org.maptck.model.Command.OpenById;
import org.maptck.model.Command.OpenInner;
import org.maptck.model.Deed;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Operand;
import org.maptck.model.Step.Through;

/// Faults in maps of maps, and in maps that are for one program.
final class InnerFaults {
    private InnerFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "inner-first-place",
                        "inner.insert",
                        "lets programs find the map at the first place, whatever place they ask for",
                        Steps.as(
                                Through.class,
                                s ->
                                        new Through(
                                                s.map(),
                                                new Operand.Constant(0),
                                                s.index(),
                                                s.deed()))),
                bad(
                        "inner-any-value-size",
                        "inner.match",
                        "takes inner maps with values of any size",
                        takes((one, other) -> one.valueSize() != other.valueSize())),
                bad(
                        "inner-any-flags",
                        "inner.match",
                        "looks at no flags of an inner map",
                        takes((one, other) -> one.flags() != other.flags())),
                bad(
                        "inner-any-lock",
                        "inner.match.lock",
                        "takes inner maps with a lock in any place",
                        takes((one, other) -> !one.lock().equals(other.lock()))),
                bad(
                        "inner-any-length",
                        "inner.length",
                        "takes inner array maps of any length",
                        takes((one, other) -> one.maxEntries() != other.maxEntries())),
                bad(
                        "inner-length-fixed",
                        "inner.length.free",
                        "takes inner maps of the template's length alone, whatever the flag says",
                        refuses(
                                Insert.class,
                                (c, right) ->
                                        lengthsDiffer(c, right)
                                                && right.spec(c.inner()).flags() != 0,
                                Errno.EINVAL)),
                bad(
                        "inner-template-bound",
                        "inner.length.free",
                        "finds no element of an inner array map past the template's length",
                        bound(Deed.Lookup.class, false)),
                bad(
                        "inner-flag-of-one",
                        "inner.length.free-both",
                        "takes BPF_F_INNER_MAP on either side for both",
                        takes((one, other) ->
                                ((one.flags() ^ other.flags()) & Flags.INNER_MAP) != 0)),
                bad(
                        "inner-percpu-length-fixed",
                        "percpu.inner.length",
                        "takes inner per-CPU array maps of the template's length alone",
                        Recipe.ahead(Behaviour.PERCPU_INNER_ONE_LENGTH)),
                bad(
                        "inner-percpu-length-of-7-0",
                        "percpu.inner.length-fixed",
                        "takes inner per-CPU array maps of any length, as Linux 7.0 does",
                        Recipe.linux("7.1").lacking(Behaviour.PERCPU_INNER_ONE_LENGTH)),
                bad(
                        "inner-percpu-length-of-5-10",
                        "percpu.inner.length-first",
                        "takes inner per-CPU array maps of any length, as Linux 5.10 does",
                        Recipe.linux("5.9").having(Behaviour.PERCPU_INNER_ANY_LENGTH)),
                bad(
                        "inner-percpu-template-bound",
                        "percpu.inner.lookup",
                        "finds no element of an inner per-CPU array map past the template's length",
                        bound(Deed.Lookup.class, true)),
                bad(
                        "inner-percpu-slot-template-bound",
                        "percpu.inner.lookup-percpu",
                        "finds no CPU's slot of an inner map past the template's length",
                        bound(Deed.LookupPercpu.class, true)),
                bad(
                        "inner-name-matters",
                        "inner.match.not",
                        "takes no inner map with a name",
                        refuses(
                                Insert.class,
                                (c, right) -> !right.spec(c.inner()).name().isEmpty(),
                                Errno.EINVAL)),
                bad(
                        "inner-frozen-refused",
                        "inner.match.not",
                        "takes no frozen map",
                        refuses(
                                Insert.class,
                                (c, right) -> right.ledger().frozen(c.inner()),
                                Errno.EPERM)),
                bad(
                        "inner-needs-template",
                        "inner.template",
                        "takes no inner map once the template is closed",
                        refuses(
                                Insert.class,
                                (c, right) -> right.ledger().templateClosed(c.map()),
                                Errno.EINVAL)),
                bad(
                        "inner-id-of-first",
                        "inner.id",
                        "tells user space the id of the map at the first place",
                        as(OpenInner.class, c -> new OpenInner(c.map(), c.outer(), 0))),
                bad(
                        "inner-map-dies",
                        "inner.lifetime",
                        "forgets the id of a map with its last descriptor, though it is in another",
                        refuses(
                                OpenById.class,
                                (c, right) -> right.ledger().inside(c.known()),
                                Errno.ENOENT)),
                bad(
                        "inner-closed-errno",
                        "inner.insert.order",
                        "refuses to insert a closed descriptor with EINVAL",
                        errno(Insert.class, Errno.EBADF, Errno.EINVAL)),
                bad(
                        "inner-template-errno",
                        "inner.create",
                        "refuses a closed template with EINVAL",
                        errno(CreateOuter.class, Errno.EBADF, Errno.EINVAL)),
                bad(
                        "exclusive-ignored",
                        "exclusive.program",
                        "lets every program use a map that is for one",
                        created(spec -> hash(spec) ? Specs.shared(spec) : spec)),
                bad(
                        "exclusive-hash-errno",
                        "exclusive.hash",
                        "refuses a hash of another size with EFAULT",
                        errno(
                                Create.class,
                                c -> c.spec().exclusive().isPresent(),
                                Errno.EINVAL,
                                Errno.EFAULT)),
                bad(
                        "exclusive-inner-errno",
                        "exclusive.inner",
                        "refuses a map that is for one program as it does one of another kind",
                        errno(Insert.class, Errno.ENOTSUPP, Errno.EINVAL)));
    }

    /// The hash is one that would be taken.
    private static boolean hash(MapSpec spec) {
        return spec.exclusive()
                .filter(hash -> hash instanceof Input.Given(var bytes) && bytes.size() == 32)
                .isPresent();
    }

    private static Fault takes(BiPredicate<MapSpec, MapSpec> difference) {
        return accepts(
                Insert.class,
                (c, right) -> difference.test(right.spec(c.map()), right.spec(c.inner())),
                Errno.EINVAL);
    }

    private static boolean lengthsDiffer(Insert c, Right right) {
        return right.spec(c.map()).maxEntries() != right.spec(c.inner()).maxEntries();
    }

    /// Elements past the template's length are not found by such a deed.
    private static Fault bound(Class<? extends Deed> deed, boolean perCpu) {
        return Steps.instead(
                Through.class,
                (s, cpu, right) ->
                        deed.isInstance(s.deed())
                                        && right.perCpu(s.map()) == perCpu
                                        && Indexes.of(s.index()) >= right.spec(s.map()).maxEntries()
                                ? Right.ABSENT
                                : right.run(cpu, s));
    }
}
