package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Assembler.R0;
import static org.maptck.adapters.linux.Assembler.R1;
import static org.maptck.adapters.linux.Assembler.R2;
import static org.maptck.adapters.linux.Assembler.R8;

import java.nio.ByteOrder;
import java.util.List;
import org.maptck.adapters.linux.Bindings.Bound;
import org.maptck.adapters.linux.Program.Reader;
import org.maptck.model.Step;

/// Writes the program that goes through a tape: in each turn it reads the number of a template from
/// the next entry and does what the template says with it.
final class TapeProgram {
    /// The number that stands for the first template: none that says how far a step came.
    static final int FIRST_TEMPLATE = 8;

    private final Assembler code = new Assembler();
    private final Walks walks;
    private final StepCompiler each;
    private final Tape tape;
    private final List<Step> templates;
    private final Reader[] readers;

    private TapeProgram(List<Step> templates, Tape tape, Bindings bindings, ByteOrder order) {
        this.templates = templates;
        this.tape = tape;
        readers = new Reader[templates.size()];
        walks = new Walks(code, tape.scratch(), order);
        each = new StepCompiler(bindings, new OnTape(code), walks, TapeProgram::none);
    }

    private static void none(Step.Unreached step, Bound map) {
        throw new IllegalArgumentException("a tape holds no " + step + " of " + map);
    }

    /// The program for these templates, which reads the length of the tape from its head.
    static Program compile(List<Step> templates, Tape tape, Bindings bindings, ByteOrder order) {
        return new TapeProgram(templates, tape, bindings, order).compile(order);
    }

    private Program compile(ByteOrder order) {
        code.mapValue(R1, tape.scratch().fd(), 0).load(Long.BYTES, R1, R1, 0);
        walks.loop(this::turn);
        code.set(R0, 0).exit();
        var functions = walks.finish();
        return new Program(code.encoded(order), functions, List.of(), List.of(readers));
    }

    private void turn() {
        var inside = code.newLabel();
        var outside = code.newLabel();
        code.jumpIfAtLeast(R1, tape.room(), outside)
                .multiply(R1, tape.stride())
                .mapValue(R8, tape.scratch().fd(), Tape.HEAD)
                .add(R8, R1)
                .load(Long.BYTES, R2, R8, 0)
                .jump(inside)
                .place(outside)
                .set(R0, 1)
                .exit()
                .place(inside);
        among(0, templates.size());
    }

    /// Finds the template that register 2 says by halves.
    private void among(int from, int to) {
        if (to - from == 1) {
            readers[from] = each.compile(templates.get(from));
            code.set(R0, 0).exit();
            return;
        }
        int middle = (from + to) / 2;
        var upper = code.newLabel();
        code.jumpIfAtLeast(R2, FIRST_TEMPLATE + middle, upper);
        among(from, middle);
        code.place(upper);
        among(middle, to);
    }
}
