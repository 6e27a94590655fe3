package org.maptck.features.steps;

import java.util.Arrays;
import org.maptck.model.Command;
import org.maptck.model.Mapping;
import org.maptck.model.MappingUse;
import org.maptck.model.Protection;

/// What becomes of a mapping.
@FunctionalInterface
public interface Remapping {
    /// The command that makes it so.
    Command of(Mapping mapping);

    /// What the words say: a protection, as in `rw-`, `an end`, or a use by its noun.
    static Remapping saying(String words) {
        if (words.equals("an end")) {
            return Command.Unmap::new;
        }
        if (!words.startsWith("a")) {
            var protection = Protection.of(words);
            return mapping -> new Command.Protect(mapping, protection);
        }
        var noun = words.substring(words.indexOf(' ') + 1);
        var use =
                Arrays.stream(MappingUse.values())
                        .filter(known -> known.noun().equals(noun))
                        .findFirst()
                        .orElseThrow();
        return mapping -> new Command.UseMapping(mapping, use);
    }
}
