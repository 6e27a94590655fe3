package org.maptck.adapters.faulty;

import static org.maptck.adapters.faulty.Faults.instead;
import static org.maptck.adapters.faulty.Recipe.bad;

import java.util.List;
import java.util.function.UnaryOperator;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command.Run;
import org.maptck.model.Operand;
import org.maptck.model.Outcome;
import org.maptck.model.Step.AtomicAdd;

/// Faults in atomic adds.
final class AtomicFaults {
    private AtomicFaults() {}

    static List<KnownBad> all() {
        return List.of(
                bad(
                        "atomic-add-lost",
                        "program.atomic",
                        "adds nothing",
                        adds(s -> adding(s, s.width(), new Operand.Constant(0)))),
                bad("atomic-add-twice", "program.atomic", "adds twice", twice()),
                bad(
                        "atomic-add-32-bit",
                        "program.atomic",
                        "adds to the low 4 bytes alone",
                        adds(s -> s.width() == 8 ? adding(s, 4, s.addend()) : s)),
                bad(
                        "atomic-add-64-bit",
                        "program.atomic",
                        "carries from the 4 bytes that it adds to into those that follow",
                        adds(s ->
                                s.width() == 4 && s.offset() == 0 ? adding(s, 8, s.addend()) : s)),
                bad(
                        "atomic-add-returns-sum",
                        "program.atomic",
                        "returns the value after the add",
                        Steps.see(AtomicAdd.class, AtomicFaults::sum)),
                bad(
                        "atomic-add-once-a-run",
                        "program.atomic",
                        "counts the repetitions of a program for one",
                        Faults.runs((run, _) ->
                                new Run(run.cpu(), run.packet(), 1, run.steps(), run.loading()))),
                bad(
                        "atomic-add-races",
                        "program.atomic.at-once",
                        "loses what the last of several callers adds at once",
                        StepFaults.lastLost(AtomicAdd.class)),
                bad(
                                "atomic-add-missing",
                                "program.atomic",
                                "loads no program that adds atomically",
                                Recipe.without(Behaviour.FETCH_ADD))
                        .seen("Linux before 5.12, for adds that return the value before"),
                bad(
                        "count-protocol-17-as-6",
                        "example.count-packets",
                        "counts packets of protocol 17 as protocol 6",
                        instead(Run.class, AtomicFaults::misread)),
                bad(
                        "count-length-8-bit",
                        "example.count-packets",
                        "counts the low 8 bits of the length of a packet",
                        Faults.runs((run, _) ->
                                Steps.map(
                                        run,
                                        step ->
                                                step instanceof AtomicAdd s
                                                                && s.addend()
                                                                        instanceof
                                                                        Operand.PacketLength
                                                        ? adding(
                                                                s,
                                                                s.width(),
                                                                new Operand.Constant(
                                                                        run.packet().size() & 0xff))
                                                        : step))));
    }

    static Fault adds(UnaryOperator<AtomicAdd> change) {
        return Steps.as(AtomicAdd.class, change::apply);
    }

    static AtomicAdd adding(AtomicAdd s, int width, Operand addend) {
        return new AtomicAdd(s.map(), s.index(), s.offset(), width, addend);
    }

    private static Fault twice() {
        return adds(s ->
                s.addend() instanceof Operand.Constant(long value)
                        ? adding(s, s.width(), new Operand.Constant(value * 2))
                        : s);
    }

    private static Outcome sum(AtomicAdd s, Outcome saw) {
        return saw instanceof Outcome.Returned(long before)
                        && s.addend() instanceof Operand.Constant(long addend)
                ? new Outcome.Returned(before + addend)
                : saw;
    }

    private static Outcome misread(Run run, Right right) {
        var packet = run.packet();
        boolean udp = packet.size() > 34 && packet.at(12) == 8 && packet.at(23) == 17;
        return right.apply(
                udp
                        ? new Run(
                                run.cpu(),
                                protocol(packet, 6),
                                run.repeat(),
                                run.steps(),
                                run.loading())
                        : run);
    }

    private static Bytes protocol(Bytes packet, int protocol) {
        return packet.slice(0, 23)
                .then(Bytes.of((byte) protocol))
                .then(packet.slice(24, packet.size()));
    }
}
