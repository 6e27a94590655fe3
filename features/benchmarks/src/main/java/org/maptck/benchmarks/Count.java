package org.maptck.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// How many commands a benchmark did: its lists have several each.
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Count {
    /// Becomes commands a second.
    public long commands;
}
