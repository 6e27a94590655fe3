package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.refused;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.FileUse;
import org.maptck.model.InfoRequest;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Permitted;

/// What the memory and the files say that a map is described in, and descriptors used as files.
final class FileCommands {
    private static final int POLL_ERROR = 8;
    private static final int POLL_NO_FILE = 32;

    private final World world;
    private final InfoBytes bytes;
    private final Shown shown;

    FileCommands(World world) {
        this.world = world;
        this.bytes = new InfoBytes(world.platform(), world.profile());
        this.shown = new Shown(world.platform(), world.profile());
    }

    /// Refused are a descriptor that is none, then more than a page, then memory that is not there
    /// or holds something beyond the fields, then a hash.
    Permitted info(Command.ReadInfo c) {
        InfoRequest request = c.request();
        if (!has(Behaviour.MAP_INFO)) {
            return only(refusal(request, Errno.EINVAL));
        }
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return only(refusal(request, Errno.EBADFD));
        }
        return bytes.refusal(request)
                .or(() -> hash(request, file.map()))
                .map(errno -> only(refusal(request, errno)))
                .orElseGet(() -> bytes.told(file.map(), request));
    }

    /// A hash is told of a plain array that is frozen, into 32 bytes that can be written. A kernel
    /// without it finds the request for one beyond the fields that it knows.
    private Optional<Errno> hash(InfoRequest request, ArrayMap map) {
        if (request.hash().isEmpty()) {
            return request.filled() > InfoRequest.BEFORE_HASH
                    ? Optional.of(Errno.EINVAL)
                    : Optional.empty();
        }
        var hash = request.hash().get();
        if (!hash.present() && hash.size() == 0) {
            return Optional.empty();
        }
        if (!has(Behaviour.CONTENT_HASH)) {
            return Optional.of(Errno.E2BIG);
        }
        if (!hash.present() || map.perCpu() || hash.size() != InfoRequest.Hash.SIZE) {
            return Optional.of(Errno.EINVAL);
        }
        if (!map.frozen()) {
            return Optional.of(Errno.EPERM);
        }
        return hash.writable() ? Optional.empty() : Optional.of(Errno.EFAULT);
    }

    /// A refusal leaves the caller's memory as it was.
    Outcome refusal(InfoRequest request, Errno errno) {
        int room = request.hash().isPresent() ? InfoRequest.Hash.SIZE : 0;
        return new Outcome.Informed(
                Optional.of(errno),
                request.length(),
                bytes.before(request),
                Bytes.filled(room, Output.POISON));
    }

    Permitted show(Command.ShowDescriptor c) {
        return world.descriptor(c.map()) instanceof Descriptor.Open file
                ? shown.descriptor(file)
                : only(refused(Errno.ENOENT));
    }

    /// Nothing can be read from a descriptor, nor written to it, and there is no place in it; it
    /// says that to those who wait for it.
    Outcome use(Command.UseFile c) {
        if (!(world.descriptor(c.map()) instanceof Descriptor.Open file)) {
            return c.use() == FileUse.POLL
                    ? new Outcome.Returned(POLL_NO_FILE)
                    : refused(Errno.EBADF);
        }
        return switch (c.use()) {
            case READ -> refused(file.reads() ? Errno.EINVAL : Errno.EBADF);
            case WRITE -> refused(file.mayWrite() ? Errno.EINVAL : Errno.EBADF);
            case SEEK -> refused(Errno.ESPIPE);
            case POLL -> new Outcome.Returned(POLL_ERROR);
        };
    }

    /// The file of a pin shows the elements of a map whose types are known.
    Permitted readPin(Command.ReadPin c) {
        if (c.name().isDirectory()) {
            return only(refused(Errno.EISDIR));
        }
        if (c.name().hasDot()) {
            return only(refused(Errno.EPERM));
        }
        var map = world.pinned(c.name());
        if (map.isEmpty()) {
            return only(refused(Errno.ENOENT));
        }
        return map.get().typed() && has(Behaviour.TYPES)
                ? shown.elements(map.get())
                : only(refused(Errno.EIO));
    }

    private static Permitted only(Outcome outcome) {
        return new Permitted.Only(outcome);
    }

    private boolean has(Behaviour behaviour) {
        return world.profile().has(behaviour);
    }

    /// A name as its bytes.
    static Bytes name(MapSpec spec) {
        var name = MapCommands.upToZero(spec.name());
        return Bytes.of(name.getBytes(StandardCharsets.ISO_8859_1));
    }
}
