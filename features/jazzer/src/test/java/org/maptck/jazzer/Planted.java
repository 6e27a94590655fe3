package org.maptck.jazzer;

import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Input;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

/// The model with a fault that few lists show: an update of the second element that must be there
/// already is forgotten.
public final class Planted implements Implementation {
    private static final Bytes SECOND = Bytes.of((byte) 1, (byte) 0, (byte) 0, (byte) 0);

    private final Implementation sound = new ReferenceModel(Platform.DEFAULT);

    @Override
    public Identity identity() {
        return sound.identity();
    }

    @Override
    public Outcome apply(Command command) {
        return switch (command) {
            case Command.Update(Handle _, Input.Given(var key), Input.Given _, var flags)
                    when flags == Flags.EXIST && key.equals(SECOND) ->
                    new Outcome.Done();
            default -> sound.apply(command);
        };
    }

    @Override
    public void reset() {
        sound.reset();
    }

    @Override
    public void close() {
        sound.close();
    }
}
