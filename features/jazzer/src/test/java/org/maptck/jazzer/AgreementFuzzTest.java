package org.maptck.jazzer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.features.fuzz.Agreement;
import org.maptck.features.fuzz.CommandLists;
import org.maptck.model.Implementation;

/// Looks for a list of commands that an implementation answers otherwise than the model does.
///
/// The implementation is the one at the address in the system property `maptck.adapter`.
class AgreementFuzzTest {
    private static Optional<Subject> subject = Optional.empty();

    /// @param lists of what it offers
    private record Subject(Implementation implementation, CommandLists lists, Agreement agreement) {
        static Subject open(String address) throws CannotOpen {
            var it = Adapters.installed().open(Address.of(address));
            return new Subject(
                    it, new CommandLists(it.identity(), Optional.empty()), Agreement.withModel(it));
        }
    }

    @BeforeAll
    static void open() throws CannotOpen {
        subject = Optional.of(Subject.open(System.getProperty("maptck.adapter", "model")));
    }

    @FuzzTest(maxDuration = "20s")
    void answersAsTheModelDoes(FuzzedDataProvider bytes) {
        var open = subject.orElseThrow();
        var list = open.lists().list(new Bytewise(bytes));
        var difference = open.agreement().difference(list);
        if (difference.isPresent()) {
            throw new AssertionError(difference.get().toString());
        }
    }

    @AfterAll
    static void close() {
        subject.ifPresent(it -> it.implementation().close());
    }
}
