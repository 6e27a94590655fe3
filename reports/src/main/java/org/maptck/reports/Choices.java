package org.maptck.reports;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.maptck.json.Form;
import org.maptck.json.Node;
import org.maptck.json.Sink;
import org.maptck.model.MapType;

/// Words of a closed vocabulary in JSON.
final class Choices {
    static final Form<Verdict> VERDICT = of(Verdict.values(), Verdict::id);
    static final Form<Level> LEVEL = of(Level.values(), Level::id);
    static final Form<Face> FACE = of(Face.values(), Face::id);
    static final Form<MapType> TYPE = of(MapType.values(), Choices::id);

    private Choices() {}

    static String id(MapType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static <T> Form<T> of(T[] choices, Function<T, String> id) {
        List<T> all = List.of(choices);
        List<String> words = all.stream().map(id).toList();
        return new Form<>() {
            @Override
            public void write(T value, Sink out) {
                out.text(id.apply(value));
            }

            @Override
            public T read(Node node) {
                String word = node.text();
                return all.stream()
                        .filter(choice -> id.apply(choice).equals(word))
                        .findFirst()
                        .orElseThrow(() -> node.wrong("one of " + words));
            }
        };
    }
}
