package org.maptck.adapters.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maptck.json.BadJson;
import org.maptck.json.Fields;
import org.maptck.json.Json;
import org.maptck.json.Node;
import org.maptck.json.Sink;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;

/// Offers an implementation over the wire: answers the requests of one connection.
public final class Server {
    private final Implementation implementation;
    private boolean greeted;
    private boolean ended;

    /// @param implementation is not closed by the server
    public Server(Implementation implementation) {
        this.implementation = implementation;
    }

    /// Answers every line with a line, until `bye` or the end.
    ///
    /// @throws IOException where the other end is gone
    public void serve(InputStream in, OutputStream out) throws IOException {
        var lines = new Lines(in, new Lines.Room(Lines.USUAL_LIMIT));
        while (!ended) {
            var answer = next(lines);
            if (answer.isEmpty()) {
                return;
            }
            out.write((answer.get() + "\n").getBytes(UTF_8));
            out.flush();
        }
    }

    private Optional<String> next(Lines lines) throws IOException {
        try {
            return lines.next().map(this::answer);
        } catch (Lines.BadLine bad) {
            ended = bad.isLast();
            return Optional.of(
                    Protocol.error(
                            Sink::nothing, Protocol.NOT_JSON, String.valueOf(bad.getMessage())));
        }
    }

    /// The answer to one request, in one line.
    public String answer(String line) {
        try {
            return answer(Protocol.fields(read(line)));
        } catch (Fault fault) {
            return Protocol.error(Sink::nothing, fault.code, fault.words);
        } catch (BadJson bad) {
            return Protocol.error(Sink::nothing, Protocol.NO_REQUEST, bad.getMessage());
        }
    }

    private String answer(Fields request) {
        long id = Protocol.id(request);
        try {
            return Protocol.result(id, result(request.get("method").text(), request));
        } catch (Fault fault) {
            return Protocol.error(out -> out.quantity(id), fault.code, fault.words);
        } catch (BadJson bad) {
            return Protocol.error(out -> out.quantity(id), Protocol.BAD_PARAMS, bad.getMessage());
        } catch (RuntimeException broken) {
            return Protocol.error(
                    out -> out.quantity(id),
                    Protocol.BROKEN,
                    broken.getClass().getSimpleName() + ": " + broken.getMessage());
        }
    }

    private static Node read(String line) {
        try {
            return Json.read(line);
        } catch (BadJson bad) {
            throw new Fault(Protocol.NOT_JSON, bad.getMessage());
        }
    }

    private Consumer<Sink> result(String method, Fields request) {
        return switch (method) {
            case Protocol.HELLO -> hello(request.get("params").fields());
            case Protocol.RESET -> {
                demandGreeted(method);
                implementation.reset();
                yield Server::nothing;
            }
            case Protocol.APPLY -> {
                demandGreeted(method);
                var outcomes = apply(request.get("params").items().values());
                yield out -> out.list(outcomes, Json.OUTCOME);
            }
            case Protocol.BYE -> {
                ended = true;
                yield Server::nothing;
            }
            case String _ -> throw new Fault(Protocol.NO_METHOD, "method '" + method + "' unknown");
        };
    }

    private static void nothing(Sink out) {
        out.open().close();
    }

    private Consumer<Sink> hello(Fields params) {
        var offered = Protocol.versions(params.get("protocols"));
        if (!offered.contains((long) Protocol.VERSION)) {
            throw new Fault(
                    Protocol.NO_COMMON_VERSION,
                    "protocol versions " + offered + ", wanted " + Protocol.VERSION);
        }
        greeted = true;
        return out -> {
            out.open().name("protocol").number(Protocol.VERSION);
            Json.IDENTITY.writeFields(implementation.identity(), out);
            out.close();
        };
    }

    private void demandGreeted(String method) {
        if (!greeted) {
            throw new Fault(Protocol.NO_REQUEST, "method '" + method + "' before hello");
        }
    }

    /// Nothing is done where one of the commands makes no sense.
    private List<Outcome> apply(List<Node> commands) {
        var work = new ArrayList<Supplier<Outcome>>(commands.size());
        for (Node command : commands) {
            work.add(work(command));
        }
        return work.stream().map(Supplier::get).toList();
    }

    private Supplier<Outcome> work(Node node) {
        try {
            var command = Json.COMMAND.read(node);
            return () -> implementation.apply(command);
        } catch (BadJson bad) {
            var unsupported = new Outcome.Unsupported(bad.unknownWord().orElseThrow(() -> bad));
            return () -> unsupported;
        } catch (IllegalArgumentException bad) {
            throw new Fault(Protocol.BAD_PARAMS, String.valueOf(bad.getMessage()));
        }
    }

    /// What `error` is for.
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int code;
        private final String words;

        Fault(int code, String words) {
            super(words);
            this.code = code;
            this.words = words;
        }
    }
}
