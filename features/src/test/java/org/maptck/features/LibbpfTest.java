package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.maptck.adapters.libbpf.LibbpfAdapter;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.reports.Result;
import org.maptck.reports.Verdict;

/// The rules, asked through libbpf.
class LibbpfTest {
    @Test
    void theKernelPassesEveryScenarioThroughLibbpfToo() throws CannotOpen, IOException {
        var adapter = new LibbpfAdapter();
        adapter.missing().ifPresent(why -> Assumptions.abort("libbpf: " + why));
        try (var kernel = adapter.open("")) {
            var shipped = Baselines.shipped(kernel);
            var results = new ArrayList<Result>();
            new SuiteRunner(Suite.bundled(), "libbpf", kernel)
                    .run(raw -> results.add(shipped.judge(raw)));
            assertEquals(List.of(), results.stream().filter(LibbpfTest::differs).toList());
            assertTrue(results.stream().filter(it -> it.verdict() == Verdict.PASS).count() > 300);
        }
    }

    private static boolean differs(Result result) {
        return switch (result.verdict()) {
            case PASS, NOT_APPLICABLE, EXPECTED_FAIL -> false;
            case INCONCLUSIVE, UNEXPECTED_PASS, FAIL -> true;
        };
    }
}
