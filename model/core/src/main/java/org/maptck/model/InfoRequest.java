package org.maptck.model;

import java.util.Optional;

/// The memory that a caller offers for what a map says of itself.
///
/// @param length bytes that the call says there are, 0 to 2^32-1; so many are there, up to a page
///   and a byte
/// @param filled bytes that are ff before the call, from the first on; all others are 0
/// @param present whether the memory is there at all, and not at NULL
/// @param hash what the caller asks for a content hash, if it does
public record InfoRequest(long length, int filled, boolean present, Optional<Hash> hash) {
    /// Bytes before the fields of the hash.
    public static final int BEFORE_HASH = 88;

    /// Bytes that are there in all, at most.
    public static final int MOST = 8192;

    /// What is asked for a hash.
    ///
    /// @param size bytes that the caller says there are for the hash
    /// @param present whether memory for it is there, and not at NULL
    /// @param writable whether it can be written
    public record Hash(int size, boolean present, boolean writable) {
        /// Bytes of a SHA-256.
        public static final int SIZE = 32;

        /// Room for the hash.
        public static final Hash FITS = new Hash(SIZE, true, true);
    }

    public InfoRequest {
        if (length < 0 || length > MOST) {
            throw new IllegalArgumentException("length " + length + ", wanted 0 to " + MOST);
        }
        if (filled < 0 || filled > length || (hash.isPresent() && filled > BEFORE_HASH)) {
            throw new IllegalArgumentException("filled " + filled + " of " + length + " bytes");
        }
    }

    /// So many zero bytes.
    public static InfoRequest of(long length) {
        return new InfoRequest(length, 0, true, Optional.empty());
    }

    /// The bytes before the call.
    public Bytes before() {
        return Bytes.filled(filled, 0xff).then(Bytes.zeros((int) length - filled));
    }
}
