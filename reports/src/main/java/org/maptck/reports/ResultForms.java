package org.maptck.reports;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maptck.json.Fields;
import org.maptck.json.Form;
import org.maptck.json.Json;
import org.maptck.json.Node;
import org.maptck.json.ObjectForm;
import org.maptck.json.Sink;
import org.maptck.model.Identity;
import org.maptck.model.Trace;
import org.maptck.reports.Result.Difference;

/// The lines of a result log in JSON.
final class ResultForms {
    static final Form<Result> RESULT = new ResultForm();
    static final Form<RunHeader> HEADER = new HeaderForm();

    /// Counts by verdict, those of 0 left out.
    static final ObjectForm<Map<Verdict, Integer>> COUNTS = new CountsForm();

    static final ObjectForm<Diagnosis> DIAGNOSIS = new DiagnosisForm();

    private static final String TIME = "a time, as in 2026-01-31T23:59:59Z";

    private ResultForms() {}

    private static final class ResultForm implements ObjectForm<Result> {
        @Override
        public void writeFields(Result result, Sink out) {
            out.name("implementation").text(result.implementation());
            out.name("rule").text(result.rule());
            out.name("scenario").text(result.scenario());
            out.name("verdict").value(result.verdict(), Choices.VERDICT);
            if (!result.reason().isEmpty()) {
                out.name("reason").text(result.reason());
            }
            result.difference().ifPresent(it -> out.name("difference").value(it, DIFFERENCE));
            if (!result.trace().entries().isEmpty()) {
                out.name("trace").value(result.trace(), Json.TRACE);
            }
        }

        @Override
        public Result readFields(Fields in) {
            return new Result(
                    in.get("implementation").text(),
                    in.get("rule").text(),
                    in.get("scenario").text(),
                    in.get("verdict", Choices.VERDICT),
                    in.get("reason", Json.TEXT, ""),
                    in.find("difference", DIFFERENCE),
                    in.get("trace", Json.TRACE, Trace.EMPTY));
        }
    }

    private static final ObjectForm<Difference> DIFFERENCE =
            new ObjectForm<>() {
                @Override
                public void writeFields(Difference difference, Sink out) {
                    out.name("step").text(difference.step());
                    out.name("expected").text(difference.expected());
                    out.name("got").text(difference.got());
                }

                @Override
                public Difference readFields(Fields in) {
                    return new Difference(
                            in.get("step").text(), in.get("expected").text(), in.get("got").text());
                }
            };

    private static final class HeaderForm implements ObjectForm<RunHeader> {
        @Override
        public void writeFields(RunHeader header, Sink out) {
            out.name("maptck").text(header.tool());
            out.name("started").text(header.started().toString());
            out.name("level").value(header.level(), Choices.LEVEL);
            out.name("selection").text(header.selection());
            out.name("subjects").list(header.subjects().entrySet(), SUBJECT);
            out.name("not_offered").list(header.notOffered().entrySet(), REASON);
            out.name("chapters").value(header.catalogue(), CatalogueForms.CATALOGUE);
        }

        @Override
        public RunHeader readFields(Fields in) {
            return new RunHeader(
                    in.get("maptck").text(),
                    time(in.get("started")),
                    in.get("level", Choices.LEVEL),
                    in.get("selection").text(),
                    map(in.list("subjects", SUBJECT)),
                    map(in.list("not_offered", REASON)),
                    in.get("chapters", CatalogueForms.CATALOGUE));
        }

        private static Instant time(Node node) {
            try {
                return Instant.parse(node.text());
            } catch (DateTimeException _) {
                throw node.wrong(TIME);
            }
        }

        private static <T> Map<String, T> map(List<Map.Entry<String, T>> entries) {
            var map = new LinkedHashMap<String, T>();
            entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
            return map;
        }
    }

    private static final ObjectForm<Map.Entry<String, Identity>> SUBJECT =
            addressed("identity", Json.IDENTITY);

    private static final ObjectForm<Map.Entry<String, String>> REASON =
            addressed("reason", Json.TEXT);

    private static <T> ObjectForm<Map.Entry<String, T>> addressed(String name, Form<T> form) {
        return new ObjectForm<>() {
            @Override
            public void writeFields(Map.Entry<String, T> entry, Sink out) {
                out.name("address").text(entry.getKey()).name(name).value(entry.getValue(), form);
            }

            @Override
            public Map.Entry<String, T> readFields(Fields in) {
                return Map.entry(in.get("address").text(), in.get(name, form));
            }
        };
    }

    private static final class CountsForm implements ObjectForm<Map<Verdict, Integer>> {
        @Override
        public void writeFields(Map<Verdict, Integer> counts, Sink out) {
            for (var count : counts.entrySet()) {
                if (count.getValue() > 0) {
                    out.name(count.getKey().id()).number(count.getValue());
                }
            }
        }

        @Override
        public Map<Verdict, Integer> readFields(Fields in) {
            var counts = new EnumMap<Verdict, Integer>(Verdict.class);
            for (Verdict verdict : Verdict.values()) {
                Optional<Node> count = in.find(verdict.id());
                count.ifPresent(it -> counts.put(verdict, (int) it.number(1, Integer.MAX_VALUE)));
            }
            return counts;
        }
    }
}
