package org.maptck.json;

import org.maptck.model.Deed;

/// What a program does with an element of an inner map.
final class DeedForm implements ObjectForm<Deed> {
    @Override
    public void writeFields(Deed deed, Sink out) {
        switch (deed) {
            case Deed.Lookup() -> out.name("do").text("lookup");
            case Deed.LookupPercpu(long cpu) ->
                    out.name("do").text("lookup-percpu").name("cpu").quantity(cpu);
            case Deed.Update(var value, long flags) ->
                    CommandForm.flags(
                            flags, out.name("do").text("update").name("value").bytes(value));
        }
    }

    @Override
    public Deed readFields(Fields in) {
        return switch (in.get("do").text()) {
            case "lookup" -> new Deed.Lookup();
            case "lookup-percpu" -> new Deed.LookupPercpu(in.get("cpu").quantity());
            case "update" -> new Deed.Update(in.get("value").bytes(), CommandForm.flags(in));
            case String _ -> throw in.get("do").wrong("lookup, lookup-percpu or update");
        };
    }
}
