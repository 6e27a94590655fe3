/// The vocabulary of array maps, as plain data, and the reference model that speaks it.
///
/// Nothing here does I/O, starts a thread, reads a clock or needs a framework.
@org.jspecify.annotations.NullMarked
module org.maptck.model {
    requires static org.jspecify;

    exports org.maptck.model;
    exports org.maptck.model.reference;
}
