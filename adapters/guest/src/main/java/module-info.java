/// Linux kernels of Debian's archive, booted in QEMU, as implementations.
@org.jspecify.annotations.NullMarked
module org.maptck.adapters.guest {
    requires static org.jspecify;
    requires transitive org.maptck.adapters.linux;

    exports org.maptck.adapters.guest;

    provides org.maptck.adapters.spi.Adapter with
            org.maptck.adapters.guest.GuestAdapter;
}
