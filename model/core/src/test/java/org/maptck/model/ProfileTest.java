package org.maptck.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maptck.model.reference.ReferenceModel;

class ProfileTest {
    private static Profile of(String version) {
        return Profile.of(Version.of(version));
    }

    @Test
    void theOldestKernelHasNothing() {
        assertEquals(Set.of(), of("3.18").behaviours());
        assertEquals(Set.of(Behaviour.ARRAY), of("3.19").behaviours());
    }

    @Test
    void theNewestKernelHasEverything() {
        assertEquals(EnumSet.allOf(Behaviour.class), Profile.of(Profile.NEWEST).behaviours());
    }

    @Test
    void aProfileIsTheOneBeforeAndWhatIsNew() {
        assertEquals(of("5.4").with(Behaviour.MMAPABLE).behaviours(), of("5.5").behaviours());
        assertEquals(of("5.5").without(Behaviour.MMAPABLE).behaviours(), of("5.4").behaviours());
    }

    @Test
    void maintainedKernelsTookOverWhatRecordingsShow() {
        assertTrue(of("5.10").has(Behaviour.PERCPU_VALUE_TOO_BIG));
        assertTrue(of("6.1").has(Behaviour.PERCPU_VALUE_TOO_BIG));
        assertFalse(of("6.11").has(Behaviour.PERCPU_VALUE_TOO_BIG));
    }

    @Test
    void changesLieBetweenTwoVersions() {
        assertEquals(
                List.of(
                        Behaviour.PERCPU_VALUE_TOO_BIG,
                        Behaviour.CHECK_LEFT_OUT,
                        Behaviour.NO_EXECUTABLE_MAPPING,
                        Behaviour.CONTENT_HASH,
                        Behaviour.EXCLUSIVE_MAP),
                Profile.changes(Version.of("6.11"), Version.of("6.18")));
        assertEquals(
                List.of(
                        Behaviour.PERCPU_VALUE_TOO_BIG,
                        Behaviour.CHECK_LEFT_OUT,
                        Behaviour.NO_EXECUTABLE_MAPPING,
                        Behaviour.CONTENT_HASH,
                        Behaviour.EXCLUSIVE_MAP),
                Profile.changes(Version.of("6.18"), Version.of("6.11")));
        assertEquals(List.of(), Profile.changes(Version.of("6.12"), Version.of("6.13")));
    }

    @Test
    void changesAreWhatTurnsOneProfileIntoTheOther() {
        var versions =
                Stream.of("3.18", "4.15", "5.7", "6.0", "6.18", "7.0", "7.1", "7.3")
                        .map(Version::of);
        versions.forEach(ProfileTest::reached);
    }

    private static void reached(Version to) {
        var profile = of("3.18");
        for (Behaviour change : Profile.changes(profile.version(), to)) {
            profile = profile.with(change);
        }
        assertEquals(Profile.of(to).behaviours(), profile.behaviours());
    }

    @Test
    void everyBehaviourSaysWhatChangedAndWhereToReadIt() {
        var newest = Profile.of(Profile.NEWEST);
        for (Behaviour behaviour : Behaviour.values()) {
            assertTrue(behaviour.change().contains("; before, "), behaviour::name);
            assertTrue(behaviour.citation().contains("/"), behaviour::name);
            assertFalse(newest.without(behaviour).has(behaviour), behaviour::name);
        }
    }

    @Test
    void behavioursAreListedInTheOrderOfTheirVersions() {
        var listed = List.of(Behaviour.values());
        assertEquals(listed, Profile.changes(Profile.BEFORE, Profile.NEWEST));
    }

    @Test
    void aModelSaysWhichKernelItFollows() {
        var identity = new ReferenceModel(Platform.DEFAULT, of("6.6")).identity();
        assertEquals("model", identity.name());
        assertEquals("linux 6.6", identity.version());
        assertEquals(EnumSet.allOf(Capability.class), identity.capabilities());
        assertEquals(Platform.DEFAULT, identity.platform());
    }
}
