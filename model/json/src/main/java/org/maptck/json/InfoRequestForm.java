package org.maptck.json;

import java.util.Optional;
import org.maptck.model.InfoRequest;
import org.maptck.model.InfoRequest.Hash;

/// The memory for what a map says of itself; what is usual is left out.
final class InfoRequestForm implements ObjectForm<InfoRequest> {
    @Override
    public void writeFields(InfoRequest request, Sink out) {
        out.name("length").quantity(request.length());
        if (request.filled() != 0) {
            out.name("filled").number(request.filled());
        }
        if (!request.present()) {
            out.name("present").flag(false);
        }
        request.hash().ifPresent(hash -> hash(hash, out));
    }

    private static void hash(Hash hash, Sink out) {
        out.name("hash_size").number(hash.size());
        if (!hash.present()) {
            out.name("hash_present").flag(false);
        }
        if (!hash.writable()) {
            out.name("hash_writable").flag(false);
        }
    }

    @Override
    public InfoRequest readFields(Fields in) {
        long length = in.get("length").quantity();
        int filled = in.get("filled", Words.NUMBER, 0);
        boolean present = flag(in, "present");
        var size = in.find("hash_size", Words.NUMBER);
        boolean hashPresent = flag(in, "hash_present");
        boolean hashWritable = flag(in, "hash_writable");
        Optional<Hash> hash = size.map(bytes -> new Hash(bytes, hashPresent, hashWritable));
        try {
            return new InfoRequest(length, filled, present, hash);
        } catch (IllegalArgumentException e) {
            throw in.wrong("memory for what a map says: " + e.getMessage());
        }
    }

    private static boolean flag(Fields in, String name) {
        return in.find(name).map(Node::flag).orElse(true);
    }
}
