package org.maptck.adapters.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class AssemblerTest {
    private final Assembler code = new Assembler();

    private void expect(String... slots) {
        assertEquals(String.join("", slots), code.encoded(ByteOrder.LITTLE_ENDIAN).toString());
    }

    @Test
    void moves_and_arithmetic() {
        code.move(Assembler.R6, Assembler.R1)
                .set(Assembler.R2, -4)
                .addConstant(Assembler.R2, 16)
                .add(Assembler.R3, Assembler.R4)
                .shiftLeft(Assembler.R5, 4);
        expect(
                "bf16000000000000",
                "b7020000fcffffff",
                "0702000010000000",
                "0f43000000000000",
                "6705000004000000");
    }

    @Test
    void a_number_of_more_than_32_bits_takes_two_slots() {
        code.set(Assembler.R1, 0x1122_3344_5566_7788L).set(Assembler.R1, 0xffff_ffffL);
        expect("1801000088776655", "0000000044332211", "18010000ffffffff", "0000000000000000");
    }

    @Test
    void maps_and_their_values_are_named_by_descriptor() {
        code.map(Assembler.R1, 5).mapValue(Assembler.R8, 6, 24);
        expect("1811000005000000", "0000000000000000", "1828000006000000", "0000000018000000");
    }

    @Test
    void accesses_of_every_width() {
        code.load(1, Assembler.R1, Assembler.R0, 3)
                .load(2, Assembler.R1, Assembler.R0, 2)
                .load(4, Assembler.R1, Assembler.R0, 4)
                .load(8, Assembler.R1, Assembler.R0, 8)
                .store(4, Assembler.FRAME, -4, Assembler.R1)
                .storeConstant(8, Assembler.R8, 0, -1)
                .fetchAdd(8, Assembler.R0, 8, Assembler.R7);
        expect(
                "7101030000000000",
                "6901020000000000",
                "6101040000000000",
                "7901080000000000",
                "631afcff00000000",
                "7a080000ffffffff",
                "db70080001000000");
    }

    @Test
    void jumps_count_slots_forward_and_back() {
        var start = code.newLabel();
        var end = code.newLabel();
        code.place(start)
                .jumpIfEqual(Assembler.R0, 0, end)
                .set(Assembler.R1, 1L << 40)
                .jumpIfNotEqual(Assembler.R4, 0, start)
                .jumpIfAtLeast(Assembler.R0, 512, end)
                .jump(end)
                .place(end)
                .call(93)
                .exit();
        expect(
                "1500050000000000",
                "1801000000000000",
                "0000000000010000",
                "5504fcff00000000",
                "3500010000020000",
                "0500000000000000",
                "850000005d000000",
                "9500000000000000");
    }

    @Test
    void a_function_is_named_by_the_distance_to_its_first_slot() {
        var function = code.newLabel();
        code.function(Assembler.R2, function).exit().place(function).exit();
        expect("1842000002000000", "0000000000000000", "9500000000000000", "9500000000000000");
    }

    @Test
    void the_other_byte_order_turns_numbers_and_registers_around() {
        code.store(4, Assembler.FRAME, -4, Assembler.R1).set(Assembler.R2, 0x11223344);
        assertEquals(
                "63a1fffc00000000b720000011223344", code.encoded(ByteOrder.BIG_ENDIAN).toString());
    }

    @Test
    void a_label_without_a_place_is_our_own_mistake() {
        code.jump(code.newLabel());
        var wrong =
                assertThrows(IllegalStateException.class, () -> code.encoded(ByteOrder.BIG_ENDIAN));
        assertEquals("label 0 was never placed", wrong.getMessage());
    }
}
