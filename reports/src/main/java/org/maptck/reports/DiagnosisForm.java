package org.maptck.reports;

import org.maptck.json.Fields;
import org.maptck.json.Json;
import org.maptck.json.ObjectForm;
import org.maptck.json.Sink;
import org.maptck.reports.Diagnosis.Cause;

/// A diagnosis in JSON.
final class DiagnosisForm implements ObjectForm<Diagnosis> {
    private static final ObjectForm<Cause> CAUSE = new CauseForm();

    @Override
    public void writeFields(Diagnosis diagnosis, Sink out) {
        out.name("implementation").text(diagnosis.implementation());
        out.name("causes").list(diagnosis.causes(), CAUSE);
        out.name("explained").number(diagnosis.explained());
        out.name("failures").number(diagnosis.failures());
    }

    @Override
    public Diagnosis readFields(Fields in) {
        return new Diagnosis(
                in.get("implementation").text(),
                in.list("causes", CAUSE),
                (int) in.get("explained").number(0, Integer.MAX_VALUE),
                (int) in.get("failures").number(0, Integer.MAX_VALUE));
    }

    private static final class CauseForm implements ObjectForm<Cause> {
        @Override
        public void writeFields(Cause cause, Sink out) {
            out.name("known_bads").texts(cause.names());
            out.name("rule").text(cause.rule()).name("what").text(cause.what());
        }

        @Override
        public Cause readFields(Fields in) {
            return new Cause(
                    in.list("known_bads", Json.TEXT), in.get("rule").text(), in.get("what").text());
        }
    }
}
