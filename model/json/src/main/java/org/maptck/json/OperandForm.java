package org.maptck.json;

import org.maptck.model.Operand;

/// A number, `{"packet_byte":14}` or `{"packet_length":true}`.
final class OperandForm implements Form<Operand> {
    @Override
    public void write(Operand value, Sink out) {
        switch (value) {
            case Operand.Constant(long number) -> out.quantity(number);
            case Operand.PacketByte(int offset) ->
                    out.open().name("packet_byte").number(offset).close();
            case Operand.PacketLength() -> out.open().name("packet_length").flag(true).close();
        }
    }

    @Override
    public Operand read(Node node) {
        if (!(node instanceof Fields fields)) {
            return new Operand.Constant(node.quantity());
        }
        Operand value = object(fields);
        fields.end();
        return value;
    }

    private static Operand object(Fields in) {
        if (in.has("packet_length")) {
            in.get("packet_length").truth();
            return new Operand.PacketLength();
        }
        return new Operand.PacketByte(in.get("packet_byte").number());
    }
}
