package org.maptck.json;

import org.maptck.model.Trace;

/// What was done and what was seen.
final class EntryForm implements ObjectForm<Trace.Entry> {
    @Override
    public void writeFields(Trace.Entry entry, Sink out) {
        out.name("command").value(entry.command(), Json.COMMAND);
        out.name("outcome").value(entry.outcome(), Json.OUTCOME);
    }

    @Override
    public Trace.Entry readFields(Fields in) {
        return new Trace.Entry(in.get("command", Json.COMMAND), in.get("outcome", Json.OUTCOME));
    }
}
