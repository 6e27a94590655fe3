package org.maptck.adapters.linux;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.maptck.model.Errno;
import org.maptck.model.Outcome;

/// The error numbers of Linux, and the outcomes that results of calls stand for.
final class ErrnoNumbers {
    static final Outcome DONE = new Outcome.Done();

    /// The highest number that a negative result can be an error of.
    static final int MAXIMUM = 4095;

    private static final Map<Integer, Errno> NAMES =
            Map.ofEntries(
                    entry(1, Errno.EPERM),
                    entry(2, Errno.ENOENT),
                    entry(3, Errno.ESRCH),
                    entry(4, Errno.EINTR),
                    entry(5, Errno.EIO),
                    entry(7, Errno.E2BIG),
                    entry(9, Errno.EBADF),
                    entry(11, Errno.EAGAIN),
                    entry(12, Errno.ENOMEM),
                    entry(13, Errno.EACCES),
                    entry(14, Errno.EFAULT),
                    entry(16, Errno.EBUSY),
                    entry(17, Errno.EEXIST),
                    entry(19, Errno.ENODEV),
                    entry(21, Errno.EISDIR),
                    entry(22, Errno.EINVAL),
                    entry(23, Errno.ENFILE),
                    entry(24, Errno.EMFILE),
                    entry(28, Errno.ENOSPC),
                    entry(29, Errno.ESPIPE),
                    entry(34, Errno.ERANGE),
                    entry(35, Errno.EDEADLK),
                    entry(36, Errno.ENAMETOOLONG),
                    entry(38, Errno.ENOSYS),
                    entry(40, Errno.ELOOP),
                    entry(75, Errno.EOVERFLOW),
                    entry(77, Errno.EBADFD),
                    entry(95, Errno.EOPNOTSUPP),
                    entry(524, Errno.ENOTSUPP));

    private ErrnoNumbers() {}

    /// The name of a negative result.
    ///
    /// @throws IllegalStateException for a number that has no name among ours
    static Errno name(long result) {
        return Optional.ofNullable(NAMES.get((int) -result))
                .orElseThrow(() -> new IllegalStateException("errno " + -result + " has no name"));
    }

    /// The name of a result, if it is a negative one.
    static Optional<Errno> refusal(long result) {
        return result < 0 ? Optional.of(name(result)) : Optional.empty();
    }

    static Outcome refused(long result) {
        return new Outcome.Refused(name(result));
    }

    /// What a call says that has nothing to tell.
    static Outcome done(long result) {
        return result < 0 ? refused(result) : DONE;
    }

    /// What a helper's number says to a program.
    static Outcome helper(long number) {
        if (number == 0) {
            return DONE;
        }
        return number < 0 && number >= -MAXIMUM ? refused(number) : new Outcome.Returned(number);
    }
}
