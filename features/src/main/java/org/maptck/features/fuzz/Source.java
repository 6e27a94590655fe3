package org.maptck.features.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.maptck.json.Json;
import org.maptck.json.Node;
import org.maptck.model.Command;
import org.maptck.model.Identity;
import org.maptck.reports.Face;

/// What decides lists of commands: a seed, who is asked, and the one face, if it is one. Each list
/// has an index and can be made again alone.
public record Source(long seed, Identity identity, Optional<Face> face) {
    /// The generator of its lists.
    public CommandLists lists() {
        return new CommandLists(identity, face);
    }

    /// The list of that index.
    public List<Command> list(long index) {
        return lists().list(Choices.of(seed, index));
    }

    /// The one line that makes a list again: what decides it, and a number by which a generator
    /// that has changed since is noticed.
    public String line(long index) {
        return Json.write(out -> {
            out.open().name("seed").word(seed).name("index").number(index);
            face.ifPresent(it -> out.name("face").text(it.id()));
            out.name("checksum").number(checksum(list(index)));
            out.name("for").value(identity, Json.IDENTITY).close();
        });
    }

    /// The list that a line of [#line] stands for.
    ///
    /// @throws org.maptck.json.BadJson for any other line, and where this generator makes another
    ///   list of it
    static List<Command> list(Node line) {
        var fields = line.fields();
        var source =
                new Source(
                        fields.get("seed").word(),
                        fields.get("for", Json.IDENTITY),
                        fields.find("face").map(Source::face));
        var list = source.list(fields.get("index").number(0, Long.MAX_VALUE));
        var checksum = fields.get("checksum");
        if (checksum.number(0, 0xffff_ffffL) != checksum(list)) {
            throw checksum.wrong(
                    "that of a list of this version of maptck; its trace still counts");
        }
        fields.end();
        return list;
    }

    private static Face face(Node name) {
        for (Face face : Face.values()) {
            if (face.id().equals(name.text())) {
                return face;
            }
        }
        throw name.wrong("syscall, program or memory");
    }

    /// A number that lists of another generator do not have.
    static long checksum(List<Command> commands) {
        var sum = new CRC32();
        for (Command command : commands) {
            sum.update(Json.COMMAND.encode(command).getBytes(StandardCharsets.UTF_8));
        }
        return sum.getValue();
    }
}
