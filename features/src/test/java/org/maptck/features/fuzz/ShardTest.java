package org.maptck.features.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which part of the work a process takes.
class ShardTest {
    @Test
    void theUserNamesAPart() {
        assertEquals(new Shard(2), Shard.of("2/8"));
        assertThrows(IllegalArgumentException.class, () -> Shard.of("9/8"));
        assertThrows(IllegalArgumentException.class, () -> Shard.of("0/8"));
        assertThrows(IllegalArgumentException.class, () -> Shard.of("two"));
    }

    @Test
    void aKubernetesJobCountsFromZero() {
        assertEquals(new Shard(4), Shard.of(Map.of("JOB_COMPLETION_INDEX", "3")));
    }

    @Test
    void aMatrixCountsFromOne() {
        assertEquals(new Shard(3), Shard.of(Map.of("CI_NODE_INDEX", "3", "CI_NODE_TOTAL", "4")));
        assertThrows(
                IllegalArgumentException.class,
                () -> Shard.of(Map.of("CI_NODE_INDEX", "5", "CI_NODE_TOTAL", "4")));
    }

    @Test
    void withoutAWordItIsTheFirst() {
        assertEquals(Shard.WHOLE, Shard.of(Map.of()));
    }

    @Test
    void noTwoPartsShareAList() {
        assertEquals(0, Shard.WHOLE.firstList());
        assertEquals(1L << 40, new Shard(2).firstList());
    }
}
