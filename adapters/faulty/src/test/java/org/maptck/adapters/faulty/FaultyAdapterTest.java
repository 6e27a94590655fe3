package org.maptck.adapters.faulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Handle;
import org.maptck.model.Input;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Output;
import org.maptck.model.Platform;

class FaultyAdapterTest {
    private static final Input KEY = new Input.Given(Platform.DEFAULT.key(1));
    private static final Command CREATE =
            new Command.Create(Handle.A, MapSpec.of(MapType.ARRAY, 8, 4));
    private static final Command NOEXIST =
            new Command.Update(
                    Handle.A, KEY, new Input.Given(StorageFaults.garbage(8)), Flags.NOEXIST);

    @Test
    void aNameOpensTheImplementationWithThatFault() throws CannotOpen {
        try (var faulty = Adapters.installed().open(Address.of("faulty:noexist-accepted"))) {
            assertEquals(Right.DONE, faulty.apply(CREATE));
            assertEquals(Right.DONE, faulty.apply(NOEXIST));
            assertEquals(
                    new Outcome.Found(StorageFaults.garbage(8)),
                    faulty.apply(new Command.Lookup(Handle.A, KEY, 0, new Output.Fits())));
        }
    }

    @Test
    void otherFaultsLeaveThatRuleAlone() throws CannotOpen {
        try (var faulty = new FaultyAdapter().open("index-8-bit")) {
            faulty.apply(CREATE);
            assertEquals(Refusals.refused(Errno.EEXIST), faulty.apply(NOEXIST));
        }
    }

    @Test
    void resetEndsWhatAFaultRemembers() throws CannotOpen {
        try (var faulty = new FaultyAdapter().open("updates-end-after-200")) {
            for (int round = 0; round < 300; round++) {
                faulty.reset();
                faulty.apply(CREATE);
                faulty.apply(
                        new Command.Update(
                                Handle.A, KEY, new Input.Given(StorageFaults.garbage(8)), 0));
                assertEquals(
                        new Outcome.Found(StorageFaults.garbage(8)),
                        faulty.apply(new Command.Lookup(Handle.A, KEY, 0, new Output.Fits())));
            }
        }
    }

    @Test
    void noNameAndAnUnknownOneAreRefusedWithTheWayToTheList() {
        for (String name : List.of("", "no-such-fault")) {
            assertEquals(
                    "known-bad implementation '"
                            + name
                            + "', wanted faulty:NAME with a name from 'maptck selftest --list'",
                    assertThrows(CannotOpen.class, () -> new FaultyAdapter().open(name))
                            .getMessage());
        }
    }

    @Test
    void itIsInstalledAndNotTakenUnasked() {
        var adapter =
                Adapters.installed().all().stream()
                        .filter(a -> a.kind().equals("faulty"))
                        .findFirst()
                        .orElseThrow();
        assertFalse(adapter.offeredByDefault());
        assertTrue(adapter.missing().isEmpty());
    }
}
