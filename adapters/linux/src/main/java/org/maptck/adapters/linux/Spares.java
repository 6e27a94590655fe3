package org.maptck.adapters.linux;

import static org.maptck.adapters.linux.Attributes.MAP_CREATE;

import java.util.ArrayList;
import java.util.List;
import org.maptck.adapters.linux.Kernel.Call;

/// Maps that a program refers to and does nothing with.
final class Spares {
    private static final int CREATE_SIZE = 72;
    private static final int ARRAY = 2;

    private final Kernel kernel;
    private final Attributes attributes;
    private final List<Integer> descriptors = new ArrayList<>();

    Spares(Kernel kernel, Attributes attributes) {
        this.kernel = kernel;
        this.attributes = attributes;
    }

    /// The descriptor of one of them.
    int fd(int number) {
        while (descriptors.size() <= number) {
            attributes
                    .zero(CREATE_SIZE)
                    .u32(0, ARRAY)
                    .u32(4, Integer.BYTES)
                    .u32(8, Long.BYTES)
                    .u32(12, 1);
            descriptors.add(
                    (int) Pages.demand("spare map", attributes.own(MAP_CREATE, CREATE_SIZE)));
        }
        return descriptors.get(number);
    }

    void close() {
        descriptors.forEach(fd -> kernel.call(Call.CLOSE, fd, 0, 0));
        descriptors.clear();
    }
}
