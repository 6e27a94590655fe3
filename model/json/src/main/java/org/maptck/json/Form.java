package org.maptck.json;

/// How a type looks in JSON, both ways: what [#write] writes, [#read] reads as an equal value.
public interface Form<T> {
    /// Writes the value.
    void write(T value, Sink out);

    /// The value that stands there.
    ///
    /// @throws BadJson where something else stands there
    T read(Node node);

    /// The value as text, in one line.
    default String encode(T value) {
        return Json.write(out -> write(value, out));
    }

    /// The value of a text.
    ///
    /// @throws BadJson for any other text
    default T decode(String text) {
        return read(Json.read(text));
    }
}
