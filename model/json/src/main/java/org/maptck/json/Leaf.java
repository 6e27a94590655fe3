package org.maptck.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maptck.model.Bytes;

/// A string, number, boolean or `null`.
final class Leaf extends Node {
    enum Kind {
        TEXT,
        INTEGER,
        FRACTION,
        TRUE,
        FALSE,
        NOTHING
    }

    private static final String HEX_WORD = "a string of 0x and up to 16 hex digits";
    private static final String HEX_BYTES = "a string of lower-case hex digits, two a byte";

    private final Kind kind;
    private final String text;

    Leaf(@Nullable Node parent, String step, Kind kind, String text) {
        super(parent, step);
        this.kind = kind;
        this.text = text;
    }

    boolean isNumber() {
        return kind == Kind.INTEGER || kind == Kind.FRACTION;
    }

    @Override
    String shown() {
        return kind == Kind.TEXT ? quoted(text) : text.length() > 40 ? quoted(text) : text;
    }

    @Override
    public boolean isNothing() {
        return kind == Kind.NOTHING;
    }

    @Override
    public String text() {
        return kind == Kind.TEXT ? text : super.text();
    }

    @Override
    Optional<String> written() {
        return kind == Kind.TEXT || isNumber() ? Optional.of(text) : Optional.empty();
    }

    @Override
    public long number(long least, long most) {
        try {
            long number = kind == Kind.INTEGER ? Long.parseLong(text) : super.number(least, most);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            return super.number(least, most);
        }
        return super.number(least, most);
    }

    @Override
    public long word() {
        if (kind != Kind.TEXT || text.length() < 3 || text.length() > 18) {
            throw wrong(HEX_WORD);
        }
        if (text.charAt(0) != '0' || text.charAt(1) != 'x') {
            throw wrong(HEX_WORD);
        }
        long word = 0;
        for (int i = 2; i < text.length(); i++) {
            word = word << 4 | digit(i, HEX_WORD);
        }
        return word;
    }

    @Override
    public Bytes bytes() {
        if (kind != Kind.TEXT || text.length() % 2 != 0) {
            throw wrong(HEX_BYTES);
        }
        var content = new byte[text.length() / 2];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (digit(2 * i, HEX_BYTES) << 4 | digit(2 * i + 1, HEX_BYTES));
        }
        return content.length == 0 ? Bytes.EMPTY : Bytes.owning(content);
    }

    private int digit(int position, String wanted) {
        char c = text.charAt(position);
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'f') {
            return c - 'a' + 10;
        }
        throw wrong(wanted);
    }

    @Override
    public void truth() {
        if (kind != Kind.TRUE) {
            super.truth();
        }
    }

    @Override
    public boolean flag() {
        return kind == Kind.TRUE || (kind != Kind.FALSE && super.flag());
    }
}
