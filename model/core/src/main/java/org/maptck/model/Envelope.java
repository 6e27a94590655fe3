package org.maptck.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How a system call hands over its arguments, where it does so in another way than usual.
///
/// @param size bytes of arguments that the call says it has; where empty, as many as usual, or up
///   to the byte that is set
/// @param set the offset of a byte that is 1, in bytes; every other byte without meaning is 0
/// @param place the memory that the arguments are in
/// @param commandPlus is added to the number of the command
public record Envelope(OptionalLong size, OptionalInt set, Place place, long commandPlus) {
    /// As usual.
    public static final Envelope USUAL =
            new Envelope(OptionalLong.empty(), OptionalInt.empty(), Place.WRITABLE, 0);

    private static final long LOW = 0xffff_ffffL;
    private static final int NEVER_A_COMMAND = 1000;
    private static final int MOST_SET = 4095;

    /// What memory the arguments are in. Some calls write to it.
    public enum Place {
        /// As usual.
        WRITABLE,
        /// A page that cannot be written.
        READ_ONLY,
        /// None at all: a NULL pointer.
        UNREADABLE
    }

    /// Bytes that mean nothing, from the first up to the last, which is not among them.
    private record Hole(int from, int to) {}

    /// What a command's arguments are: fields up to `end` bytes, of which `usual` are passed, no
    /// fewer than `least`.
    private record Shape(int least, int usual, int end, List<Hole> holes) {
        Shape(int least, int usual, int end, Hole... holes) {
            this(least, usual, end, List.of(holes));
        }
    }

    public Envelope {
        long added = commandPlus & LOW;
        if (added != 0 && (added < NEVER_A_COMMAND || added > Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "command number " + commandPlus + " higher, wanted one that is never used");
        }
        if (set.isPresent() && (set.getAsInt() < 0 || set.getAsInt() > MOST_SET)) {
            throw new IllegalArgumentException("byte " + set.getAsInt() + ", wanted 0 to 4095");
        }
    }

    /// The same of another size.
    public Envelope ofSize(long bytes) {
        return new Envelope(OptionalLong.of(bytes), set, place, commandPlus);
    }

    /// The same with a byte set.
    public Envelope with(int offset) {
        return new Envelope(size, OptionalInt.of(offset), place, commandPlus);
    }

    /// The same in other memory.
    public Envelope in(Place other) {
        return new Envelope(size, set, other, commandPlus);
    }

    /// The same in memory that cannot be read.
    public Envelope unreadable() {
        return in(Place.UNREADABLE);
    }

    /// Whether the arguments can be read.
    public boolean readable() {
        return place != Place.UNREADABLE;
    }

    /// The same for a command with a higher number.
    public Envelope forCommand(long plus) {
        return new Envelope(size, set, place, plus);
    }

    /// The size of the arguments that the call passes where it usually passes `usual` bytes.
    public long passed(int usual) {
        return size.orElse(Math.max(usual, set.orElse(-1) + 1));
    }

    /// Bytes that the command usually passes.
    public static int usual(Command.Call command) {
        return shape(command).usual();
    }

    /// Whether a byte is part of a hole among the fields of the command, or of a field that no
    /// kernel looks at.
    public static boolean inHole(Command.Call command, int offset) {
        return shape(command).holes().stream()
                .anyMatch(hole -> offset >= hole.from() && offset < hole.to());
    }

    /// Demands that the command can come in this envelope: it loses no half of a field, and none of
    /// its fields is changed, so that nothing is asked for but what the command says.
    ///
    /// @throws IllegalArgumentException saying what is wrong
    void demandFits(Command.Call command) {
        var shape = shape(command);
        long bytes = passed(shape.usual()) & LOW;
        boolean shortened = bytes < shape.usual();
        if (shortened && (bytes < shape.least() || bytes % 8 != 0 || !fits(command))) {
            throw new IllegalArgumentException(
                    "arguments of " + bytes + " bytes, wanted whole fields");
        }
        if (set.isPresent() && set.getAsInt() < shape.end() && !inHole(command, set.getAsInt())) {
            throw new IllegalArgumentException("byte " + set.getAsInt() + " is one of a field");
        }
        if (!readable() && batch(command)) {
            throw new IllegalArgumentException("a batch without readable arguments");
        }
        if (command instanceof Command.Create(_, var spec, var extras)
                && (spec.lock().isPresent()
                        || spec.exclusive().isPresent()
                        || !extras.equals(Extras.NONE))) {
            throw new IllegalArgumentException("a map with more than sizes and flags");
        }
    }

    private static boolean batch(Command.Call command) {
        return command instanceof Command.LookupBatch || command instanceof Command.UpdateBatch;
    }

    private static boolean fits(Command.Call command) {
        return switch (command) {
            case Command.Lookup c -> c.value() instanceof Output.Fits;
            case Command.LookupAndDelete c -> c.value() instanceof Output.Fits;
            case Command.NextKey c -> c.next() instanceof Output.Fits;
            case Command.Create _,
                    Command.Update _,
                    Command.Delete _,
                    Command.LookupBatch _,
                    Command.UpdateBatch _,
                    Command.Freeze _,
                    Command.GetInfo _ ->
                    true;
        };
    }

    private static Shape shape(Command.Call command) {
        return switch (command) {
            case Command.Create _ -> new Shape(0, 72, 92);
            case Command.Lookup _, Command.Update _, Command.LookupAndDelete _ ->
                    new Shape(8, 32, 32, new Hole(4, 8));
            case Command.NextKey _ -> new Shape(8, 24, 24, new Hole(4, 8));
            case Command.Delete _ -> new Shape(8, 16, 16, new Hole(4, 8));
            case Command.LookupBatch _ -> new Shape(40, 56, 56, new Hole(48, 56));
            case Command.UpdateBatch _ -> new Shape(40, 56, 56, new Hole(0, 16), new Hole(48, 56));
            case Command.Freeze _ -> new Shape(4, 4, 4);
            case Command.GetInfo _ -> new Shape(16, 16, 16);
        };
    }

    /// As in `an unreadable envelope of 260 bytes with byte 259 set for a command 1000 higher`.
    @Override
    public String toString() {
        return kind()
                + (size.isPresent() ? " of " + size.getAsLong() + " bytes" : "")
                + (set.isPresent() ? " with byte " + set.getAsInt() + " set" : "")
                + (commandPlus == 0 ? "" : " for a command " + commandPlus + " higher");
    }

    private String kind() {
        return switch (place) {
            case WRITABLE -> "an envelope";
            case READ_ONLY -> "a read-only envelope";
            case UNREADABLE -> "an unreadable envelope";
        };
    }
}
