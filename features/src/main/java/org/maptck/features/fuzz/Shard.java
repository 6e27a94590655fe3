package org.maptck.features.fuzz;

import java.util.Map;
import java.util.Optional;

/// One of several parts of the work: each has lists of its own, however many parts there are.
///
/// @param number from 1 on
public record Shard(int number) {
    /// All of the work.
    public static final Shard WHOLE = new Shard(1);

    private static final int MOST = 1 << 20;
    private static final int LISTS = 40;

    public Shard {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("shard " + number + ", wanted 1 to " + MOST);
        }
    }

    /// The shard that a user wrote as `I/N`.
    ///
    /// @throws IllegalArgumentException saying what was wanted
    public static Shard of(String words) {
        if (!words.matches("\\d{1,7}/\\d{1,7}")) {
            throw new IllegalArgumentException("shard '" + words + "', wanted I/N, as in 2/8");
        }
        int slash = words.indexOf('/');
        return of(
                Integer.parseInt(words.substring(0, slash)),
                Integer.parseInt(words.substring(slash + 1)));
    }

    private static Shard of(int number, int all) {
        if (number > all) {
            throw new IllegalArgumentException(
                    "shard " + number + " of " + all + ", wanted one from 1 to " + all);
        }
        return new Shard(number);
    }

    /// The shard that the surroundings of a process say it is: `JOB_COMPLETION_INDEX` of a
    /// Kubernetes job, from 0 on, or `CI_NODE_INDEX` of `CI_NODE_TOTAL`, from 1 on.
    ///
    /// @throws IllegalArgumentException where such a variable is no number
    public static Shard of(Map<String, String> environment) {
        var job = number(environment, "JOB_COMPLETION_INDEX");
        if (job.isPresent()) {
            return new Shard(job.get() + 1);
        }
        var node = number(environment, "CI_NODE_INDEX");
        var all = number(environment, "CI_NODE_TOTAL");
        return node.map(it -> of(it, all.orElse(MOST))).orElse(WHOLE);
    }

    private static Optional<Integer> number(Map<String, String> environment, String name) {
        var value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.matches("\\d{1,7}")) {
            throw new IllegalArgumentException(name + " '" + value + "', wanted a number");
        }
        return Optional.of(Integer.parseInt(value));
    }

    /// The index of its first list.
    long firstList() {
        return (long) (number - 1) << LISTS;
    }
}
