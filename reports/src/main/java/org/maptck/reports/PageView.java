package org.maptck.reports;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.maptck.model.Identity;
import org.maptck.model.Platform;

/// All that the page shows, in the words that it uses.
final class PageView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final Results results;
    private final RunHeader header;
    private final Grid grid;
    private final CountTable table;
    private final PackedTraces traces = new PackedTraces();
    private final List<ChapterView> chapters;

    record ChapterView(int number, String title, String introduction, List<RuleView> rules) {
        int count() {
            return rules.size();
        }
    }

    record SubjectView(
            int number, String address, String identity, String platform, List<Row> rows) {}

    record Row(String unit, List<Count> counts) {
        boolean isFirst() {
            return unit.equals(CountTable.RULES);
        }
    }

    record Count(int count, String heading) {
        boolean none() {
            return count == 0;
        }
    }

    record Reason(String address, String reason) {}

    record Unasked(List<String> addresses, String reason) {}

    record Option(String value, String label) {}

    PageView(Results results) {
        this.results = results;
        this.header = results.header();
        this.grid = new Grid(results);
        this.table = CountTable.of(Tally.of(results));
        var all = header.catalogue().chapters();
        this.chapters =
                IntStream.range(0, all.size()).mapToObj(i -> chapter(i + 1, all.get(i))).toList();
    }

    String style() throws IOException {
        return Resource.text("page.css");
    }

    String script() throws IOException {
        return Resource.text("page.js");
    }

    String tool() {
        return Harmless.line(header.tool());
    }

    String headline() {
        return Headline.of(results);
    }

    String outcome() {
        return ExitCode.of(results).name().toLowerCase(Locale.ROOT);
    }

    String started() {
        return TIME.format(header.started());
    }

    String level() {
        return header.level().id();
    }

    String selection() {
        return Harmless.line(header.selection());
    }

    boolean incomplete() {
        return !results.complete();
    }

    List<String> headings() {
        return table.headings().stream().map(it -> it.replace('-', ' ')).toList();
    }

    List<SubjectView> subjects() {
        var addresses = grid.implementations();
        return IntStream.range(0, addresses.size())
                .mapToObj(i -> subject(i, addresses.get(i)))
                .toList();
    }

    private SubjectView subject(int number, String address) {
        Identity identity = header.subjects().get(address);
        var rows =
                table.rows().stream()
                        .filter(row -> row.implementation().equals(address))
                        .map(this::row)
                        .toList();
        return new SubjectView(
                number,
                Harmless.line(address),
                identity == null ? "" : Harmless.line(identity.name() + " " + identity.version()),
                identity == null ? "" : platform(identity.platform()),
                rows);
    }

    private Row row(CountTable.Row row) {
        var counts =
                IntStream.range(0, row.counts().size())
                        .mapToObj(i -> new Count(row.counts().get(i), table.headings().get(i)))
                        .toList();
        return new Row(row.unit(), counts);
    }

    private static String platform(Platform platform) {
        return "as Linux %s, %d of %d possible CPUs online, %d-bit, %s, %d-byte pages"
                .formatted(
                        platform.kernel(),
                        platform.onlineCpus().size(),
                        platform.cpuCount(),
                        platform.wordSize() * 8,
                        platform.byteOrder().toString().toLowerCase(Locale.ROOT).replace('_', ' '),
                        platform.pageSize());
    }

    /// What is to be said of passes.
    List<Reason> remarks() {
        return grid.implementations().stream()
                .flatMap(it -> Findings.remarks(results, it).stream().map(said -> reason(it, said)))
                .toList();
    }

    List<Reason> notOffered() {
        return header.notOffered().entrySet().stream()
                .map(it -> reason(it.getKey(), it.getValue()))
                .toList();
    }

    /// What was not asked, once for all implementations of which it is the same.
    List<Unasked> notApplicable() {
        var alike = new LinkedHashMap<String, List<String>>();
        for (String implementation : grid.implementations()) {
            Findings.notApplicable(results, implementation)
                    .ifPresent(it ->
                            alike.computeIfAbsent(Harmless.line(it), _ -> new ArrayList<>())
                                    .add(Harmless.line(implementation)));
        }
        return alike.entrySet().stream()
                .map(it -> new Unasked(it.getValue(), it.getKey()))
                .toList();
    }

    private static Reason reason(String address, String reason) {
        return new Reason(Harmless.line(address), Harmless.line(reason));
    }

    List<ChapterView> chapters() {
        return chapters;
    }

    /// What the script unpacks where a reader asks for the trace of a pass.
    String traces() throws IOException {
        return traces.packed();
    }

    private ChapterView chapter(int number, Catalogue.Chapter chapter) {
        var rules =
                chapter.rules().stream().map(it -> new RuleView(it, grid, header, traces)).toList();
        return new ChapterView(
                number,
                Harmless.prose(chapter.title()),
                Harmless.prose(chapter.introduction()),
                rules);
    }

    /// Drawn for the machine of the first implementation.
    List<Picture> pictures() {
        var machine = header.subjects().values().stream().map(Identity::platform).findFirst();
        return Picture.of(machine.orElse(Platform.DEFAULT)).stream()
                .map(it -> it.about(rule -> header.catalogue().rule(rule).isPresent()))
                .toList();
    }

    int ruleCount() {
        return header.catalogue().rules().size();
    }

    List<Option> verdicts() {
        return Arrays.stream(Verdict.values())
                .map(it -> new Option(it.id(), it.id().replace('-', ' ')))
                .toList();
    }

    List<Option> levels() {
        return Arrays.stream(Level.values()).map(it -> new Option(it.id(), it.id())).toList();
    }

    List<Option> faces() {
        return Arrays.stream(Face.values()).map(it -> new Option(it.id(), it.id())).toList();
    }
}
