package org.maptck.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON object, which remembers what it was asked for, so that [#end] finds what nobody wanted.
public final class Fields extends Node {
    private static final int MOST = 64;

    private final List<String> names = new ArrayList<>(6);
    private final List<Node> values = new ArrayList<>(6);
    private long asked;

    Fields(@Nullable Node parent, String step) {
        super(parent, step);
    }

    void add(String name, Node value) {
        if (names.contains(name)) {
            throw value.wrong("no second field of that name");
        }
        if (names.size() == MOST) {
            throw wrong("at most " + MOST + " fields");
        }
        names.add(name);
        values.add(value);
    }

    @Override
    String shown() {
        return "an object";
    }

    @Override
    public Fields fields() {
        return this;
    }

    /// The names of all fields, in their order.
    public List<String> names() {
        return List.copyOf(names);
    }

    /// Whether there is a field of that name.
    public boolean has(String name) {
        return names.contains(name);
    }

    /// The value of that field, if it is there.
    public Optional<Node> find(String name) {
        int position = names.indexOf(name);
        if (position < 0) {
            return Optional.empty();
        }
        asked |= 1L << position;
        return Optional.of(values.get(position));
    }

    /// The value of that field.
    public Node get(String name) {
        return find(name).orElseThrow(() -> missing(name));
    }

    private BadJson missing(String name) {
        String path = path();
        return new BadJson((path.isEmpty() ? "" : path + ".") + name + " missing, wanted a value");
    }

    /// The value of that field, read in that form.
    public <T> T get(String name, Form<T> form) {
        return form.read(get(name));
    }

    /// The value of that field, or what its absence stands for.
    public <T> T get(String name, Form<T> form, T absent) {
        return find(name).map(form::read).orElse(absent);
    }

    /// The value of that field, if it is there.
    public <T> Optional<T> find(String name, Form<T> form) {
        return find(name).map(form::read);
    }

    /// The values of the list in that field.
    public <T> List<T> list(String name, Form<T> form) {
        return get(name).items().read(form);
    }

    /// Demands that every field was asked for.
    public void end() {
        for (int i = 0; i < names.size(); i++) {
            if ((asked & 1L << i) == 0) {
                throw values.get(i).wrong("no such field");
            }
        }
    }
}
