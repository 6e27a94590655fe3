package org.maptck.json;

import org.maptck.model.Input;

/// Bytes in hex, `null`, `{"unreadable":true}` or `{"mapping":0,"offset":8}`.
final class InputForm implements Form<Input> {
    @Override
    public void write(Input value, Sink out) {
        switch (value) {
            case Input.Given(var bytes) -> out.bytes(bytes);
            case Input.Null() -> out.nothing();
            case Input.Unreadable() -> out.open().name("unreadable").flag(true).close();
            case Input.InMapping(var mapping, var offset) ->
                    out.open()
                            .name("mapping")
                            .value(mapping, Words.MAPPING)
                            .name("offset")
                            .quantity(offset)
                            .close();
        }
    }

    @Override
    public Input read(Node node) {
        if (node.isNothing()) {
            return new Input.Null();
        }
        if (!(node instanceof Fields fields)) {
            return new Input.Given(node.bytes());
        }
        Input value = object(fields);
        fields.end();
        return value;
    }

    private static Input object(Fields in) {
        if (in.has("unreadable")) {
            in.get("unreadable").truth();
            return new Input.Unreadable();
        }
        return new Input.InMapping(in.get("mapping", Words.MAPPING), in.get("offset").quantity());
    }
}
