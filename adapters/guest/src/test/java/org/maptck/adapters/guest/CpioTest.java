package org.maptck.adapters.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CpioTest {
    private static final String NONE = "00000000";

    private static String text(byte... bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Test
    void aFileIsAHeadItsNameAndItsContentEachInWholeWords() {
        var image = text(new Cpio().file("init", new byte[] {'a', 'b', 'c'}).encoded());
        var head =
                "070701"
                        + "00000001"
                        + "000081ed"
                        + NONE
                        + NONE
                        + "00000001"
                        + NONE
                        + "00000003"
                        + NONE.repeat(4)
                        + "00000005"
                        + NONE;
        assertEquals(head + "init\0\0abc\0", image.substring(0, 120));
        assertEquals("070701", image.substring(120, 126));
        assertEquals("TRAILER!!!\0", image.substring(230, 241));
        assertEquals(0, image.length() % 4);
    }

    @Test
    void aDeviceHasItsNumbers() {
        var image = text(new Cpio().device("dev/console", 5, 1).encoded());
        assertEquals("00000005" + "00000001", image.substring(78, 94));
    }
}
