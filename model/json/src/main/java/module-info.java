/// The one JSON form of commands, outcomes and traces: wire, recordings and results.
@org.jspecify.annotations.NullMarked
module org.maptck.json {
    requires static org.jspecify;
    requires transitive org.maptck.model;
    requires tools.jackson.core;

    exports org.maptck.json;
}
