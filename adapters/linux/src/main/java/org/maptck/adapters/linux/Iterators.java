package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Assembler.R0;
import static org.maptck.adapters.linux.Assembler.R1;
import static org.maptck.adapters.linux.Assembler.R2;
import static org.maptck.adapters.linux.Assembler.R3;
import static org.maptck.adapters.linux.Assembler.R4;
import static org.maptck.adapters.linux.Assembler.R5;
import static org.maptck.adapters.linux.Attributes.ITER_CREATE;
import static org.maptck.adapters.linux.Attributes.LINK_CREATE;

import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Iteration;
import org.maptck.model.Outcome;
import org.maptck.model.Outcome.Visited;
import org.maptck.model.Version;

/// Iterators over the elements of a map: a program, a link from it to the map, a file made from the
/// link, and a read of the file, which is what runs the program.
///
/// @param area for what a link is told, and for what a read would give
record Iterators(
        Kernel kernel,
        Attributes attributes,
        Area area,
        Bindings bindings,
        ProgramFace programs,
        KernelTypes types) {
    private static final String FUNCTION = "bpf_iter_bpf_map_elem";
    private static final int TRACE_ITERATOR = 28;
    private static final int LINK_SIZE = 32;
    private static final int ITERATOR_SIZE = 8;
    private static final int KEY = 16;
    private static final int VALUE = 24;
    private static final int READ_SIZE = 64;
    private static final long AGAIN = -11;
    private static final Version HOLDS_MAP = new Version(6, 0);

    Outcome iterate(Command.Iterate command) {
        demandHarmless(command);
        var scratch = programs.scratch();
        scratch.require(Walks.ROOM);
        long program = programs.loadTracing(code(command.iteration()), types.function(FUNCTION));
        if (program < 0) {
            return ErrnoNumbers.refused(program);
        }
        long link = link(program, bindings.anyFd(command.map()));
        close(program);
        return link < 0 ? ErrnoNumbers.refused(link) : read(link, command);
    }

    /// Nothing is stored where the kernel keeps a lock, and no kernel is asked to read what it may
    /// have given back already.
    private void demandHarmless(Command.Iterate command) {
        if (command.iteration() instanceof Iteration.Adding
                && bindings.spec(command.map()).lock().isPresent()) {
            throw new Unsupportable("an iterator that stores to values with a lock");
        }
        if (command.closing() && !kernel.platform().kernel().atLeast(HOLDS_MAP)) {
            throw new Unsupportable("an iterator without its map before Linux " + HOLDS_MAP);
        }
    }

    private long link(long program, int map) {
        long told = area.ending(ITERATOR_SIZE);
        kernel.put(told, Integer.BYTES, map);
        kernel.put(told + Integer.BYTES, Integer.BYTES, 0);
        return attributes
                .zero(LINK_SIZE)
                .u32(0, program)
                .u32(8, TRACE_ITERATOR)
                .u64(16, told)
                .u32(24, ITERATOR_SIZE)
                .call(LINK_CREATE, LINK_SIZE);
    }

    private Outcome read(long link, Command.Iterate command) {
        long file = attributes.u32(0, link).u32(4, 0).call(ITER_CREATE, ITERATOR_SIZE);
        if (command.closing()) {
            bindings.close(command.map());
            close(link);
        }
        long result = file < 0 ? file : readAll(file);
        close(file);
        if (!command.closing()) {
            close(link);
        }
        return result < 0
                ? ErrnoNumbers.refused(result)
                : Walks.read(Results.in(kernel, programs.scratch()), 0);
    }

    private long readAll(long file) {
        kernel.write(programs.scratch().address(0), Bytes.zeros(Walks.NOTES));
        long address = area.ending(READ_SIZE);
        long result = AGAIN;
        while (result == AGAIN || result > 0) {
            result = kernel.call(Call.READ, file, address, READ_SIZE);
        }
        return result;
    }

    private void close(long fd) {
        if (fd >= 0) {
            kernel.call(Call.CLOSE, fd, 0, 0);
        }
    }

    /// Counts the run where a walk leaves the number of its calls, then does with key and value,
    /// where there are any, what is asked for.
    private Bytes code(Iteration iteration) {
        var code = new Assembler();
        var end = code.newLabel();
        code.load(Long.BYTES, R2, R1, KEY)
                .load(Long.BYTES, R3, R1, VALUE)
                .mapValue(R5, programs.scratch().fd(), 0)
                .load(Long.BYTES, R0, R5, 0)
                .addConstant(R0, 1)
                .store(Long.BYTES, R5, 0, R0)
                .jumpIfEqual(R2, 0, end)
                .jumpIfEqual(R3, 0, end);
        switch (iteration) {
            case Iteration.Noting(int offset, int width) -> note(code, offset, width);
            case Iteration.Adding(long addend) -> {
                note(code, 0, Long.BYTES);
                add(code, addend);
            }
            case Iteration.StoringKey() -> code.storeConstant(Integer.BYTES, R2, 0, 0);
        }
        code.place(end).set(R0, 0).exit();
        return code.encoded(kernel.platform().byteOrder());
    }

    private static void note(Assembler code, int offset, int width) {
        var full = code.newLabel();
        code.load(width, R4, R3, offset).load(Integer.BYTES, R1, R2, 0);
        code.load(Long.BYTES, R0, R5, Walks.CALLS)
                .jumpIfAtLeast(R0, Visited.NOTED_CALLS, full)
                .move(R2, R0)
                .shiftLeft(R2, Walks.NOTE_SHIFT)
                .addConstant(R0, 1)
                .store(Long.BYTES, R5, Walks.CALLS, R0)
                .add(R5, R2)
                .store(Long.BYTES, R5, Walks.NOTES, R1)
                .storeConstant(Long.BYTES, R5, Walks.NOTES + Long.BYTES, 0)
                .store(width, R5, Walks.NOTES + Long.BYTES, R4)
                .place(full);
    }

    private static void add(Assembler code, long addend) {
        code.load(Long.BYTES, R1, R3, 0).set(R4, addend).add(R1, R4).store(Long.BYTES, R3, 0, R1);
    }
}
