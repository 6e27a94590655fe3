package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Outcome;
import org.maptck.model.Trace;
import org.maptck.model.reference.ReferenceModel;

/// Nobody foresees the id of a map, but where a kernel tells the same one twice, so does the model,
/// and where it tells two, so does the model.
class SameIdsTest {
    private static final int ID = 4;
    private static final String LINE = "map_id:\t";

    @Test
    void linux6v18() {
        var kernel = RecordedKernel.named("6.18");
        int compared = 0;
        try (var model = new ReferenceModel(kernel.platform())) {
            for (var trace : kernel.traces().entrySet()) {
                model.reset();
                compared += compare(model, trace.getKey(), trace.getValue());
            }
        }
        assertTrue(compared > 100, compared + " ids");
    }

    private static int compare(ReferenceModel model, String id, Trace trace) {
        var told = new ArrayList<Long>();
        var ours = new ArrayList<Long>();
        for (Trace.Entry entry : trace.entries()) {
            var permitted = model.step(entry.command());
            if (!permitted.permits(entry.outcome())) {
                break;
            }
            id(entry.outcome())
                    .ifPresent(number -> {
                        told.add(number);
                        ours.add(id(permitted.example()).orElse(0L));
                    });
            model.settle(entry.outcome());
        }
        assertEquals(firsts(told), firsts(ours), id);
        ours.forEach(number -> assertTrue(number > 0, id));
        return told.size();
    }

    /// For each number where it was first told.
    private static List<Integer> firsts(List<Long> numbers) {
        return numbers.stream().map(numbers::indexOf).toList();
    }

    private static Optional<Long> id(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Described(var info) -> Optional.of(info.id());
            case Outcome.Informed(var refusal, _, Bytes buffer, _)
                    when refusal.isEmpty() && buffer.size() >= 2 * ID ->
                    Optional.of(buffer.slice(ID, 2 * ID).number(ID, ByteOrder.nativeOrder()));
            case Outcome.Printed(String text) ->
                    text.lines()
                            .filter(line -> line.startsWith(LINE))
                            .map(line -> Long.valueOf(line.substring(LINE.length())))
                            .findFirst();
            default -> Optional.empty();
        };
    }
}
