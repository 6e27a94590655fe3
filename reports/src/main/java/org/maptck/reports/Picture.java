package org.maptck.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.maptck.model.Platform;

/// A drawing of bytes in a row: boxes over byte offsets, and the same in words.
///
/// @param rules ids of the rules that the picture is about
record Picture(
        String id,
        String title,
        String words,
        List<Box> boxes,
        List<Offset> offsets,
        List<String> rules) {
    private static final double WIDTH = 700;
    private static final double LEFT = 10;
    private static final int SHOWN_SLOTS = 4;
    private static final String DATA = "data";
    private static final String PADDING = "padding";

    /// A run of bytes, in the units of the drawing.
    ///
    /// @param kind `data` or `padding`
    record Box(double x, double width, String kind, String label) {
        double middle() {
            return x + width / 2;
        }
    }

    /// A byte offset below the boxes, in the units of the drawing.
    record Offset(double x, long bytes) {}

    /// The pictures of a machine.
    static List<Picture> of(Platform platform) {
        var maps = new ExampleMaps(platform);
        return List.of(elements(maps), slots(maps), pages(maps));
    }

    /// The same with those of its rules that are wanted.
    Picture about(Predicate<String> wanted) {
        var some = rules.stream().filter(wanted).toList();
        return new Picture(id, title, words, boxes, offsets, some);
    }

    private static Picture elements(ExampleMaps maps) {
        var starts = maps.elements();
        long stride = starts.get(1);
        var row = new Row(starts.getLast() + stride);
        for (int i = 0; i < starts.size(); i++) {
            row.slot("element " + i, starts.get(i), ExampleMaps.VALUE, starts.get(i) + stride);
        }
        return row.picture(
                "picture-elements",
                "Elements of an array",
                "%d elements of %d bytes: each begins %d bytes after the one before, so %d bytes of padding follow it."
                        .formatted(
                                starts.size(),
                                ExampleMaps.VALUE,
                                stride,
                                stride - ExampleMaps.VALUE),
                List.of("array.element.aligned"));
    }

    private static Picture slots(ExampleMaps maps) {
        var slots = maps.slots();
        var cpus = maps.platform().possibleCpus();
        int shown = Math.min(SHOWN_SLOTS, cpus.size());
        int end = shown < cpus.size() ? slots.starts().get(shown) : slots.length();
        var row = new Row(end);
        for (int i = 0; i < shown; i++) {
            int start = slots.starts().get(i);
            int next = i + 1 < cpus.size() ? slots.starts().get(i + 1) : slots.length();
            row.slot("CPU " + cpus.get(i), start, ExampleMaps.VALUE, next);
        }
        return row.picture(
                "picture-slots",
                "One element of a per-CPU array, as user space reads it",
                "%d bytes for %d possible CPUs and a value of %d bytes: a slot for each CPU, %s%s."
                        .formatted(
                                slots.length(),
                                cpus.size(),
                                ExampleMaps.VALUE,
                                "rounded up with padding",
                                shown < cpus.size() ? "; the first " + shown + " are drawn" : ""),
                List.of("percpu.layout.every-cpu", "percpu.layout.padding-dropped"));
    }

    private static Picture pages(ExampleMaps maps) {
        var pages = maps.pages();
        int size = maps.platform().pageSize();
        long length = pages.pages() * size;
        var row = new Row(length);
        for (int i = 0; i < pages.pages(); i++) {
            long start = (long) i * size;
            row.slot("page " + i, start, Math.min(size, pages.end() - start), start + size);
        }
        return row.picture(
                "picture-pages",
                "Pages of a mapped array",
                "%d elements of %d bytes end at byte %d; the mapping is whole pages of %d bytes, %d in all, so a tail of %d bytes follows."
                        .formatted(
                                pages.elements(),
                                ExampleMaps.MAPPED_VALUE,
                                pages.end(),
                                size,
                                pages.pages(),
                                length - pages.end()),
                List.of("mmap.whole-pages", "mmap.tail"));
    }

    /// Collects the boxes of a drawing.
    private static final class Row {
        private final double scale;
        private final List<Box> boxes = new ArrayList<>();
        private final List<Offset> offsets = new ArrayList<>();

        Row(long bytes) {
            scale = WIDTH / bytes;
            offsets.add(new Offset(LEFT, 0));
        }

        void slot(String label, long start, long data, long end) {
            box(start, start + data, DATA, label);
            box(start + data, end, PADDING, "");
        }

        private void box(long from, long to, String kind, String label) {
            if (to > from) {
                boxes.add(new Box(x(from), x(to) - x(from), kind, label));
                offsets.add(new Offset(x(to), to));
            }
        }

        private double x(long bytes) {
            return LEFT + bytes * scale;
        }

        Picture picture(String id, String title, String words, List<String> rules) {
            return new Picture(id, title, words, boxes, offsets, rules);
        }
    }
}
