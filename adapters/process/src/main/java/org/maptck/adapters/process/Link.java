package org.maptck.adapters.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.maptck.adapters.spi.Limits;
import org.maptck.json.BadJson;
import org.maptck.json.Json;
import org.maptck.json.Node;
import org.maptck.json.Sink;

/// Question and answer over one connection, each within its limits. After a failure that damaged it
/// it is of no more use.
final class Link {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration LEAVING = Duration.ofSeconds(2);

    private final Connection connection;
    private final Limits limits;
    private final Lines lines;
    private final OutputStream out;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("adapter").factory());
    private long id;

    /// @param room is used by no other until this one has [ended][#destroy]
    Link(Connection connection, Limits limits, Lines.Room room) {
        this.connection = connection;
        this.limits = limits;
        lines = new Lines(connection.in(), room);
        out = connection.out();
    }

    /// The result that a method has.
    ///
    /// @throws NoAnswer for anything but a result
    Node ask(String method, Consumer<Sink> params) {
        return ask(method, params, limits.timeout());
    }

    private Node ask(String method, Consumer<Sink> params, Duration timeout) {
        id++;
        String answer = exchange(method, Protocol.request(id, method, params), timeout);
        try {
            return result(method, Json.read(answer));
        } catch (BadJson bad) {
            throw lost("the answer to " + method + " is none: " + bad.getMessage());
        }
    }

    private Node result(String method, Node message) {
        var answer = Protocol.fields(message);
        if (answer.has("error")) {
            throw refused(method, answer.get("error"));
        }
        long answered = Protocol.id(answer);
        if (answered != id) {
            throw lost("answered request " + answered + " where " + method + " is request " + id);
        }
        var result = answer.get("result");
        answer.end();
        return result;
    }

    private static NoAnswer refused(String method, Node error) {
        var fields = error.fields();
        return new NoAnswer(
                "error %d to %s: %s"
                        .formatted(
                                fields.get("code").number(), method, fields.get("message").text()),
                NoAnswer.Damage.NONE);
    }

    /// The same for a method that may have to wait until the other end has started.
    Node askFirst(String method, Consumer<Sink> params) {
        var patience = limits.timeout().compareTo(START) > 0 ? limits.timeout() : START;
        return ask(method, params, patience);
    }

    /// One line there and one line back, as they are.
    String exchange(String what, String line, Duration timeout) {
        var bytes = (line + "\n").getBytes(UTF_8);
        if (bytes.length > limits.lineLength()) {
            throw new NoAnswer(
                    "a request of " + bytes.length + " bytes, the limit is " + limits.lineLength(),
                    NoAnswer.Damage.NONE);
        }
        try {
            return worker.submit(() -> exchange(bytes))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .orElseThrow(() -> lost("no answer to " + what));
        } catch (TimeoutException _) {
            throw new NoAnswer(
                    "no answer to " + what + " within " + seconds(timeout) + evidence(),
                    NoAnswer.Damage.SILENT);
        } catch (ExecutionException failed) {
            throw lost("no answer to " + what + ": " + reason(failed));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw lost("interrupted while waiting for " + what);
        }
    }

    private static String reason(ExecutionException failed) {
        var cause = failed.getCause();
        return String.valueOf(cause == null ? failed.getMessage() : cause.getMessage());
    }

    private static String seconds(Duration timeout) {
        return timeout.toMillis() / 1000.0 + " s";
    }

    private Optional<String> exchange(byte[] request) throws IOException {
        send(request);
        return lines.next();
    }

    private void send(byte[] request) {
        try {
            out.write(request);
            out.flush();
        } catch (IOException _) {
            // it is gone: what it said before is read all the same
        }
    }

    private NoAnswer lost(String why) {
        return new NoAnswer(why + evidence(), NoAnswer.Damage.LOST);
    }

    private String evidence() {
        String fate = connection.fate();
        return fate.isEmpty() ? "" : "; " + fate;
    }

    /// Ends the connection at once.
    ///
    /// @return whether nobody reads from it any more
    boolean destroy() {
        worker.shutdownNow();
        connection.destroy();
        try {
            return worker.awaitTermination(LEAVING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Says `bye` and lets the other end finish.
    void close() {
        try {
            id++;
            exchange(Protocol.BYE, Protocol.request(id, Protocol.BYE, _ -> {}), LEAVING);
        } catch (NoAnswer _) {
            // it is gone already
        }
        connection.finish();
        worker.shutdownNow();
    }
}
