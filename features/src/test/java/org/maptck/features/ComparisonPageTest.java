package org.maptck.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maptck.reports.Rule;

/// Each behaviour of `docs/comparison.md` names rules that there are, and that are proven.
class ComparisonPageTest {
    private static final Path PAGE = Path.of("../docs/comparison.md");
    private static final int BEHAVIOURS = 51;
    private static final int NUMBER = 1;
    private static final int RULES = 3;
    private static final Pattern ID = Pattern.compile("`([a-z0-9-]+(?:\\.[a-z0-9-]+)+)`");

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> line.split("\\|", -1))
                .toList();
    }

    private static Stream<String> rules(String[] row) {
        return ID.matcher(row[RULES]).results().map(found -> found.group(1));
    }

    @Test
    void everyBehaviourHasARow() throws IOException {
        var numbers = rows().stream().map(row -> Integer.valueOf(row[NUMBER].strip())).toList();
        assertEquals(IntStream.rangeClosed(1, BEHAVIOURS).boxed().toList(), numbers);
    }

    @Test
    void everyRowNamesARule() throws IOException {
        var without = rows().stream().filter(row -> rules(row).findAny().isEmpty()).toList();
        assertEquals(List.of(), without.stream().map(row -> row[NUMBER]).toList());
    }

    @Test
    void everyRuleThatIsNamedIsProven() throws IOException {
        Set<String> proven =
                Suite.bundled().catalogue().rules().stream()
                        .filter(Rule::proven)
                        .map(Rule::id)
                        .collect(Collectors.toSet());
        var unknown = rows().stream().flatMap(ComparisonPageTest::rules).distinct();
        assertEquals(List.of(), unknown.filter(id -> !proven.contains(id)).toList());
    }
}
