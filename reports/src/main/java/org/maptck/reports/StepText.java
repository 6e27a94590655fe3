package org.maptck.reports;

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
