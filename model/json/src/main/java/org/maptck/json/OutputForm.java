package org.maptck.json;

import org.maptck.model.Output;

/// `{"room":16}`, `null`, `{"mapping":0,"offset":8}`, or `{"fits":true}`, which a field leaves out.
final class OutputForm implements Form<Output> {
    static final Output USUAL = new Output.Fits();

    @Override
    public void write(Output value, Sink out) {
        switch (value) {
            case Output.Fits() -> out.open().name("fits").flag(true).close();
            case Output.Room(int size) -> out.open().name("room").number(size).close();
            case Output.Null() -> out.nothing();
            case Output.InMapping(var mapping, var offset) ->
                    out.open()
                            .name("mapping")
                            .value(mapping, Words.MAPPING)
                            .name("offset")
                            .quantity(offset)
                            .close();
        }
    }

    @Override
    public Output read(Node node) {
        if (node.isNothing()) {
            return new Output.Null();
        }
        var fields = node.fields();
        Output value = object(fields);
        fields.end();
        return value;
    }

    private static Output object(Fields in) {
        if (in.has("fits")) {
            in.get("fits").truth();
            return USUAL;
        }
        if (in.has("room")) {
            return new Output.Room((int) in.get("room").number(0, Integer.MAX_VALUE));
        }
        return new Output.InMapping(in.get("mapping", Words.MAPPING), in.get("offset").quantity());
    }
}
