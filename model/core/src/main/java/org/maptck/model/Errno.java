package org.maptck.model;

/// The reasons for which a call is refused, by their Linux names. Numbers belong to the adapters:
/// they differ between platforms, names do not.
public enum Errno {
    EPERM,
    ENOENT,
    ESRCH,
    EINTR,
    EIO,
    E2BIG,
    EBADF,
    EAGAIN,
    ENOMEM,
    EACCES,
    EFAULT,
    EBUSY,
    EEXIST,
    ENODEV,
    EISDIR,
    EINVAL,
    ENFILE,
    EMFILE,
    ENOSPC,
    ESPIPE,
    ERANGE,
    EDEADLK,
    ENAMETOOLONG,
    ENOSYS,
    ELOOP,
    EBADFD,
    EOVERFLOW,
    EOPNOTSUPP,
    /// The kernel-private number 524, which no C library names; not EOPNOTSUPP.
    ENOTSUPP
}
