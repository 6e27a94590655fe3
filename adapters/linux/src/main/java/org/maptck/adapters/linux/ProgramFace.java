package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.PROG_LOAD;
import static org.maptck.adapters.linux.Attributes.PROG_TEST_RUN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.adapters.linux.Program.Functions;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Loading;
import org.maptck.model.Outcome;
import org.maptck.model.Step;

/// One caller's programs: compiled, loaded, run on a CPU, and closed.
final class ProgramFace {
    private static final int SOCKET_FILTER = 1;
    private static final int SCHED_CLS = 3;
    private static final int SYSCALL = 31;
    private static final int TRACING = 26;
    private static final int TRACE_ITERATOR = 28;
    private static final int STRICT_ALIGNMENT = 1;
    private static final int MAY_SLEEP = 1 << 4;
    private static final int FLAGS_FIELD = 44;
    private static final int LOAD_SIZE = 120;
    private static final int BTF_FIELD = 72;
    private static final int FUNCTION_ROW = 8;
    private static final int RUN_SIZE = 80;
    private static final int LOG_SIZE = 1 << 20;
    private static final Bytes LICENSE = Bytes.of("GPL\0".getBytes(StandardCharsets.US_ASCII));

    private static final Log NO_LOG = new Log(0, 0, 0);

    private final Pages pages;
    private final Kernel kernel;
    private final Attributes attributes;
    private final Bindings bindings;
    private final Area description;
    private final Scratch scratch;
    private final Spares spares;
    private final Area code;
    private final Area license;
    private final Area functions;
    private final Area packet;
    private final Tapes tapes;
    private final Pieces pieces;

    ProgramFace(Pages pages, Attributes attributes, Bindings bindings, Area description) {
        this.pages = pages;
        kernel = pages.kernel();
        this.attributes = attributes;
        this.bindings = bindings;
        this.description = description;
        scratch = new Scratch(pages, attributes);
        spares = new Spares(kernel, attributes);
        code = new Area(pages);
        license = new Area(pages);
        functions = new Area(pages);
        packet = new Area(pages);
        pieces = new Pieces(this);
        tapes = new Tapes(this, kernel, bindings, new Scratch(pages, attributes));
    }

    /// Loads a program and runs it, or does what comes to the same where it is long.
    Outcome run(Command.Run run) {
        var outcome = attributes.usual() ? tapes.run(run) : Optional.<Outcome>empty();
        return outcome.or(() -> inPieces(run)).orElseGet(() -> run(run, 1, () -> {}).getFirst());
    }

    private Optional<Outcome> inPieces(Command.Run run) {
        if (!Pieces.suit(run)) {
            return Optional.empty();
        }
        var seen = new ArrayList<Outcome>();
        long refusal =
                kernel.onCpu(
                        run.cpu(),
                        () -> {
                            pieces.run(run).ifPresent(seen::add);
                            spares.close();
                            return 0;
                        });
        return refusal < 0 || seen.isEmpty() ? Optional.empty() : Optional.of(seen.getFirst());
    }

    /// Loads a program once and runs it so many times: the different outcomes, in the order of
    /// their first sight. Only what loads is worth the way to its CPU.
    ///
    /// @param start is waited for between loading and running
    SequencedSet<Outcome> run(Command.Run run, int times, Runnable start) {
        var seen = new LinkedHashSet<Outcome>();
        boolean known = kernel.platform().onlineCpus().contains(run.cpu());
        long refusal = known ? 0 : kernel.onCpu(run.cpu(), () -> 0);
        if (refusal == 0) {
            refusal = loaded(run, times, start, seen);
        }
        if (refusal < 0) {
            seen.add(ErrnoNumbers.refused(refusal));
        }
        return seen;
    }

    /// 0, or the negative errno that the program or its CPU is refused with.
    private long loaded(Command.Run run, int times, Runnable start, Set<Outcome> seen) {
        var program = compile(run.steps());
        long descriptor = load(program, run.loading());
        spares.close();
        if (descriptor < 0) {
            return descriptor;
        }
        try {
            return kernel.onCpu(
                    run.cpu(),
                    () -> {
                        start.run();
                        for (int i = 0; i < times; i++) {
                            seen.add(execute(run, program, descriptor));
                        }
                        return 0;
                    });
        } finally {
            close(descriptor);
        }
    }

    Program compile(List<Step> steps) {
        return ProgramCompiler.compile(
                steps, bindings, scratch, spares, kernel.platform().byteOrder());
    }

    void close(long descriptor) {
        if (descriptor >= 0) {
            kernel.call(Call.CLOSE, descriptor, 0, 0);
        }
    }

    private record Log(int level, int size, long address) {}

    /// A descriptor, or the negative errno.
    long load(Program program, Loading loading) {
        return load(program, loading, NO_LOG);
    }

    private long load(Program program, Loading loading, Log log) {
        long types = program.functions().map(this::loadTypes).orElse(0L);
        if (types < 0) {
            return types;
        }
        long descriptor = load(program, loading, log, types);
        if (types > 0) {
            close(types);
        }
        return descriptor;
    }

    private long loadTypes(Functions described) {
        return attributes.loadTypes(description, described.types());
    }

    private long load(Program program, Loading loading, Log log, long types) {
        attributes
                .zero(LOAD_SIZE)
                .u32(0, type(loading))
                .u32(FLAGS_FIELD, flags(loading))
                .u32(4, program.code().size() / Instruction.SIZE)
                .u64(8, code.holding(program.code()))
                .u64(16, license.holding(LICENSE))
                .u32(24, log.level())
                .u32(28, log.size())
                .u64(32, log.address())
                .u32(BTF_FIELD, types);
        program.functions().ifPresent(this::describe);
        return attributes.call(PROG_LOAD, LOAD_SIZE);
    }

    private static int type(Loading loading) {
        return switch (loading) {
            case CLASSIFIER, STRICT -> SCHED_CLS;
            case SOCKET_FILTER -> SOCKET_FILTER;
            case SLEEPABLE -> SYSCALL;
        };
    }

    private static int flags(Loading loading) {
        return switch (loading) {
            case CLASSIFIER, SOCKET_FILTER -> 0;
            case STRICT -> STRICT_ALIGNMENT;
            case SLEEPABLE -> MAY_SLEEP;
        };
    }

    /// Loads a program that the kernel runs where it calls the function of that type: a descriptor,
    /// or the negative errno.
    long loadTracing(Bytes instructions, int function) {
        return attributes
                .zero(LOAD_SIZE)
                .u32(0, TRACING)
                .u32(4, instructions.size() / Instruction.SIZE)
                .u64(8, code.holding(instructions))
                .u64(16, license.holding(LICENSE))
                .u32(68, TRACE_ITERATOR)
                .u32(108, function)
                .call(PROG_LOAD, LOAD_SIZE);
    }

    /// The memory that programs and this caller share.
    Scratch scratch() {
        return scratch;
    }

    private void describe(Functions described) {
        attributes
                .u32(76, FUNCTION_ROW)
                .u64(80, functions.holding(described.table()))
                .u32(88, described.table().size() / FUNCTION_ROW);
    }

    /// What a run of a program comes to.
    Outcome execute(Command.Run run, Program program, long descriptor) {
        program.constants()
                .forEach(known -> kernel.write(scratch.address(known.offset()), known.bytes()));
        long result =
                run.loading() == Loading.SLEEPABLE
                        ? executeSleepable(run, descriptor)
                        : executeOverPacket(run, descriptor);
        return result < 0 ? ErrnoNumbers.refused(result) : ran(program);
    }

    /// Runs a program: 0 or more, or the negative errno.
    long executeOverPacket(Command.Run run, long descriptor) {
        return attributes
                .zero(RUN_SIZE)
                .u32(0, descriptor)
                .u32(8, run.packet().size())
                .u64(16, packet.holding(run.packet()))
                .u32(32, run.repeat())
                .call(PROG_TEST_RUN, RUN_SIZE);
    }

    /// The kernel does not repeat these by itself.
    private long executeSleepable(Command.Run run, long descriptor) {
        long result = 0;
        for (int done = 0; done < run.repeat() && result >= 0; done++) {
            result =
                    attributes
                            .zero(RUN_SIZE)
                            .u32(0, descriptor)
                            .u32(40, run.packet().size())
                            .u64(48, packet.holding(run.packet()))
                            .call(PROG_TEST_RUN, RUN_SIZE);
        }
        return result;
    }

    private Outcome ran(Program program) {
        var results = Results.in(kernel, scratch);
        return new Outcome.Ran(program.steps().stream().map(step -> step.read(results)).toList());
    }

    /// What the verifier says of a program, line by line.
    String verifierLog(Command.Run run) {
        var text = new Area(pages);
        long address = text.holding(Bytes.zeros(LOG_SIZE));
        close(load(compile(run.steps()), run.loading(), new Log(1, LOG_SIZE, address)));
        var log = new String(kernel.read(address, LOG_SIZE).toArray(), StandardCharsets.US_ASCII);
        text.close();
        return log.substring(0, log.indexOf('\0'));
    }

    void shrink() {
        for (Area area : List.of(code, license, functions, packet)) {
            area.shrink();
        }
    }

    void close() {
        tapes.close();
        scratch.close();
        for (Area area : List.of(code, license, functions, packet)) {
            area.close();
        }
    }
}
