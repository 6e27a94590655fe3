package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Assembler.R0;
import static org.maptck.adapters.linux.Assembler.R1;
import static org.maptck.adapters.linux.Assembler.R6;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.maptck.adapters.linux.Program.Reader;
import org.maptck.model.Step;

/// Translates the steps of one program, one after the other.
final class ProgramCompiler {
    private final Assembler code = new Assembler();
    private final ByteOrder order;
    private final Layout layout;
    private final Walks walks;
    private final StepCompiler each;

    private ProgramCompiler(Bindings bindings, Scratch scratch, Spares spares, ByteOrder order) {
        this.order = order;
        layout = new Layout(scratch.size());
        walks = new Walks(code, scratch, order);
        var oddities = new Oddities(code, walks, scratch, layout);
        each =
                new StepCompiler(
                        bindings,
                        new InScratch(code, scratch, layout),
                        walks,
                        (step, map) -> oddities.write(step, map, spares));
    }

    /// Compiles, and makes the scratch memory large enough.
    static Program compile(
            List<Step> steps, Bindings bindings, Scratch scratch, Spares spares, ByteOrder order) {
        scratch.require(1);
        var compiler = new ProgramCompiler(bindings, scratch, spares, order);
        var program = compiler.compile(steps);
        int needed = compiler.layout.used();
        if (needed <= scratch.size()) {
            return program;
        }
        scratch.require(needed);
        return new ProgramCompiler(bindings, scratch, spares, order).compile(steps);
    }

    private Program compile(List<Step> steps) {
        code.move(R6, R1);
        List<Reader> readers = new ArrayList<>();
        for (Step step : steps) {
            readers.add(each.compile(step));
        }
        code.set(R0, 0).exit();
        var functions = walks.finish();
        return new Program(code.encoded(order), functions, layout.constants(), readers);
    }
}
