package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.MAP_GET_FD_BY_ID;
import static org.maptck.adapters.linux.Attributes.OBJ_GET;
import static org.maptck.adapters.linux.Attributes.OBJ_PIN;

import org.maptck.adapters.linux.Bindings.Bound;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.PinName;

/// Further descriptors of maps, and names for them.
///
/// @param area for the path of a pin
record IdentityFace(Kernel kernel, Attributes attributes, Area area, Bindings bindings, Pins pins) {
    private static final int DUPLICATE_CLOSE_ON_EXEC = 1030;
    private static final int BY_ID_SIZE = 12;
    private static final int PIN_SIZE = 16;

    Outcome duplicate(Command.Duplicate duplicate) {
        var original = bindings.map(duplicate.map());
        long fd = kernel.call(Call.FCNTL, original.fd(), DUPLICATE_CLOSE_ON_EXEC, 0);
        return opened(fd, duplicate.copy(), original.spec());
    }

    Outcome openById(Command.OpenById open) {
        var told = bindings.told(open.known());
        long fd =
                attributes
                        .u32(0, told.id())
                        .u32(4, 0)
                        .u32(8, open.flags())
                        .call(MAP_GET_FD_BY_ID, BY_ID_SIZE);
        return opened(fd, open.map(), told.spec());
    }

    Outcome pin(Command.Pin pin) {
        long result = call(OBJ_PIN, pin.name(), bindings.fd(pin.map()), 0);
        if (result == 0) {
            pins.note(pin.name(), bindings.spec(pin.map()));
        }
        return ErrnoNumbers.done(result);
    }

    Outcome openPin(Command.OpenPin open) {
        long fd = call(OBJ_GET, open.name(), 0, open.flags());
        return opened(fd, open.map(), pins.spec(open.name()));
    }

    Outcome unpin(Command.Unpin unpin) {
        return ErrnoNumbers.done(pins.remove(unpin.name(), area));
    }

    private long call(int command, PinName name, int fd, long flags) {
        long address = area.holding(pins.path(name));
        return attributes.u64(0, address).u32(8, fd).u32(12, flags).call(command, PIN_SIZE);
    }

    private Outcome opened(long fd, Handle handle, MapSpec spec) {
        if (fd < 0) {
            return ErrnoNumbers.refused(fd);
        }
        bindings.bind(handle, new Bound((int) fd, spec));
        return ErrnoNumbers.DONE;
    }
}
