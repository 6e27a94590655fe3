package org.maptck.model;

import java.util.ArrayList;
import java.util.List;

/// What was done and what was seen, in order.
public record Trace(List<Entry> entries) {
    /// One command and its outcome.
    public record Entry(Command command, Outcome outcome) {}

    /// Nothing done.
    public static final Trace EMPTY = new Trace(List.of());

    public Trace {
        entries = List.copyOf(entries);
    }

    /// The commands alone.
    public List<Command> commands() {
        return entries.stream().map(Entry::command).toList();
    }

    /// Lets an implementation do the commands, from nothing on.
    public static Trace of(Implementation implementation, List<Command> commands) {
        implementation.reset();
        var entries = new ArrayList<Entry>();
        for (Command command : commands) {
            entries.add(new Entry(command, implementation.apply(command)));
        }
        return new Trace(entries);
    }
}
