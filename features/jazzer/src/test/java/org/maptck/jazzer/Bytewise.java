package org.maptck.jazzer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import org.maptck.features.fuzz.Choices;

/// Choices by the bytes of a fuzzer; after its last byte the plainest.
record Bytewise(FuzzedDataProvider bytes) implements Choices {
    @Override
    public int below(int bound) {
        return bytes.consumeInt(0, bound - 1);
    }

    @Override
    public long bits() {
        return bytes.consumeLong();
    }
}
