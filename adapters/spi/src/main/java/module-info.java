/// The door through which implementations come in: what an adapter is, and how it is addressed.
@org.jspecify.annotations.NullMarked
module org.maptck.adapters.spi {
    requires static org.jspecify;
    requires transitive org.maptck.model;

    exports org.maptck.adapters.spi;

    uses org.maptck.adapters.spi.Adapter;
    uses org.maptck.adapters.spi.KnownBads;

    provides org.maptck.adapters.spi.Adapter with
            org.maptck.adapters.spi.ClassAdapter,
            org.maptck.adapters.spi.ModelAdapter;
}
