/// The running Linux kernel as an implementation, by system calls alone.
@org.jspecify.annotations.NullMarked
module org.maptck.adapters.linux {
    requires static org.jspecify;
    requires transitive org.maptck.adapters.spi;

    exports org.maptck.adapters.linux;

    provides org.maptck.adapters.spi.Adapter with
            org.maptck.adapters.linux.LinuxAdapter;
}
