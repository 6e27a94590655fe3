package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.model.Platform;
import org.maptck.model.Version;

/// The pictures show the machine that they are drawn for.
final class PictureTest {
    private static final Platform OTHER =
            new Platform(
                    16384,
                    List.of(0, 1, 2, 4, 5, 6),
                    List.of(1, 2),
                    8,
                    ByteOrder.BIG_ENDIAN,
                    new Version(4, 4),
                    8L << 30);

    @Test
    void elementsAreAStrideApart() {
        assertEquals(List.of(0L, 16L, 32L, 48L), new ExampleMaps(Platform.DEFAULT).elements());
        assertEquals(
                "4 elements of 12 bytes: each begins 16 bytes after the one before, so 4 bytes of"
                        + " padding follow it.",
                Picture.of(Platform.DEFAULT).getFirst().words());
    }

    @Test
    void everyPossibleCpuHasItsSlot() {
        var slots = new ExampleMaps(OTHER).slots();
        assertEquals(List.of(0, 16, 32, 48, 64, 80), slots.starts());
        assertEquals(96, slots.length());
        assertEquals(
                List.of("CPU 0", "", "CPU 1", "", "CPU 2", "", "CPU 4", ""),
                Picture.of(OTHER).get(1).boxes().stream().map(Picture.Box::label).toList());
    }

    @Test
    void aMappingIsWholePagesWithATail() {
        assertEquals(
                new ExampleMaps.Pages(227, 2, 5448), new ExampleMaps(Platform.DEFAULT).pages());
        assertEquals(new ExampleMaps.Pages(910, 2, 21840), new ExampleMaps(OTHER).pages());
    }

    @Test
    void theBoxesFillTheDrawing() {
        for (var picture : Picture.of(Platform.DEFAULT)) {
            double filled = picture.boxes().stream().mapToDouble(Picture.Box::width).sum();
            assertEquals(700, filled, 0.001);
        }
    }
}
