package org.maptck.adapters.linux;

import java.util.function.Function;
import org.maptck.adapters.linux.Kernel.Answer;
import org.maptck.model.Outcome;

/// A command of bpf(2) whose arguments and buffers are in place.
///
/// @param size bytes of its arguments
/// @param memory where its answer goes
/// @param length bytes of the answer
/// @param told what an answer means
record Prepared(int command, int size, long memory, int length, Function<Answer, Outcome> told) {}
