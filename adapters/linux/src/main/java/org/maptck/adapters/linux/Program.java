package org.maptck.adapters.linux;

import java.util.List;
import java.util.Optional;
import org.maptck.adapters.linux.Layout.Constant;
import org.maptck.model.Bytes;
import org.maptck.model.Outcome;

/// A compiled program: its instructions, what it finds in the scratch memory, and how to read there
/// what each step saw.
record Program(
        Bytes code, Optional<Functions> functions, List<Constant> constants, List<Reader> steps) {
    Program {
        constants = List.copyOf(constants);
        steps = List.copyOf(steps);
    }

    /// Type descriptions that a program with callbacks needs.
    ///
    /// @param table for each function, its first slot and the number of its type, 4 bytes each
    record Functions(Bytes types, Bytes table) {}

    /// Reads the outcome of one step after a run.
    interface Reader {
        Outcome read(Results results);
    }
}
