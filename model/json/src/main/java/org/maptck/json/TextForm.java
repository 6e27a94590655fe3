package org.maptck.json;

/// A string is a string.
final class TextForm implements Form<String> {
    @Override
    public void write(String value, Sink out) {
        out.text(value);
    }

    @Override
    public String read(Node node) {
        return node.text();
    }
}
