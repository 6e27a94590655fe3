package org.maptck.json;

import org.maptck.model.Handle;
import org.maptck.model.Operand;
import org.maptck.model.Step;
import org.maptck.model.Step.*;

/// A step of a program is an object of what to `do` and its arguments.
final class StepForm implements ObjectForm<Step> {
    private static final DeedForm DEED = new DeedForm();

    @Override
    public void writeFields(Step step, Sink out) {
        switch (step) {
            case Lookup(var map, var index) -> at(map, index, "lookup", out);
            case LookupPercpu(var map, var index, long cpu) ->
                    at(map, index, "lookup-percpu", out).name("cpu").quantity(cpu);
            case Update(var map, var index, var value, long flags) ->
                    CommandForm.flags(
                            flags, at(map, index, "update", out).name("value").bytes(value));
            case Delete(var map, var index) -> at(map, index, "delete", out);
            case Load(var map, var index, int offset, int width) ->
                    field(offset, width, at(map, index, "load", out));
            case Store(var map, var index, int offset, int width, var value) ->
                    field(offset, width, at(map, index, "store", out))
                            .name("value")
                            .value(value, Json.OPERAND);
            case StorePercpu(var map, var index, long cpu, int offset, int width, var value) -> {
                at(map, index, "store-percpu", out).name("cpu").quantity(cpu);
                field(offset, width, out).name("value").value(value, Json.OPERAND);
            }
            case AtomicAdd(var map, var index, int offset, int width, var addend) ->
                    field(offset, width, at(map, index, "atomic-add", out))
                            .name("addend")
                            .value(addend, Json.OPERAND);
            case ForEach(var map, long flags, int limit) -> forEach(map, flags, limit, out);
            case LockedStore(var map, var index, var value) ->
                    at(map, index, "locked-store", out).name("value").bytes(value);
            case Misalignment(var map, var index) -> at(map, index, "misalignment", out);
            case Distance(var map, var from, var to) ->
                    on(map, "distance", out)
                            .name("from")
                            .value(from, Json.OPERAND)
                            .name("to")
                            .value(to, Json.OPERAND);
            case PlainAdd(var map, var index, int offset, int width, var addend) ->
                    field(offset, width, at(map, index, "plain-add", out))
                            .name("addend")
                            .value(addend, Json.OPERAND);
            case Atomic(var map, var index, int offset, int width, var operation, var operand) ->
                    field(offset, width, at(map, index, "atomic", out))
                            .name("operation")
                            .value(operation, Words.ATOMIC)
                            .name("operand")
                            .value(operand, Json.OPERAND);
            case CompareExchange(
                            var map,
                            var index,
                            int offset,
                            int width,
                            var expected,
                            var value) ->
                    field(offset, width, at(map, index, "compare-exchange", out))
                            .name("expected")
                            .value(expected, Json.OPERAND)
                            .name("value")
                            .value(value, Json.OPERAND);
            case UpdateFrom(var map, var index, var from, long flags) ->
                    CommandForm.flags(
                            flags,
                            at(map, index, "update-from", out)
                                    .name("from")
                                    .value(from, Json.OPERAND));
            case ForEachAdding(var map, long addend) ->
                    on(map, "for-each-adding", out).name("addend").quantity(addend);
            case DirectLoad(var map, int address, int offset, int width) ->
                    field(
                            offset,
                            width,
                            on(map, "direct-load", out)
                                    .name("address")
                                    .quantity(Integer.toUnsignedLong(address)));
            case Through(var map, var outer, var index, var deed) ->
                    at(map, index, "through", out)
                            .name("outer")
                            .value(outer, Json.OPERAND)
                            .name("deed")
                            .value(deed, DEED);
            case Unreached(var map, var oddity, long number) ->
                    on(map, "unreached", out)
                            .name("oddity")
                            .value(oddity, Words.ODDITY)
                            .name("number")
                            .quantity(number);
        }
    }

    private static Sink on(Handle map, String verb, Sink out) {
        return out.name("do").text(verb).name("map").value(map, Words.HANDLE);
    }

    private static Sink at(Handle map, Operand index, String verb, Sink out) {
        return on(map, verb, out).name("index").value(index, Json.OPERAND);
    }

    private static Sink field(int offset, int width, Sink out) {
        return out.name("offset").number(offset).name("width").number(width);
    }

    private static void forEach(Handle map, long flags, int limit, Sink out) {
        CommandForm.flags(flags, on(map, "for-each", out));
        if (limit != 0) {
            out.name("limit").number(limit);
        }
    }

    @Override
    public Step readFields(Fields in) {
        Handle map = in.get("map", Words.HANDLE);
        try {
            return step(in, map);
        } catch (IllegalArgumentException e) {
            throw in.wrong("a step: " + e.getMessage());
        }
    }

    private static Step step(Fields in, Handle map) {
        return switch (in.get("do").text()) {
            case "lookup" -> new Lookup(map, index(in));
            case "lookup-percpu" -> new LookupPercpu(map, index(in), cpu(in));
            case "update" ->
                    new Update(map, index(in), in.get("value").bytes(), CommandForm.flags(in));
            case "delete" -> new Delete(map, index(in));
            case "load" -> new Load(map, index(in), offset(in), width(in));
            case "store" -> new Store(map, index(in), offset(in), width(in), operand(in, "value"));
            case "store-percpu" ->
                    new StorePercpu(
                            map, index(in), cpu(in), offset(in), width(in), operand(in, "value"));
            case "atomic-add" ->
                    new AtomicAdd(map, index(in), offset(in), width(in), operand(in, "addend"));
            case "for-each" ->
                    new ForEach(map, CommandForm.flags(in), in.get("limit", Words.NUMBER, 0));
            case "locked-store" -> new LockedStore(map, index(in), in.get("value").bytes());
            case "misalignment" -> new Misalignment(map, index(in));
            case "distance" -> new Distance(map, operand(in, "from"), operand(in, "to"));
            case "plain-add" ->
                    new PlainAdd(map, index(in), offset(in), width(in), operand(in, "addend"));
            case "atomic" ->
                    new Atomic(
                            map,
                            index(in),
                            offset(in),
                            width(in),
                            in.get("operation", Words.ATOMIC),
                            operand(in, "operand"));
            case "compare-exchange" ->
                    new CompareExchange(
                            map,
                            index(in),
                            offset(in),
                            width(in),
                            operand(in, "expected"),
                            operand(in, "value"));
            case "update-from" ->
                    new UpdateFrom(map, index(in), operand(in, "from"), CommandForm.flags(in));
            case "for-each-adding" -> new ForEachAdding(map, in.get("addend").quantity());
            case "direct-load" ->
                    new DirectLoad(map, (int) in.get("address").quantity(), offset(in), width(in));
            case "through" ->
                    new Through(map, operand(in, "outer"), index(in), in.get("deed", DEED));
            case "unreached" ->
                    new Unreached(map, in.get("oddity", Words.ODDITY), in.get("number").quantity());
            case String _ -> throw in.get("do").unknown("the name of a step, as in lookup");
        };
    }

    private static Operand operand(Fields in, String name) {
        return in.get(name, Json.OPERAND);
    }

    private static Operand index(Fields in) {
        return operand(in, "index");
    }

    private static long cpu(Fields in) {
        return in.get("cpu").quantity();
    }

    private static int offset(Fields in) {
        return in.get("offset").number();
    }

    private static int width(Fields in) {
        return in.get("width").number();
    }
}
