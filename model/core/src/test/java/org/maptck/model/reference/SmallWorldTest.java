package org.maptck.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.maptck.model.reference.Driver.A;
import static org.maptck.model.reference.Driver.ARRAY;
import static org.maptck.model.reference.Driver.FITS;
import static org.maptck.model.reference.Driver.key;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;

/// Every list of four commands on a map of two one-byte elements, against two plain variables.
class SmallWorldTest {
    private static final MapSpec SPEC = MapSpec.of(ARRAY.type(), 1, 2);
    private static final int LENGTH = 4;

    private record Update(int index, int value, long flags) {}

    private static List<Update> updates() {
        var all = new ArrayList<Update>();
        for (int index = 0; index <= 2; index++) {
            for (int value = 1; value <= 2; value++) {
                for (long flags = 0; flags <= 3; flags++) {
                    all.add(new Update(index, value, flags));
                }
            }
        }
        return all;
    }

    @Test
    void everyShortHistoryLeavesWhatWasWrittenLast() {
        var updates = updates();
        long histories = Math.round(Math.pow(updates.size(), LENGTH));
        var model = new ReferenceModel(Platform.DEFAULT);
        for (long history = 0; history < histories; history++) {
            check(model, updates, history);
        }
    }

    private static void check(ReferenceModel model, List<Update> updates, long history) {
        model.apply(new Command.Create(A, SPEC));
        var elements = new int[2];
        long rest = history;
        for (int done = 0; done < LENGTH; done++) {
            var update = updates.get((int) (rest % updates.size()));
            rest /= updates.size();
            assertEquals(expected(elements, update), model.apply(command(update)));
        }
        for (int index = 0; index < elements.length; index++) {
            assertEquals(
                    new Outcome.Found(Bytes.of((byte) elements[index])),
                    model.apply(new Command.Lookup(A, key(index), 0, FITS)));
        }
    }

    private static Command command(Update update) {
        var value = new Input.Given(Bytes.of((byte) update.value()));
        return new Command.Update(A, key(update.index()), value, update.flags());
    }

    private static Outcome expected(int[] elements, Update update) {
        if (update.flags() == 3) {
            return Driver.refused(Errno.EINVAL);
        }
        if (update.index() == elements.length) {
            return Driver.refused(Errno.E2BIG);
        }
        if (update.flags() == 1) {
            return Driver.refused(Errno.EEXIST);
        }
        elements[update.index()] = update.value();
        return Driver.DONE;
    }
}
