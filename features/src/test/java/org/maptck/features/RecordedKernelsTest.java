package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maptck.adapters.recorded.Recording;
import org.maptck.features.fuzz.Agreement;
import org.maptck.model.reference.ReferenceModel;

/// The model permits what real kernels were recorded to answer, in scenarios and on random walks,
/// outside of what the baselines of these kernels name. On random walks, so does one that has what
/// the kernel's maintainers took over. A test a kernel, as a change of the model is noticed the
/// sooner by the one that shows it. What shows the changes between versions is left out: a
/// maintained kernel takes some over, and [ShownTest] is about those.
class RecordedKernelsTest {
    static List<String> versions() throws IOException {
        return RecordedKernel.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theModelAgreesWith(String version) {
        var kernel = RecordedKernel.named(version);
        try (var model = new ReferenceModel(kernel.platform());
                var maintained = kernel.maintained()) {
            kernel.traces()
                    .forEach((id, trace) -> {
                        if (id.startsWith(Recording.CHANGE)) {
                            return;
                        }
                        var judge = Recording.isScenario(id) ? model : maintained;
                        judge.reset();
                        var difference = Agreement.difference(judge, trace);
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
    void theRecordingsAreWorthTheName() {
        var traces = RecordedKernel.named("6.18").traces().values();
        assertTrue(traces.size() > 3000, () -> traces.size() + " traces");
        assertTrue(traces.stream().mapToInt(t -> t.entries().size()).sum() > 50_000);
    }
}
