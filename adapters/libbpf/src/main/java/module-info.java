/// The running Linux kernel as an implementation, through libbpf.
@org.jspecify.annotations.NullMarked
module org.maptck.adapters.libbpf {
    requires static org.jspecify;
    requires transitive org.maptck.adapters.spi;
    requires org.maptck.adapters.linux;

    exports org.maptck.adapters.libbpf;

    provides org.maptck.adapters.spi.Adapter with
            org.maptck.adapters.libbpf.LibbpfAdapter;
}
