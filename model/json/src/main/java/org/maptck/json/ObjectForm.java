package org.maptck.json;

/// The form of a type that is an object in JSON; fields that it does not ask for are refused.
public interface ObjectForm<T> extends Form<T> {
    /// Writes the fields of the value.
    void writeFields(T value, Sink out);

    /// The value of these fields.
    T readFields(Fields in);

    @Override
    default void write(T value, Sink out) {
        out.open();
        writeFields(value, out);
        out.close();
    }

    @Override
    default T read(Node node) {
        var fields = node.fields();
        T value = readFields(fields);
        fields.end();
        return value;
    }
}
