package org.example;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maptck.model.Bytes;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Input;
import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;

/// Array maps in the memory of a Java process, seen by system calls alone: a bridge from the
/// commands of the kit to [MyMap].
public final class MyMaps implements Implementation {
    private static final long MOST_BYTES = 1L << 30;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.À-ÖØ-öø-ÿ]{0,15}");
    private static final Identity IDENTITY =
            new Identity(
                    "my-map",
                    "1.0",
                    Platform.DEFAULT,
                    EnumSet.of(Capability.PERCPU, Capability.FREEZE, Capability.INFO));

    private final Map<Handle, MyMap> maps = new HashMap<>();

    @Override
    public Identity identity() {
        return IDENTITY;
    }

    @Override
    public void reset() {
        maps.clear();
    }

    @Override
    public void close() {
        maps.clear();
    }

    @Override
    public Outcome apply(Command command) {
        return switch (command) {
            case Command.Create(var handle, var spec, _) -> create(handle, spec);
            case Command.Close(var handle) ->
                    on(
                            handle,
                            _ -> {
                                maps.remove(handle);
                                return new Outcome.Done();
                            });
            case Command.Lookup(var handle, Input.Given(var key), var flags, Output.Fits _) ->
                    on(handle, map -> map.lookup(index(key), flags));
            case Command.Update(
                            var handle,
                            Input.Given(var key),
                            Input.Given(var value),
                            var flags) ->
                    on(handle, map -> map.update(index(key), value, flags));
            case Command.Delete(var handle, Input.Given _) -> on(handle, MyMap::delete);
            case Command.NextKey(var handle, Input.Given(var key), Output.Fits _) ->
                    on(handle, map -> map.nextKey(Optional.of(index(key))));
            case Command.NextKey(var handle, Input.Null _, Output.Fits _) ->
                    on(handle, map -> map.nextKey(Optional.empty()));
            case Command.LookupAndDelete(var handle, Input.Given _, var flags, Output.Fits _) ->
                    on(handle, map -> map.lookupAndDelete(flags));
            case Command.Freeze(var handle) -> on(handle, MyMap::freeze);
            case Command.GetInfo(var handle) -> info(handle);
            default -> new Outcome.Unsupported(command.getClass().getSimpleName());
        };
    }

    private interface Call {
        Outcome on(MyMap map);
    }

    private Outcome on(Handle handle, Call call) {
        var map = maps.get(handle);
        return map == null ? new Outcome.Refused(Errno.EBADF) : call.on(map);
    }

    private static long index(Bytes key) {
        return key.number(MapSpec.KEY_SIZE, Platform.DEFAULT.byteOrder());
    }

    private Outcome create(Handle handle, MapSpec spec) {
        boolean nonsense =
                spec.type() == MapType.UNKNOWN
                        || spec.keySize() != MapSpec.KEY_SIZE
                        || spec.valueSize() == 0
                        || spec.maxEntries() == 0
                        || spec.mapExtra() != 0;
        if (nonsense || spec.flags() != Flags.ANY || spec.lock().isPresent()) {
            return new Outcome.Refused(Errno.EINVAL);
        }
        if (spec.type().perCpu() && spec.stride() > Platform.DEFAULT.perCpuLimit()) {
            return new Outcome.Refused(Errno.E2BIG);
        }
        long each = spec.userValueSize(Platform.DEFAULT.cpuCount());
        if (each > MOST_BYTES / spec.maxEntries()) {
            return new Outcome.Refused(Errno.ENOMEM);
        }
        if (!NAME.matcher(spec.name()).matches()) {
            return new Outcome.Refused(Errno.EINVAL);
        }
        maps.put(handle, new MyMap(spec));
        return new Outcome.Done();
    }

    private Outcome info(Handle handle) {
        var map = maps.get(handle);
        return map == null ? new Outcome.Refused(Errno.EBADFD) : described(map.spec());
    }

    private static Outcome described(MapSpec spec) {
        return new Outcome.Described(
                new MapInfo(
                        spec.type(),
                        spec.keySize(),
                        spec.valueSize(),
                        spec.maxEntries(),
                        spec.flags(),
                        spec.name()));
    }
}
