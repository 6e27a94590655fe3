package org.maptck.adapters.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maptck.adapters.spi.Adapters;
import org.maptck.adapters.spi.Address;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.adapters.spi.Limits;
import org.maptck.model.Command;
import org.maptck.model.Handle;
import org.maptck.model.Implementation;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;
import org.maptck.model.Platform;
import org.maptck.model.reference.ReferenceModel;

/// Adapters that are reached through a socket.
final class SocketsTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(2), 1 << 20, 100);
    private static final Command CREATE =
            new Command.Create(Handle.A, MapSpec.of(MapType.ARRAY, 8, 4));
    private static final Command FREEZE = new Command.Freeze(Handle.A);
    private static final Outcome DONE = new Outcome.Done();

    @TempDir private Path folder = Path.of("");

    private final AtomicInteger connections = new AtomicInteger();

    /// A place at which a guest is at work.
    private Listener serving(String kind, Listener.Guest guest) throws IOException {
        var listener = Listener.at(kind.equals("tcp") ? "tcp:0" : "unix:" + folder.resolve("s"));
        Listener.Guest counted =
                (in, out) -> {
                    connections.incrementAndGet();
                    guest.serve(in, out);
                };
        Thread.ofPlatform().daemon().start(() -> serve(listener, counted));
        return listener;
    }

    private static void serve(Listener listener, Listener.Guest guest) {
        try {
            listener.serve(guest);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Listener.Guest model() {
        return (in, out) -> {
            try (var model = new ReferenceModel(Platform.DEFAULT)) {
                new Server(model).serve(in, out);
            }
        };
    }

    private static Listener.Guest liar(Lie lie) {
        return (in, out) -> {
            try (var model = new ReferenceModel(Platform.DEFAULT)) {
                var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
                new LyingServer(model, lie, 2, nowhere).serve(in, out);
            }
        };
    }

    private static Implementation open(String address) throws CannotOpen {
        return Adapters.installed().open(Address.of(address), LIMITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "unix"})
    void eachConnectionHasMapsOfItsOwn(String kind) throws Exception {
        try (var listener = serving(kind, model());
                var one = open(listener.address());
                var other = open(listener.address())) {
            assertTrue(listener.address().startsWith(kind + ":"));
            assertEquals(DONE, one.apply(CREATE));
            assertTrue(other.apply(FREEZE).refusal().isPresent());
            assertEquals(DONE, one.apply(FREEZE));
        }
        assertFalse(Files.exists(folder.resolve("s")));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, CRASH, no answer to apply",
        "unix, CRASH, no answer to apply",
        "tcp, HANG, no answer to apply within 2.0 s",
        "unix, HANG, no answer to apply within 2.0 s",
        "tcp, ENDLESS, a line of more than 1048576 bytes",
        "unix, ENDLESS, a line of more than 1048576 bytes",
        "unix, GARBAGE, wanted JSON",
        "tcp, WRONG_ARITY, a list of 2"
    })
    void aLieCostsItsScenarioAndTheConnection(String kind, Lie lie, String evidence)
            throws Exception {
        try (var listener = serving(kind, liar(lie));
                var liar = open(listener.address())) {
            assertEquals(DONE, liar.apply(CREATE));
            var why = assertThrows(NoAnswer.class, () -> liar.apply(FREEZE));
            assertTrue(String.valueOf(why.getMessage()).contains(evidence), why::toString);
            assertThrows(NoAnswer.class, () -> liar.apply(FREEZE));
            assertEquals(1, connections.get());
            liar.reset();
            assertEquals(DONE, liar.apply(CREATE));
            assertEquals(2, connections.get());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "unix"})
    void whatFloodsIsLeftAndMetAnew(String kind) throws Exception {
        try (var listener = serving(kind, liar(Lie.FLOOD));
                var liar = open(listener.address())) {
            assertEquals(DONE, liar.apply(CREATE));
            assertEquals(DONE, liar.apply(FREEZE));
            var why = assertThrows(NoAnswer.class, () -> liar.apply(FREEZE));
            assertTrue(String.valueOf(why.getMessage()).contains("answered request 3"));
            liar.reset();
            assertEquals(DONE, liar.apply(CREATE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "unix"})
    void aPeerThatClosesWithinALineSaysSo(String kind) throws Exception {
        Listener.Guest halves =
                (in, out) -> {
                    var _ = new BufferedReader(new InputStreamReader(in, UTF_8)).readLine();
                    out.write("{\"jsonrpc\":".getBytes(UTF_8));
                };
        try (var listener = serving(kind, halves)) {
            var address = listener.address();
            var why = assertThrows(CannotOpen.class, () -> open(address).close());
            assertTrue(
                    String.valueOf(why.getMessage())
                            .endsWith("the end of the stream within a line"));
        }
    }

    @Test
    void whereNobodyListensNothingStarts() throws IOException {
        String address;
        try (var listener = Listener.at("tcp:0")) {
            address = listener.address();
        }
        var why = assertThrows(CannotOpen.class, () -> open(address).close());
        assertEquals(
                "adapter '" + address + "': does not start: Connection refused", why.getMessage());
        var file = folder.resolve("none");
        assertThrows(CannotOpen.class, () -> open("unix:" + file).close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp:", "tcp:99999", "7000", "http:localhost:1", "localhost:7000"})
    void anAddressOfAnotherFormIsNone(String address) {
        assertThrows(IllegalArgumentException.class, () -> Listener.at(address).close());
    }

    @Test
    void aPlaceIsTakenOnce() throws IOException {
        var address = "unix:" + folder.resolve("s");
        try (var _ = Listener.at(address)) {
            assertThrows(IOException.class, () -> Listener.at(address).close());
        }
    }
}
