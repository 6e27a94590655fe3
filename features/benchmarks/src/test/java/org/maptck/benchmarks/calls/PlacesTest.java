package org.maptck.benchmarks.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Memory that is asked for twice in the same way is at the same place twice.
class PlacesTest {
    private static final long PAGE = 4096;

    private final Places places = new Places(PAGE);

    @Test
    void theLowestFreePlaceComesFirst() {
        long first = places.free(PAGE);
        places.take(first, PAGE);
        long second = places.free(2 * PAGE);
        assertEquals(first + PAGE, second);
        places.take(second, 2 * PAGE);
        places.give(first, PAGE);
        assertEquals(second + 2 * PAGE, places.free(PAGE));
        places.give(second, PAGE);
        assertEquals(first, places.free(PAGE));
    }

    @Test
    void whatIsGivenFromTheMiddleLeavesBothEnds() {
        long first = places.free(6 * PAGE);
        places.take(first, 6 * PAGE);
        places.give(first + 2 * PAGE, 3 * PAGE);
        assertEquals(first + 2 * PAGE, places.free(2 * PAGE));
        assertEquals(first + 6 * PAGE, places.free(3 * PAGE));
    }

    @Test
    void aPartOfAPageIsAWholeOne() {
        long first = places.free(1);
        places.take(first, 1);
        assertEquals(first + PAGE, places.free(1));
    }
}
