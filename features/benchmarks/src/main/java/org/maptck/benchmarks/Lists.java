package org.maptck.benchmarks;

import java.util.List;
import java.util.Optional;
import org.maptck.features.fuzz.Choices;
import org.maptck.features.fuzz.CommandLists;
import org.maptck.features.fuzz.Source;
import org.maptck.model.Command;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;
import org.maptck.reports.Face;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Lists of commands in the order of a fuzz run, on one face or on all.
@State(Scope.Thread)
public class Lists {
    private static final long SEED = 1;
    private static final String ALL = "all";

    /// The id of a face, or `all`.
    @Param({ALL, "syscall", "program", "memory"})
    public String face = ALL;

    private CommandLists lists = lists(Optional.empty());
    private long index;

    /// Builds the generator of the face.
    @Setup
    public void open() {
        lists = lists(face(face));
        index = 0;
    }

    private static Optional<Face> face(String id) {
        return List.of(Face.values()).stream().filter(face -> face.id().equals(id)).findFirst();
    }

    private static CommandLists lists(Optional<Face> face) {
        try (var model = new ReferenceModel(Platform.DEFAULT)) {
            return new Source(SEED, model.identity(), face).lists();
        }
    }

    /// The next list.
    List<Command> next() {
        return lists.list(Choices.of(SEED, index++));
    }
}
