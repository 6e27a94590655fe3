package org.maptck.features.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.maptck.model.Command;
import org.maptck.model.MapSpec;
import org.maptck.model.Platform;

/// Random walks through an alphabet: the creation of a map, and what comes after it.
///
/// @param count how many walks
/// @param steps commands a walk, after the creation
/// @param seed the same one gives the same walks
public record Walks(int count, int steps, long seed) {
    /// The commands of every walk.
    public List<List<Command>> on(Platform platform) {
        var random = new Random(seed);
        var alphabet = new Alphabet(platform);
        var walks = new ArrayList<List<Command>>();
        for (int i = 0; i < count; i++) {
            walks.add(walk(alphabet, random));
        }
        return walks;
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
