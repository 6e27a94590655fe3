package org.maptck.adapters.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.model.Capability;
import org.maptck.model.Version;

class LinuxAdapterTest extends LiveKernelTest {
    @Test
    void it_is_installed_and_offered() {
        var found =
                Adapters.installed().all().stream()
                        .filter(adapter -> adapter.kind().equals("linux"))
                        .toList();
        assertEquals(1, found.size());
        assertTrue(found.getFirst().offeredByDefault());
    }

    @Test
    void it_takes_no_argument() {
        var refused = assertThrows(CannotOpen.class, () -> new LinuxAdapter().open("here"));
        assertEquals("adapter 'linux:here' takes no argument", refused.getMessage());
    }

    @Test
    void the_identity_is_that_of_the_machine() throws IOException {
        var identity = linux.identity();
        var release = Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip();
        assertEquals("linux", identity.name());
        assertEquals(release, identity.version());
        assertEquals(Version.of(release), platform.kernel());
        assertEquals(Set.copyOf(EnumSet.allOf(Capability.class)), identity.capabilities());
        assertTrue(platform.memory() > 1 << 20);
    }

    @Test
    void lists_of_cpus_have_numbers_and_ranges() {
        assertEquals(List.of(0), CpuList.of("0\n"));
        assertEquals(List.of(0, 1, 2, 5, 8, 9), CpuList.of("0-2,5,8-9\n"));
    }

    @Test
    void a_number_without_a_name_is_our_own_mistake() {
        var wrong = assertThrows(IllegalStateException.class, () -> ErrnoNumbers.name(-133));
        assertEquals("errno 133 has no name", wrong.getMessage());
    }
}
