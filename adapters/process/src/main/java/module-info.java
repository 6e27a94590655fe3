/// Any program in any language: JSON-RPC 2.0, one message a line, on pipes and sockets.
@org.jspecify.annotations.NullMarked
module org.maptck.adapters.process {
    requires static org.jspecify;
    requires transitive org.maptck.adapters.spi;
    requires org.maptck.json;

    exports org.maptck.adapters.process;

    provides org.maptck.adapters.spi.Adapter with
            org.maptck.adapters.process.ProcessAdapter,
            org.maptck.adapters.process.TcpAdapter,
            org.maptck.adapters.process.UnixAdapter;
}
