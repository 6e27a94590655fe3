package org.maptck.json;

import java.util.List;
import java.util.function.Consumer;
import org.maptck.model.Bytes;
import tools.jackson.core.JsonGenerator;

/// Where JSON is written to, a value at a time.
public final class Sink {
    /// The largest number that every reader of JSON takes exactly.
    static final long EXACT = (1L << 53) - 1;

    private final JsonGenerator json;

    Sink(JsonGenerator json) {
        this.json = json;
    }

    /// Begins an object.
    public Sink open() {
        json.writeStartObject();
        return this;
    }

    /// Ends the object.
    public Sink close() {
        json.writeEndObject();
        return this;
    }

    /// The name of the value that comes next.
    public Sink name(String name) {
        json.writeName(name);
        return this;
    }

    /// A string.
    public Sink text(String text) {
        json.writeString(text);
        return this;
    }

    /// A string of lower-case hex digits.
    public Sink bytes(Bytes bytes) {
        return text(bytes.toString());
    }

    /// 64 bits as a `0x` string.
    public Sink word(long word) {
        return text("0x" + Long.toHexString(word));
    }

    /// An unsigned number: as a number where every reader takes it exactly, else as a `0x` string.
    public Sink quantity(long quantity) {
        return quantity >= 0 && quantity <= EXACT ? number(quantity) : word(quantity);
    }

    /// A signed number.
    public Sink number(long number) {
        json.writeNumber(number);
        return this;
    }

    /// `true` or `false`.
    public Sink flag(boolean flag) {
        json.writeBoolean(flag);
        return this;
    }

    /// `null`.
    public Sink nothing() {
        json.writeNull();
        return this;
    }

    /// A value in its form.
    public <T> Sink value(T value, Form<T> form) {
        form.write(value, this);
        return this;
    }

    /// A list of values in their form.
    public <T> Sink list(Iterable<T> values, Form<T> form) {
        return each(values, value -> form.write(value, this));
    }

    /// A list with a value for each item, which the writer writes here.
    public <T> Sink each(Iterable<T> items, Consumer<T> writer) {
        json.writeStartArray();
        items.forEach(writer);
        json.writeEndArray();
        return this;
    }

    /// A list of strings.
    public Sink texts(List<String> texts) {
        return list(texts, Json.TEXT);
    }
}
