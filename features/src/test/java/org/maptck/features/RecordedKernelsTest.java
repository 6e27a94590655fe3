package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.maptck.features.fuzz.Agreement;
import org.maptck.model.reference.ReferenceModel;

/// The model permits what real kernels were recorded to answer, in scenarios and on random walks,
/// outside of what the baselines of these kernels name. A test a kernel, as a change of the model
/// is noticed the sooner by the one that shows it.
class RecordedKernelsTest {
    private static void agrees(String version) {
        var kernel = RecordedKernel.named(version);
        try (var model = new ReferenceModel(kernel.platform())) {
            kernel.traces()
                    .forEach((id, trace) -> {
                        model.reset();
                        var difference = Agreement.difference(model, trace);
                        assertEquals(
                                "",
                                difference
                                        .filter(d -> !kernel.known(id, d))
                                        .map(d -> id + d)
                                        .orElse(""));
                    });
        }
    }

    @Test
    void linux6v18() {
        agrees("6.18");
    }

    @Test
    void linux7v3() {
        agrees("7.3");
    }

    @Test
    void linux5v10() {
        agrees("5.10");
    }

    @Test
    void linux6v1() {
        agrees("6.1");
    }

    @Test
    void theRecordingsAreWorthTheName() {
        var traces = RecordedKernel.named("6.18").traces().values();
        assertTrue(traces.size() > 3000, () -> traces.size() + " traces");
        assertTrue(traces.stream().mapToInt(t -> t.entries().size()).sum() > 50_000);
    }
}
