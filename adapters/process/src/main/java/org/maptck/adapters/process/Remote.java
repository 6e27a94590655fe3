package org.maptck.adapters.process;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.maptck.adapters.spi.CannotOpen;
import org.maptck.adapters.spi.Limits;
import org.maptck.json.BadJson;
import org.maptck.json.Json;
import org.maptck.json.Node;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.model.Implementation;
import org.maptck.model.Outcome;

/// An implementation at the other end of a wire. Where it fails it answers nothing more until the
/// next [#reset], after which it is started anew.
final class Remote implements Implementation {
    private static final String RUNNER = "maptck";

    private final Connection.Door door;
    private final Limits limits;
    private final Identity identity;
    private Optional<Link> link;
    private Optional<NoAnswer> broken = Optional.empty();
    private Lines.Room room;
    private int restarts;

    private Remote(Connection.Door door, Limits limits, Lines.Room room, Greeted first) {
        this.door = door;
        this.limits = limits;
        this.room = room;
        identity = first.identity();
        link = Optional.of(first.link());
    }

    /// A link that has said hello.
    private record Greeted(Link link, Identity identity) {}

    /// Starts it.
    ///
    /// @param address what messages call it
    /// @throws CannotOpen where it does not start or does not say hello
    static Implementation open(String address, Connection.Door door, Limits limits)
            throws CannotOpen {
        try {
            var room = new Lines.Room(limits.lineLength());
            return new Remote(door, limits, room, greeted(door, limits, room));
        } catch (NoAnswer why) {
            throw new CannotOpen("adapter '" + address + "': " + why.getMessage());
        }
    }

    private static Greeted greeted(Connection.Door door, Limits limits, Lines.Room room) {
        var link = new Link(connection(door), limits, room);
        try {
            return new Greeted(link, hello(link));
        } catch (NoAnswer why) {
            link.destroy();
            throw why;
        } catch (BadJson bad) {
            link.destroy();
            throw lost("the answer to hello is none: " + bad.getMessage());
        }
    }

    private static Connection connection(Connection.Door door) {
        try {
            return door.open();
        } catch (IOException why) {
            throw lost("does not start: " + why.getMessage());
        }
    }

    private static Identity hello(Link link) {
        var answer =
                link.askFirst(
                                Protocol.HELLO,
                                out -> {
                                    out.name("params").open().name("protocols");
                                    out.each(List.of((long) Protocol.VERSION), out::number);
                                    out.name("runner").text(RUNNER).close();
                                })
                        .fields();
        if (answer.get("protocol").number() != Protocol.VERSION) {
            throw answer.get("protocol").wrong("protocol version " + Protocol.VERSION);
        }
        var identity = Json.IDENTITY.readFields(answer);
        answer.end();
        return identity;
    }

    private static NoAnswer lost(String why) {
        return new NoAnswer(why, NoAnswer.Damage.LOST);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Outcome apply(Command command) {
        return apply(List.of(command)).getFirst();
    }

    @Override
    public List<Outcome> apply(List<Command> commands) {
        if (broken.isPresent()) {
            throw broken.get();
        }
        try {
            return outcomes(
                    link().ask(
                                    Protocol.APPLY,
                                    out -> out.name("params").list(commands, Json.COMMAND)),
                    commands.size());
        } catch (NoAnswer why) {
            throw failed(why);
        } catch (BadJson bad) {
            throw failed(lost("the answer to apply is none: " + bad.getMessage()));
        }
    }

    /// Sends a line that is no good request; says what is wrong where the answer is no `error`.
    Optional<String> answersError(String line) {
        try {
            String answer = link().exchange("what is no request", line, limits.timeout());
            return Protocol.fields(Json.read(answer)).has("error")
                    ? Optional.empty()
                    : Optional.of("it answers with a result");
        } catch (NoAnswer why) {
            throw failed(why);
        } catch (BadJson bad) {
            throw failed(lost("the answer is none: " + bad.getMessage()));
        }
    }

    private static List<Outcome> outcomes(Node result, int wanted) {
        var outcomes = result.items();
        if (outcomes.values().size() != wanted) {
            throw outcomes.wrong("as many outcomes as commands, " + wanted);
        }
        return outcomes.read(Json.OUTCOME);
    }

    private Link link() {
        if (link.isEmpty()) {
            link = Optional.of(restarted());
        }
        return link.get();
    }

    private Link restarted() {
        if (restarts > limits.restarts()) {
            throw lost("not asked: it was started anew too often, see --restarts");
        }
        var greeted = greeted(door, limits, room);
        if (!greeted.identity().equals(identity)) {
            greeted.link().destroy();
            throw lost("started anew, it says hello as " + greeted.identity());
        }
        return greeted.link();
    }

    private NoAnswer failed(NoAnswer why) {
        broken = Optional.of(why);
        switch (why.damage()) {
            case NONE -> {}
            case LOST -> drop(1);
            case SILENT -> drop(Limits.SILENCE);
        }
        return why;
    }

    private void drop(int counts) {
        if (!link.map(Link::destroy).orElse(true)) {
            room = new Lines.Room(limits.lineLength());
        }
        link = Optional.empty();
        restarts += counts;
    }

    /// Where it does not reset, it is started anew.
    @Override
    public void reset() {
        broken = Optional.empty();
        if (link.isEmpty()) {
            return;
        }
        try {
            link.get().ask(Protocol.RESET, _ -> {}).fields().end();
        } catch (NoAnswer why) {
            drop(why.damage() == NoAnswer.Damage.SILENT ? Limits.SILENCE : 1);
        } catch (BadJson _) {
            drop(1);
        }
    }

    @Override
    public void close() {
        link.ifPresent(Link::close);
        link = Optional.empty();
    }
}
