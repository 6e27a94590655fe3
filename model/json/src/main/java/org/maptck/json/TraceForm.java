package org.maptck.json;

import org.maptck.model.Trace;

/// The entries as one list.
final class TraceForm implements Form<Trace> {
    @Override
    public void write(Trace trace, Sink out) {
        out.list(trace.entries(), Json.ENTRY);
    }

    @Override
    public Trace read(Node node) {
        return new Trace(node.items().read(Json.ENTRY));
    }
}
