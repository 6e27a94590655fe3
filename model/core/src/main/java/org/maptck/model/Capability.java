package org.maptck.model;

import java.util.Locale;

/// Something that an implementation may lack without being wrong, as long as it says so and refuses
/// it cleanly.
public enum Capability {
    /// `BPF_MAP_TYPE_PERCPU_ARRAY`.
    PERCPU("per-CPU array maps"),
    /// Memory mapping of a map with `BPF_F_MMAPABLE`.
    MMAP("memory mapping"),
    /// Programs that use a map.
    PROGRAM("programs"),
    /// The batch commands.
    BATCH("batch commands"),
    /// Freezing a map.
    FREEZE("freezing"),
    /// The flags that limit what descriptors and programs may do.
    ACCESS("access flags"),
    /// Spin locks in values, and `BPF_F_LOCK`.
    LOCK("spin locks"),
    /// Callers that hand over NULL, unreadable memory, or too little of it.
    POINTERS("raw pointers"),
    /// Several callers at once.
    RACE("concurrent callers"),
    /// What a map says of itself.
    INFO("map information"),
    /// Further descriptors of a map: duplicates, and by its id.
    IDENTITY("descriptors by id"),
    /// Names for maps in a file system.
    PIN("pinning"),
    /// Maps of maps, and array maps inside them.
    INNER("maps of maps"),
    /// Programs that are run for each element of a map.
    ITERATOR("element iterators"),
    /// Arguments of a system call that are longer, shorter or fuller than those of the command.
    ENVELOPE("the envelope of a system call"),
    /// Descriptions of the types of keys and values.
    TYPES("descriptions of types"),
    /// Files: of descriptors, of what a process has open, and of pins.
    FILE("files of maps"),
    /// Callers that may do less.
    PRIVILEGES("callers of fewer privileges");

    private final String title;

    Capability(String title) {
        this.title = title;
    }

    /// In words.
    public String title() {
        return title;
    }

    /// The name on the wire and in tags.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The capability of that name.
    ///
    /// @throws IllegalArgumentException listing the names there are
    public static Capability of(String id) {
        for (Capability capability : values()) {
            if (capability.id().equals(id)) {
                return capability;
            }
        }
        throw new IllegalArgumentException(
                "capability '"
                        + id
                        + "', wanted one of "
                        + java.util.Arrays.stream(values()).map(Capability::id).toList());
    }
}
