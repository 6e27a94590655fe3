package org.maptck.adapters.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.maptck.json.Json;
import org.maptck.model.Implementation;

/// A server that tells one [Lie], so that one sees whether a runner notices.
public final class LyingServer {
    private static final int LATENESS_MILLIS = 20_000;
    private static final int STATUS = 3;
    private static final int TIMES = 1 << 10;
    private static final String COMPLAINTS = "the adapter has something to say\n".repeat(1 << 10);
    private static final String METHOD = "\"method\":\"";

    private final Server server;
    private final Lie lie;
    private final int at;
    private final PrintStream stderr;
    private int applied;

    /// @param at the number of the `apply` request from whose answer on it lies
    /// @param stderr where it complains
    public LyingServer(Implementation right, Lie lie, int at, PrintStream stderr) {
        server = new Server(new Pretender(right, lie));
        this.lie = lie;
        this.at = at;
        this.stderr = stderr;
    }

    /// Answers every line, until the end, or until it has enough.
    ///
    /// @return the exit status of the process that it pretends to be
    public int serve(InputStream in, OutputStream out) throws IOException, InterruptedException {
        if (lie == Lie.CRASH_AT_START) {
            return crashed();
        }
        var lines = new Lines(in, new Lines.Room(Lines.USUAL_LIMIT));
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            var status = answer(line.get(), out);
            out.flush();
            if (status.isPresent()) {
                return status.get();
            }
        }
        return 0;
    }

    private int crashed() {
        stderr.println("segmentation fault in the imagination of the adapter");
        return STATUS;
    }

    private Optional<Integer> answer(String request, OutputStream out)
            throws IOException, InterruptedException {
        String right = server.answer(request);
        boolean apply = request.contains(METHOD + Protocol.APPLY);
        applied += apply ? 1 : 0;
        if (request.contains(METHOD + Protocol.HELLO)) {
            say(hello(right), out);
            return Optional.empty();
        }
        if (!apply || applied < at || lie.isFromTheStart()) {
            say(right, out);
            return request.contains(METHOD + Protocol.BYE) ? Optional.of(0) : Optional.empty();
        }
        return lie(right, out);
    }

    private String hello(String right) {
        long id = Protocol.id(Json.read(right).fields());
        return switch (lie) {
            case NO_HELLO ->
                    Protocol.error(
                            out -> out.quantity(id), Protocol.NO_METHOD, "method 'hello' unknown");
            case WRONG_VERSION -> right.replace("\"protocol\":1", "\"protocol\":9");
            case Lie _ -> right;
        };
    }

    private Optional<Integer> lie(String right, OutputStream out)
            throws IOException, InterruptedException {
        switch (lie) {
            case CRASH -> {
                return Optional.of(crashed());
            }
            case DIES_BETWEEN -> {
                say(right, out);
                return Optional.of(crashed());
            }
            case HANG -> Thread.sleep(Long.MAX_VALUE);
            case LATE -> {
                Thread.sleep(LATENESS_MILLIS);
                say(right, out);
            }
            case TWICE -> {
                say(right, out);
                say(right, out);
            }
            case ENDLESS -> endless(out);
            case FLOOD -> {
                while (true) {
                    say(right, out);
                }
            }
            case FLOOD_STDERR -> {
                for (int i = 0; i < TIMES; i++) {
                    stderr.print(COMPLAINTS);
                }
                say(right, out);
            }
            case NOT_UTF8 -> out.write("\u00ff\u00fe{}\n".getBytes(ISO_8859_1));
            case GARBAGE -> say("Hello, I am the adapter", out);
            case REVERSED -> say(reversed(right), out);
            case WRONG_ARITY ->
                    say(right.replace("\"result\":[", "\"result\":[{\"done\":true},"), out);
            case WRONG_ID -> say(right.replaceFirst("\"id\":", "\"id\":1"), out);
            case ERROR -> say(error(right), out);
            case CRASH_AT_START, NO_HELLO, WRONG_VERSION, OVER_CLAIMS, UNDER_CLAIMS, NO_RESET ->
                    say(right, out);
        }
        return Optional.empty();
    }

    private static String error(String right) {
        long id = Protocol.id(Json.read(right).fields());
        return Protocol.error(out -> out.quantity(id), Protocol.BROKEN, "not today");
    }

    private static String reversed(String right) {
        var answer = Json.read(right).fields();
        var outcomes = answer.list("result", Json.OUTCOME).reversed();
        return Protocol.result(Protocol.id(answer), out -> out.list(outcomes, Json.OUTCOME));
    }

    private static void endless(OutputStream out) throws IOException {
        var some = "x".repeat(1 << 16).getBytes(UTF_8);
        while (true) {
            out.write(some);
        }
    }

    private static void say(String line, OutputStream out) throws IOException {
        out.write((line + "\n").getBytes(UTF_8));
        out.flush();
    }
}
