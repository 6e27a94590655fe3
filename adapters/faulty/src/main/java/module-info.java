/// Known-bad implementations, by which the rules are put to the proof.
@org.jspecify.annotations.NullMarked
module org.maptck.adapters.faulty {
    requires static org.jspecify;
    requires transitive org.maptck.adapters.spi;

    exports org.maptck.adapters.faulty;

    provides org.maptck.adapters.spi.Adapter with
            org.maptck.adapters.faulty.FaultyAdapter;
    provides org.maptck.adapters.spi.KnownBads with
            org.maptck.adapters.faulty.Gallery;
}
