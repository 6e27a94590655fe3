package org.maptck.benchmarks;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// The values of one figure, one a round.
@SuppressWarnings("ArrayRecordComponent")
record Samples(double... values) {
    Samples {
        values = values.clone();
        if (values.length == 0) {
            throw new IllegalArgumentException("a figure without values");
        }
    }

    double median() {
        var sorted = Arrays.stream(values).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double least() {
        return stream().min().orElseThrow();
    }

    double most() {
        return stream().max().orElseThrow();
    }

    int count() {
        return values.length;
    }

    /// This divided by those, round by round; by their median where the rounds are others.
    Samples over(Samples those) {
        var parts = new double[count()];
        for (int i = 0; i < parts.length; i++) {
            boolean paired = count() == those.count();
            parts[i] = values[i] / (paired ? those.values[i] : those.median());
        }
        return new Samples(parts);
    }

    private DoubleStream stream() {
        return Arrays.stream(values);
    }
}
