package org.maptck.json;

import org.maptck.model.Iteration;

/// What an iterator's program does: the fields of its command that say so.
final class IterationForm {
    private IterationForm() {}

    static void write(Iteration iteration, Sink out) {
        switch (iteration) {
            case Iteration.Noting(int offset, int width) ->
                    out.name("note").number(offset).name("width").number(width);
            case Iteration.Adding(long addend) -> out.name("add").quantity(addend);
            case Iteration.StoringKey() -> out.name("store_key").flag(true);
        }
    }

    static Iteration read(Fields in) {
        if (in.has("note")) {
            return noting(in);
        }
        if (in.has("add")) {
            return new Iteration.Adding(in.get("add").quantity());
        }
        in.get("store_key").truth();
        return new Iteration.StoringKey();
    }

    private static Iteration noting(Fields in) {
        try {
            return new Iteration.Noting(in.get("note").number(), in.get("width").number());
        } catch (IllegalArgumentException e) {
            throw in.wrong("a part of a value: " + e.getMessage());
        }
    }
}
