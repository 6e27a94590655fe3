package org.maptck.model.reference;

import java.util.List;
import java.util.stream.IntStream;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Loading;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Privilege;

/// Programs: loaded, then run.
final class Programs {
    private static final int ETHERNET_HEADER = 14;
    private static final int IPV4 = 0x0800;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6 = 0x86dd;
    private static final int IPV6_HEADER = 40;

    /// Bytes of a page that a test packet leaves to the kernel.
    private static final int PACKET_OVERHEAD = 384;

    private static final int MOST_OVERHEAD = 1024;

    private final World world;
    private final ElementFlags rules;
    private final ProgramLoader loader;

    Programs(World world, ElementFlags rules) {
        this.world = world;
        this.rules = rules;
        this.loader = new ProgramLoader(world);
    }

    /// A run tells what the steps of the last repetition saw, or why there was none: its CPU is not
    /// online, the program does not load, or its packet is none.
    Permitted run(Command.Run c) {
        var refusals = refusals(c);
        if (!refusals.isEmpty()) {
            return refused(refusals);
        }
        var program = new ProgramRun(world, rules, c);
        if (!packet(c.packet())) {
            return withoutPacket(c, program);
        }
        List<Outcome> seen = program.once(c.steps());
        for (int done = 1; done < c.repeat(); done++) {
            seen = program.once(c.steps());
        }
        var permitted = permitted(program, c, new Outcome.Ran(seen));
        return tight(c) ? orNoPacket(permitted) : permitted;
    }

    /// How much room a packet has beside what the kernel needs differs between processors by some
    /// lines of their caches. It matters where the program changes nothing.
    private boolean tight(Command.Run c) {
        return c.packet().size() > world.platform().pageSize() - MOST_OVERHEAD
                && Effect.of(c) == Effect.NONE;
    }

    private static Permitted orNoPacket(Permitted run) {
        return new Permitted.Such(
                run.example(),
                run + ", or EINVAL where there is less room for packets",
                seen -> run.permits(seen) || seen.equals(Answers.refused(Errno.EINVAL)));
    }

    private List<Errno> refusals(Command.Run c) {
        if (!world.platform().onlineCpus().contains(c.cpu())) {
            return List.of(Errno.EINVAL);
        }
        if (c.loading() == Loading.SLEEPABLE && !world.profile().has(Behaviour.SLEEPABLE_PROGRAM)) {
            return List.of(Errno.EINVAL);
        }
        if (!mayLoad(c.loading())) {
            return List.of(Errno.EPERM);
        }
        return loader.refusals(c.steps(), c.loading());
    }

    /// Some kernels run a program on a packet that ends before its header does; what that comes to
    /// is only known where the program changes nothing.
    private static Permitted withoutPacket(Command.Run c, ProgramRun program) {
        Outcome refused = Answers.refused(Errno.EINVAL);
        boolean reads = Effect.of(c) == Effect.NONE;
        Outcome anyway = reads ? new Outcome.Ran(program.once(c.steps())) : refused;
        return new Permitted.Such(
                refused,
                "EINVAL, or a run that changes nothing or reads nothing but past the end of its"
                        + " packet",
                seen -> packetRefused(seen) || seen.equals(anyway));
    }

    private static boolean packetRefused(Outcome seen) {
        return switch (seen) {
            case Outcome.Refused(var errno) -> errno == Errno.EINVAL;
            case Outcome.Ran(var steps) ->
                    steps.stream().allMatch(Answers.refused(Errno.EFAULT)::equals);
            default -> false;
        };
    }

    private boolean mayLoad(Loading loading) {
        return world.may(Privilege.BPF) && (!ofNetwork(loading) || world.may(Privilege.NET_ADMIN));
    }

    private static boolean ofNetwork(Loading loading) {
        return switch (loading) {
            case CLASSIFIER, STRICT -> true;
            case SOCKET_FILTER, SLEEPABLE -> false;
        };
    }

    private static Permitted refused(List<Errno> errnos) {
        var outcomes = errnos.stream().map(Answers::refused).toList();
        return outcomes.size() == 1
                ? new Permitted.Only(outcomes.getFirst())
                : new Permitted.OneOf(outcomes);
    }

    /// A packet has an Ethernet header, the whole header of the protocol that this names, and no
    /// more than fits into a page beside what the kernel needs there.
    private boolean packet(Bytes packet) {
        int most = world.platform().pageSize() - PACKET_OVERHEAD;
        return packet.size() >= ETHERNET_HEADER
                && packet.size() >= ETHERNET_HEADER + header(protocol(packet))
                && (packet.size() <= most || world.profile().has(Behaviour.LONG_PACKET));
    }

    private static int protocol(Bytes packet) {
        return packet.at(ETHERNET_HEADER - 2) << 8 | packet.at(ETHERNET_HEADER - 1);
    }

    private static int header(int protocol) {
        return switch (protocol) {
            case IPV4 -> IPV4_HEADER;
            case IPV6 -> IPV6_HEADER;
            default -> 0;
        };
    }

    private static Permitted permitted(ProgramRun program, Command.Run c, Outcome.Ran ran) {
        if (c.steps().stream().noneMatch(program::open)) {
            return new Permitted.Only(ran);
        }
        return new Permitted.Such(
                ran,
                "any distance between elements of a per-CPU array",
                seen -> seen instanceof Outcome.Ran other && alike(program, c, ran, other));
    }

    private static boolean alike(
            ProgramRun program, Command.Run c, Outcome.Ran ran, Outcome.Ran other) {
        int steps = c.steps().size();
        return other.steps().size() == steps
                && IntStream.range(0, steps)
                        .allMatch(i ->
                                alike(
                                        program.open(c.steps().get(i)),
                                        ran.steps().get(i),
                                        other.steps().get(i)));
    }

    private static boolean alike(boolean open, Outcome one, Outcome other) {
        return (open && one instanceof Outcome.Returned)
                ? other instanceof Outcome.Returned
                : one.equals(other);
    }
}
