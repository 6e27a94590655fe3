/// Recordings of what implementations answered, and those recordings as implementations.
@org.jspecify.annotations.NullMarked
module org.maptck.adapters.recorded {
    requires static org.jspecify;
    requires transitive org.maptck.adapters.spi;
    requires org.maptck.json;

    exports org.maptck.adapters.recorded;

    provides org.maptck.adapters.spi.Adapter with
            org.maptck.adapters.recorded.RecordedAdapter;
}
