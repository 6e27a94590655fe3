package org.maptck.model.reference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.InfoRequest;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;
import org.maptck.model.Profile;

/// What a map says of itself, byte by byte.
record InfoBytes(Platform platform, Profile profile) {
    private static final int ID = 4;
    private static final int KEY_SIZE = 8;
    private static final int VALUE_SIZE = 12;
    private static final int MAX_ENTRIES = 16;
    private static final int FLAGS = 20;
    private static final int NAME = 24;
    private static final int NAME_SIZE = 16;
    private static final int KERNEL_TYPE = 44;
    private static final int TYPES = 64;
    private static final int TYPES_END = 76;
    private static final int MAP_EXTRA = 80;
    private static final int HASH = 88;
    private static final int HASH_SIZE = 96;
    private static final int HASH_END = 100;
    private static final int END = 104;
    private static final int CHUNK = 1 << 16;
    private static final Bytes NO_HASH = Bytes.filled(InfoRequest.Hash.SIZE, Output.POISON);

    /// The memory before the call: the size that is asked for a hash is there, the address shown as
    /// 0.
    Bytes before(InfoRequest request) {
        var bytes = request.before().toArray();
        request.hash().ifPresent(hash -> word(bytes, HASH_SIZE, hash.size()));
        return Bytes.owning(bytes);
    }

    private static void put(byte[] target, int at, byte[] bytes) {
        int fitting = Math.clamp(target.length - at, 0, bytes.length);
        System.arraycopy(bytes, 0, target, Math.min(at, target.length), fitting);
    }

    private int known() {
        if (profile.has(Behaviour.CONTENT_HASH)) {
            return HASH_END;
        }
        return profile.has(Behaviour.MAP_EXTRA) ? HASH : MAP_EXTRA;
    }

    private int end() {
        return profile.has(Behaviour.CONTENT_HASH) ? END : known();
    }

    /// No more than a page is looked at, and nothing is there beyond what the kernel knows.
    Optional<Errno> refusal(InfoRequest request) {
        if (request.length() > platform.pageSize()) {
            return Optional.of(Errno.E2BIG);
        }
        if (!request.present() && request.length() > 0) {
            return Optional.of(Errno.EFAULT);
        }
        return request.filled() > known() ? Optional.of(Errno.E2BIG) : Optional.empty();
    }

    /// The fields that apply, as many as there is room for. No id is foreseen, nor the number of a
    /// description of types or of a type in it.
    Permitted told(ArrayMap map, InfoRequest request) {
        var memory = before(request).toArray();
        if (request.present()) {
            fill(map, memory);
        }
        long length = Math.min(request.length(), end());
        var hash =
                request.hash()
                        .map(asked -> asked.present() ? hash(map) : NO_HASH)
                        .orElse(Bytes.EMPTY);
        var example = new Outcome.Informed(Optional.empty(), length, Bytes.owning(memory), hash);
        return new Permitted.Such(
                example,
                example + " with some ids",
                seen ->
                        seen instanceof Outcome.Informed other
                                && masked(map, other).equals(masked(map, example)));
    }

    private static Outcome masked(ArrayMap map, Outcome.Informed outcome) {
        var bytes = outcome.buffer().toArray();
        put(bytes, ID, new byte[Integer.BYTES]);
        if (map.typed()) {
            put(bytes, TYPES, new byte[TYPES_END - TYPES]);
        }
        return new Outcome.Informed(
                outcome.refusal(), outcome.length(), Bytes.owning(bytes), outcome.hash());
    }

    /// Before there was a hash, what does not apply was zero.
    private void fill(ArrayMap map, byte[] memory) {
        if (!profile.has(Behaviour.CONTENT_HASH)) {
            put(memory, 0, new byte[known()]);
        }
        var spec = map.spec();
        word(memory, 0, spec.type() == MapType.ARRAY ? 2 : 6);
        word(memory, ID, map.id());
        word(memory, KEY_SIZE, spec.keySize());
        word(memory, VALUE_SIZE, spec.valueSize());
        word(memory, MAX_ENTRIES, spec.maxEntries());
        word(memory, FLAGS, spec.flags() & ~(Flags.RDONLY | Flags.WRONLY));
        put(memory, NAME, FileCommands.name(spec).resized(NAME_SIZE).toArray());
        word(memory, KERNEL_TYPE, 0);
        if (profile.has(Behaviour.MAP_EXTRA)) {
            put(memory, MAP_EXTRA, new byte[Long.BYTES]);
        }
    }

    private void word(byte[] memory, int at, long value) {
        put(memory, at, Bytes.number(value, Integer.BYTES, platform.byteOrder()).toArray());
    }

    /// Of all elements, each with its padding.
    private static Bytes hash(ArrayMap map) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (long at = 0; at < map.elementBytes(); at += CHUNK) {
                int part = (int) Math.min(CHUNK, map.elementBytes() - at);
                digest.update(map.memory().read(at, part).toArray());
            }
            return Bytes.owning(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every runtime has SHA-256", impossible);
        }
    }
}
