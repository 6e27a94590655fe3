package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.MAP_CREATE;
import static org.maptck.adapters.linux.Attributes.MAP_GET_FD_BY_ID;
import static org.maptck.adapters.linux.Attributes.MAP_LOOKUP_ELEM;
import static org.maptck.adapters.linux.Attributes.MAP_UPDATE_ELEM;

import java.util.HashMap;
import org.maptck.adapters.linux.Bindings.Bound;
import org.maptck.adapters.linux.Bindings.Outer;
import org.maptck.model.Command;
import org.maptck.model.Command.CreateOuter;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.OuterKind;

/// Maps of maps, whose values are descriptors on the way in and ids on the way out.
///
/// @param area for a key and a value
record OuterFace(Kernel kernel, Attributes attributes, Area area, Bindings bindings) {
    private static final int ARRAY_OF_MAPS = 12;
    private static final int HASH_OF_MAPS = 13;
    private static final int CREATE_SIZE = 24;
    private static final int ELEMENT_SIZE = 32;
    private static final int BY_ID_SIZE = 12;
    private static final int VALUE = Integer.BYTES;

    Outcome create(CreateOuter create) {
        if (create.maxEntries() > CreateOuter.LIMIT) {
            throw new Unsupportable(
                    "a map of %d maps, the limit is %d"
                            .formatted(create.maxEntries(), CreateOuter.LIMIT));
        }
        long fd =
                attributes
                        .zero(CREATE_SIZE)
                        .u32(
                                0,
                                create.kind() == OuterKind.HASH_OF_MAPS
                                        ? HASH_OF_MAPS
                                        : ARRAY_OF_MAPS)
                        .u32(4, MapSpec.KEY_SIZE)
                        .u32(8, VALUE)
                        .u32(12, Math.max(0, create.maxEntries()))
                        .u32(20, bindings.anyFd(create.template()))
                        .call(MAP_CREATE, CREATE_SIZE);
        if (fd < 0) {
            return ErrnoNumbers.refused(fd);
        }
        var template = bindings.spec(create.template());
        bindings.bind(create.map(), new Outer((int) fd, template, new HashMap<>()));
        return ErrnoNumbers.DONE;
    }

    Outcome insert(Command.Insert insert) {
        long key = place(insert.index(), bindings.anyFd(insert.inner()));
        long result = call(MAP_UPDATE_ELEM, insert.map(), key);
        if (result == 0) {
            var inner = bindings.spec(insert.inner());
            bindings.outer(insert.map()).inner().put(insert.index(), inner);
        }
        return ErrnoNumbers.done(result);
    }

    Outcome open(Command.OpenInner open) {
        long key = place(open.index(), 0);
        long result = call(MAP_LOOKUP_ELEM, open.outer(), key);
        if (result < 0) {
            return ErrnoNumbers.refused(result);
        }
        long fd =
                attributes
                        .u32(0, kernel.get(key + MapSpec.KEY_SIZE, VALUE))
                        .u32(4, 0)
                        .u32(8, 0)
                        .call(MAP_GET_FD_BY_ID, BY_ID_SIZE);
        if (fd < 0) {
            return ErrnoNumbers.refused(fd);
        }
        var inner = bindings.outer(open.outer()).inner();
        var spec = inner.getOrDefault(open.index(), Bound.NONE.spec());
        bindings.bind(open.map(), new Bound((int) fd, spec));
        return ErrnoNumbers.DONE;
    }

    /// The address of a key, which a value follows.
    private long place(long index, long value) {
        long address = area.ending(MapSpec.KEY_SIZE + VALUE);
        kernel.put(address, MapSpec.KEY_SIZE, index);
        kernel.put(address + MapSpec.KEY_SIZE, VALUE, value);
        return address;
    }

    private long call(int command, Handle outer, long key) {
        return attributes
                .zero(ELEMENT_SIZE)
                .u32(0, bindings.outer(outer).fd())
                .u64(8, key)
                .u64(16, key + MapSpec.KEY_SIZE)
                .call(command, ELEMENT_SIZE);
    }
}
