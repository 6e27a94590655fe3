package org.maptck.adapters.faulty;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.maptck.adapters.spi.KnownBad;
import org.maptck.model.Behaviour;
import org.maptck.model.Capability;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Platform;
import org.maptck.model.Profile;
import org.maptck.model.Version;
import org.maptck.model.reference.ReferenceModel;

/// How a faulty implementation is made from the model.
///
/// @param shown the platform that it declares
/// @param profile the behaviour that it has, whatever it declares
/// @param actual the platform that it has, whatever it declares
/// @param hidden capabilities that it does not declare
record Recipe(
        Platform shown,
        Platform actual,
        Profile profile,
        Set<Capability> hidden,
        Supplier<Fault> fault) {
    private static final Recipe RIGHT =
            new Recipe(
                    Platform.DEFAULT,
                    Platform.DEFAULT,
                    Profile.of(Platform.DEFAULT.kernel()),
                    Set.of(),
                    () -> Fault.NONE);

    /// The model of another kernel.
    static Recipe linux(String version) {
        var platform = Platform.DEFAULT.withKernel(Version.of(version));
        return new Recipe(platform, platform, Profile.of(platform.kernel()), Set.of(), RIGHT.fault);
    }

    /// A machine other than the one that it declares.
    static Recipe machine(Platform shown, Platform actual) {
        return new Recipe(shown, actual, RIGHT.profile, Set.of(), RIGHT.fault);
    }

    static Recipe hiding(Capability capability) {
        return new Recipe(
                RIGHT.shown, RIGHT.actual, RIGHT.profile, Set.of(capability), RIGHT.fault);
    }

    static Recipe without(Behaviour behaviour) {
        return RIGHT.lacking(behaviour);
    }

    static Recipe ahead(Behaviour behaviour) {
        return RIGHT.having(behaviour);
    }

    Recipe lacking(Behaviour behaviour) {
        return new Recipe(shown, actual, profile.without(behaviour), hidden, fault);
    }

    Recipe having(Behaviour behaviour) {
        return new Recipe(shown, actual, profile.with(behaviour), hidden, fault);
    }

    /// With a fault that has no past.
    Recipe and(Fault stateless) {
        return new Recipe(shown, actual, profile, hidden, () -> stateless);
    }

    /// With a fault that remembers, made anew for every start.
    Recipe remembering(Supplier<Fault> stateful) {
        return new Recipe(shown, actual, profile, hidden, stateful);
    }

    Implementation start() {
        var declared = EnumSet.allOf(Capability.class);
        declared.removeAll(hidden);
        var identity = new Identity("faulty", profile.version().toString(), shown, declared);
        return new Faulty(identity, new ReferenceModel(actual, profile), fault);
    }

    static KnownBad.OfRule bad(String name, String rule, String what, Recipe recipe) {
        return new KnownBad.OfRule(name, rule, what, "", recipe::start);
    }

    static KnownBad.OfRule bad(String name, String rule, String what, Fault stateless) {
        return bad(name, rule, what, RIGHT.and(stateless));
    }

    static KnownBad.OfRule badMemory(
            String name, String rule, String what, Supplier<Fault> stateful) {
        return bad(name, rule, what, RIGHT.remembering(stateful));
    }
}
