package org.maptck.reports;

import org.maptck.model.Deed;
import org.maptck.model.Oddity;
import org.maptck.model.Operand;
import org.maptck.model.Step;
import org.maptck.model.Step.*;

/// Steps of a program for a reader: an element is `A[3]`, a field of it `A[3]+4:8`.
final class StepText {
    private StepText() {}

    static String of(Step step) {
        return switch (step) {
            case Lookup(var map, var index) -> "lookup " + map + at(index);
            case LookupPercpu(var map, var index, long cpu) ->
                    "lookup " + map + at(index) + " of CPU " + cpu;
            case Update(var map, var index, var value, long flags) ->
                    "update "
                            + (map + at(index) + " value " + TraceText.of(value))
                            + TraceText.flags(flags);
            case Delete(var map, var index) -> "delete " + map + at(index);
            case Load(var map, var index, int offset, int width) ->
                    "load " + map + at(index) + field(offset, width);
            case Store(var map, var index, int offset, int width, var value) ->
                    "store " + map + at(index) + field(offset, width) + " = " + of(value);
            case StorePercpu(var map, var index, long cpu, int offset, int width, var value) ->
                    "store "
                            + (map + at(index) + field(offset, width))
                            + (" of CPU " + cpu + " = " + of(value));
            case AtomicAdd(var map, var index, int offset, int width, var addend) ->
                    "atomic add " + map + at(index) + field(offset, width) + " += " + of(addend);
            case ForEach(var map, long flags, int limit) ->
                    "for each "
                            + (map + TraceText.flags(flags))
                            + (limit == 0 ? "" : ", stop at call " + limit);
            case LockedStore(var map, var index, var value) ->
                    "locked store " + map + at(index) + " = " + TraceText.of(value);
            case Misalignment(var map, var index) -> "misalignment of " + map + at(index);
            case Distance(var map, var from, var to) ->
                    "distance " + map + at(from) + " to " + map + at(to);
            case PlainAdd(var map, var index, int offset, int width, var addend) ->
                    "add " + map + at(index) + field(offset, width) + " += " + of(addend);
            case Atomic(var map, var index, int offset, int width, var operation, var operand) ->
                    "atomic "
                            + (operation.id() + " " + map + at(index) + field(offset, width))
                            + (" with " + of(operand));
            case CompareExchange(
                            var map,
                            var index,
                            int offset,
                            int width,
                            var expected,
                            var value) ->
                    "atomic exchange "
                            + (map + at(index) + field(offset, width) + " = " + of(value))
                            + (" where it is " + of(expected));
            case UpdateFrom(var map, var index, var from, long flags) ->
                    "update "
                            + (map + at(index) + " value " + map + at(from))
                            + TraceText.flags(flags);
            case ForEachAdding(var map, long addend) ->
                    "for each " + map + ", next += " + TraceText.number(addend);
            case DirectLoad(var map, int address, int offset, int width) ->
                    "load "
                            + (map + " at " + Integer.toUnsignedString(address))
                            + field(offset, width);
            case Through(var map, var outer, var index, var deed) ->
                    of(deed) + " " + map + at(outer) + at(index) + given(deed);
            case Unreached(var map, var oddity, long number) ->
                    "unreached: "
                            + oddity.words().replace(Oddity.NUMBER, TraceText.number(number))
                            + (" in " + map);
        };
    }

    private static String of(Deed deed) {
        return deed instanceof Deed.Update ? "update" : "lookup";
    }

    private static String given(Deed deed) {
        return switch (deed) {
            case Deed.Lookup() -> "";
            case Deed.LookupPercpu(long cpu) -> " of CPU " + cpu;
            case Deed.Update(var value, long flags) ->
                    " value " + TraceText.of(value) + TraceText.flags(flags);
        };
    }

    private static String at(Operand index) {
        return "[" + of(index) + "]";
    }

    private static String field(int offset, int width) {
        return "+" + offset + ":" + width;
    }

    private static String of(Operand operand) {
        return switch (operand) {
            case Operand.Constant(long value) -> TraceText.number(value);
            case Operand.PacketByte(int offset) -> "packet[" + offset + "]";
            case Operand.PacketLength() -> "packet length";
        };
    }
}
