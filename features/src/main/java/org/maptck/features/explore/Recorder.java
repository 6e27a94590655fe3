package org.maptck.features.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.maptck.features.Suite;
import org.maptck.features.SuiteRunner;
import org.maptck.json.Recording;
import org.maptck.model.Command;
import org.maptck.model.Implementation;
import org.maptck.model.MapSpec;
import org.maptck.model.Trace;
import org.maptck.reports.Result;

/// Records what an implementation does: in the scenarios of a suite, and on random walks through an
/// alphabet.
///
/// @param walks how many walks
/// @param steps commands a walk, after the creation
/// @param seed of the walks: the same one gives the same walks
public record Recorder(Suite suite, int walks, int steps, long seed) {
    /// What it does.
    public Recording record(Implementation implementation) {
        var traces = new ArrayList<Trace>();
        new SuiteRunner(suite, "subject", implementation)
                .run(result -> keep(result).ifPresent(traces::add));
        var random = new Random(seed);
        var alphabet = new Alphabet(implementation.identity().platform());
        for (int i = 0; i < walks; i++) {
            traces.add(Trace.of(implementation, walk(alphabet, random)));
        }
        implementation.reset();
        return new Recording(implementation.identity(), traces);
    }

    private static Optional<Trace> keep(Result result) {
        return Optional.of(result.trace()).filter(trace -> !trace.entries().isEmpty());
    }

    private List<Command> walk(Alphabet alphabet, Random random) {
        var specs = alphabet.specs();
        MapSpec spec = specs.get(random.nextInt(specs.size()));
        var known = alphabet.commands(Math.toIntExact(spec.valueSize() == 1 ? 1 : 5));
        int creations = alphabet.creations().size();
        var walk = new ArrayList<Command>();
        walk.add(new Command.Create(Alphabet.MAP, spec));
        for (int i = 0; i < steps; i++) {
            walk.add(known.get(creations + random.nextInt(known.size() - creations)));
        }
        return walk;
    }
}
