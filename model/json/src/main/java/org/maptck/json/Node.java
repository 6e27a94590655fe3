package org.maptck.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maptck.model.Bytes;

/// A JSON value that knows where it stands. Asked for what it is not, it throws [BadJson].
public abstract sealed class Node permits Leaf, Items, Fields {
    private static final int SHOWN = 40;

    private final @Nullable Node parent;
    private final String step;

    Node(@Nullable Node parent, String step) {
        this.parent = parent;
        this.step = step;
    }

    /// The names and positions that lead here, as in `command.steps[2].map`.
    public final String path() {
        return parent == null ? "" : parent.path() + (parent.isRoot() ? unled(step) : step);
    }

    private boolean isRoot() {
        return parent == null;
    }

    private static String unled(String step) {
        return step.startsWith(".") ? step.substring(1) : step;
    }

    /// A complaint about this value.
    ///
    /// @param wanted what should stand here, as in `a letter A to Z`
    public final BadJson wrong(String wanted) {
        String path = path();
        return new BadJson((path.isEmpty() ? "" : path + " ") + shown() + ", wanted " + wanted);
    }

    /// A complaint about a word that is none of a list.
    final BadJson unknown(String wanted) {
        return new BadJson(wrong(wanted).getMessage(), text());
    }

    /// The value in short, for a message.
    abstract String shown();

    /// Whether this is `null`.
    public boolean isNothing() {
        return false;
    }

    /// The object that this is.
    public Fields fields() {
        throw wrong("an object");
    }

    /// The list that this is.
    public Items items() {
        throw wrong("a list");
    }

    /// The string that this is.
    public String text() {
        throw wrong("a string");
    }

    /// The string or number that this is, as it is written; empty for anything else.
    Optional<String> written() {
        return Optional.empty();
    }

    /// The integer that this is, between two bounds.
    public long number(long least, long most) {
        throw wrong("a number from " + least + " to " + most);
    }

    /// The signed 32-bit integer that this is.
    public final int number() {
        return (int) number(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// The unsigned 64-bit number that this is: a number below 2^53, or a `0x` string.
    public final long quantity() {
        return this instanceof Leaf leaf && leaf.isNumber() ? number(0, Sink.EXACT) : word();
    }

    /// The 64 bits that this `0x` string stands for.
    public long word() {
        throw wrong("a string of 0x and up to 16 hex digits");
    }

    /// The bytes that this string of lower-case hex digits stands for.
    public Bytes bytes() {
        throw wrong("a string of lower-case hex digits, two a byte");
    }

    /// Demands `true`.
    public void truth() {
        throw wrong("true");
    }

    /// The boolean that this is.
    public boolean flag() {
        throw wrong("true or false");
    }

    static String quoted(String text) {
        var quoted = new StringBuilder("'");
        text.chars().limit(SHOWN).forEach(c -> quoted.append(harmless((char) c)));
        return quoted.append(text.length() > SHOWN ? "...'" : "'").toString();
    }

    private static String harmless(char c) {
        return Character.isISOControl(c) || Character.isSurrogate(c)
                ? "\\u%04x".formatted((int) c)
                : String.valueOf(c);
    }
}
