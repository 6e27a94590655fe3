package org.maptck.model;

import java.util.Locale;

/// Code that a verifier has to judge, for a [Step.Unreached]. A `#` in the words stands for the
/// step's number. Unless said otherwise what is refused is refused with EACCES.
public enum Oddity {
    /// A look-up by a 4-byte constant at a multiple of 8, and a load without a check for NULL:
    /// loads where there is such an element.
    UNCHECKED("loads key # unchecked"),
    /// The same with a constant that lies at an odd multiple of 4: loads for the key 0 alone.
    UNCHECKED_UNALIGNED("loads key #, not at a multiple of eight, unchecked"),
    /// The same with a constant that was stored as 8 bytes: does not load.
    UNCHECKED_WIDE("loads key #, written as eight bytes, unchecked"),
    /// The same with a key that only the run knows: does not load.
    UNCHECKED_UNKNOWN("loads an unknown key unchecked"),
    /// The same through `bpf_map_lookup_percpu_elem`: does not load; EINVAL on a plain array.
    UNCHECKED_PERCPU("loads key # of a CPU unchecked"),
    /// Adds a constant to what a look-up returned, then checks for NULL: does not load.
    EARLY_ARITHMETIC("adds # before the check"),
    /// Loads a byte at an unknown offset of a value, limited by a mask.
    MASKED_OFFSET("loads at an offset masked with #"),
    /// Loads a byte at an unknown offset of a value: does not load.
    UNBOUNDED_OFFSET("loads at an unbounded offset"),
    /// Loads a byte at a negative or zero unknown offset: does not load.
    NEGATIVE_OFFSET("loads at an offset that may be negative"),
    /// Stores an address into the first 8 bytes of a value.
    POINTER_STORED("stores an address"),
    /// Looks up a key that was never written to the stack.
    UNINITIALISED_KEY("looks up an uninitialised key"),
    /// Passes a number where the address of the key is due: does not load.
    NUMBER_AS_KEY("looks up a number as the address of a key"),
    /// Looks up the key that the first 4 bytes of another element are.
    ELEMENT_AS_KEY("looks up a key that lies in an element"),
    /// Refers to the map and to an offset into it, as only a direct address may: EINVAL but for 0.
    SECOND_HALF("refers to an offset of #"),
    /// Refers to so many different maps in all, its own and that of its results included: E2BIG
    /// from 65 on.
    MANY_MAPS("refers to # maps"),
    /// `bpf_map_push_elem`: EINVAL.
    PUSH("pushes a value"),
    /// `bpf_map_pop_elem`: EINVAL.
    POP("pops a value"),
    /// `bpf_map_peek_elem`: EINVAL.
    PEEK("peeks at a value"),
    /// `bpf_tail_call`: EINVAL.
    TAIL_CALL("tail-calls"),
    /// A callback that returns the number: EINVAL but for 0 and 1.
    CALLBACK_RETURN("returns # from a callback"),
    /// A callback that stores to its key: does not load.
    CALLBACK_KEY_STORE("stores to the key of a callback"),
    /// A callback that loads 8 bytes of its key: does not load.
    CALLBACK_KEY_OVERRUN("loads eight bytes of the key of a callback"),
    /// A callback that stores a byte to its value, at that offset.
    CALLBACK_VALUE_STORE("stores at byte # of the value of a callback"),
    /// Takes the lock at that offset and releases it: EINVAL where there is none.
    LOCK_AT("takes the lock at byte #"),
    /// Takes the lock twice: EINVAL.
    LOCK_TWICE("takes the lock twice"),
    /// Releases a lock that it does not hold: EINVAL.
    UNLOCK_ONLY("releases the lock that it does not hold"),
    /// Looks an element up while it holds the lock: EINVAL.
    HELPER_UNDER_LOCK("calls a helper under the lock"),
    /// Ends while it holds the lock: EINVAL.
    EXIT_UNDER_LOCK("ends under the lock"),
    /// Loads the first field of the kernel's own structure of the map.
    MAP_FIELD_LOADED("loads a field of the map itself"),
    /// Stores to it: does not load.
    MAP_FIELD_STORED("stores to a field of the map itself");

    /// What stands for the number in [#words].
    public static final String NUMBER = "#";

    private final String words;

    Oddity(String words) {
        this.words = words;
    }

    /// What such a program does.
    public String words() {
        return words;
    }

    /// Whether it walks the map with a callback.
    public boolean walks() {
        return this == CALLBACK_RETURN
                || this == CALLBACK_KEY_STORE
                || this == CALLBACK_KEY_OVERRUN
                || this == CALLBACK_VALUE_STORE;
    }

    /// The name in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The oddity of these words.
    ///
    /// @throws IllegalArgumentException where there is none
    public static Oddity saying(String words) {
        for (Oddity oddity : values()) {
            if (oddity.words.equals(words)) {
                return oddity;
            }
        }
        throw new IllegalArgumentException("no program " + words);
    }
}
