package org.maptck.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSON list.
public final class Items extends Node {
    private final List<Node> items = new ArrayList<>();

    Items(@Nullable Node parent, String step) {
        super(parent, step);
    }

    void add(Node item) {
        items.add(item);
    }

    String nextStep() {
        return "[" + items.size() + "]";
    }

    @Override
    String shown() {
        return "a list of " + items.size();
    }

    @Override
    public Items items() {
        return this;
    }

    /// The values in order.
    public List<Node> values() {
        return List.copyOf(items);
    }

    /// The values in order, each read in that form.
    public <T> List<T> read(Form<T> form) {
        var values = new ArrayList<T>(items.size());
        for (Node item : items) {
            values.add(form.read(item));
        }
        return values;
    }
}
