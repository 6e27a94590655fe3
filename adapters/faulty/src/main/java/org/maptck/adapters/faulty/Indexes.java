package org.maptck.adapters.faulty;

import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Operand;
import org.maptck.model.Platform;
import org.maptck.model.Step;

/// Commands and steps about the element at another index, or of another map.
final class Indexes {
    private static final long LOW = 0xffff_ffffL;

    private Indexes() {}

    /// The command with its key changed, where it has one that can be read.
    static Command map(Command command, Platform platform, LongUnaryOperator change) {
        return switch (command) {
            case Command.Lookup(var map, var key, long flags, var value) ->
                    new Command.Lookup(map, key(key, platform, change), flags, value);
            case Command.Update(var map, var key, var value, long flags) ->
                    new Command.Update(map, key(key, platform, change), value, flags);
            case Command.Delete(var map, var key) ->
                    new Command.Delete(map, key(key, platform, change));
            case Command.NextKey(var map, var key, var next) ->
                    new Command.NextKey(map, key(key, platform, change), next);
            case Command.Run run -> Steps.map(run, step -> map(step, change));
            case Command.Race(var callers, int times) ->
                    new Command.Race(
                            callers.stream().map(c -> map(c, platform, change)).toList(), times);
            case Command other -> other;
        };
    }

    static Input key(Input key, Platform platform, LongUnaryOperator change) {
        if (!(key instanceof Input.Given(Bytes bytes)) || bytes.size() < MapSpec.KEY_SIZE) {
            return key;
        }
        long index = bytes.number(MapSpec.KEY_SIZE, platform.byteOrder());
        var rest = bytes.slice(MapSpec.KEY_SIZE, bytes.size());
        return new Input.Given(platform.key(change.applyAsLong(index)).then(rest));
    }

    /// The step with its index changed, where that is a constant.
    static Step map(Step step, LongUnaryOperator change) {
        return map(step, UnaryOperator.identity(), change);
    }

    /// The step about another map.
    static Step move(Step step, UnaryOperator<Handle> maps) {
        return map(step, maps, LongUnaryOperator.identity());
    }

    private static Step map(Step step, UnaryOperator<Handle> maps, LongUnaryOperator change) {
        return switch (step) {
            case Step.Lookup(var map, var at) -> new Step.Lookup(maps.apply(map), at(at, change));
            case Step.LookupPercpu(var map, var at, long cpu) ->
                    new Step.LookupPercpu(maps.apply(map), at(at, change), cpu);
            case Step.Update(var map, var at, var value, long flags) ->
                    new Step.Update(maps.apply(map), at(at, change), value, flags);
            case Step.Delete(var map, var at) -> new Step.Delete(maps.apply(map), at(at, change));
            case Step.Load(var map, var at, int offset, int width) ->
                    new Step.Load(maps.apply(map), at(at, change), offset, width);
            case Step.Store(var map, var at, int offset, int width, var value) ->
                    new Step.Store(maps.apply(map), at(at, change), offset, width, value);
            case Step.StorePercpu(var map, var at, long cpu, int offset, int width, var value) ->
                    new Step.StorePercpu(
                            maps.apply(map), at(at, change), cpu, offset, width, value);
            case Step.AtomicAdd(var map, var at, int offset, int width, var addend) ->
                    new Step.AtomicAdd(maps.apply(map), at(at, change), offset, width, addend);
            case Step.LockedStore(var map, var at, var value) ->
                    new Step.LockedStore(maps.apply(map), at(at, change), value);
            case Step.Misalignment(var map, var at) ->
                    new Step.Misalignment(maps.apply(map), at(at, change));
            case Step.Distance(var map, var from, var to) ->
                    new Step.Distance(maps.apply(map), at(from, change), at(to, change));
            case Step.ForEach(var map, long flags, int limit) ->
                    new Step.ForEach(maps.apply(map), flags, limit);
            case Step.PlainAdd(var map, var at, int offset, int width, var addend) ->
                    new Step.PlainAdd(maps.apply(map), at(at, change), offset, width, addend);
            case Step.Atomic(var map, var at, int offset, int width, var operation, var operand) ->
                    new Step.Atomic(
                            maps.apply(map), at(at, change), offset, width, operation, operand);
            case Step.CompareExchange(
                            var map,
                            var at,
                            int offset,
                            int width,
                            var expected,
                            var value) ->
                    new Step.CompareExchange(
                            maps.apply(map), at(at, change), offset, width, expected, value);
            case Step.UpdateFrom(var map, var at, var from, long flags) ->
                    new Step.UpdateFrom(maps.apply(map), at(at, change), at(from, change), flags);
            case Step.ForEachAdding(var map, long addend) ->
                    new Step.ForEachAdding(maps.apply(map), addend);
            case Step.DirectLoad(var map, int address, int offset, int width) ->
                    new Step.DirectLoad(maps.apply(map), address, offset, width);
            case Step.Through(var map, var outer, var at, var deed) ->
                    new Step.Through(maps.apply(map), outer, at(at, change), deed);
            case Step.Unreached(var map, var oddity, long number) ->
                    new Step.Unreached(maps.apply(map), oddity, number);
        };
    }

    private static Operand at(Operand index, LongUnaryOperator change) {
        return index instanceof Operand.Constant(long value)
                ? new Operand.Constant(change.applyAsLong(value & LOW))
                : index;
    }

    /// The index that a program uses, where it is a constant; -1 where not.
    static long of(Operand index) {
        return index instanceof Operand.Constant(long value) ? value & LOW : -1;
    }
}
