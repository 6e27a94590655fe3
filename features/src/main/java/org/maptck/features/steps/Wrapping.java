package org.maptck.features.steps;

import java.util.regex.Pattern;
import org.maptck.model.Command;
import org.maptck.model.Envelope;
import org.maptck.model.Envelope.Place;

/// How a scenario lets a call hand over its arguments.
public record Wrapping(Envelope envelope) {
    /// The words for it, as in `an envelope of 260 bytes with byte 259 set`.
    static final String WORDS =
            "an?(?: unreadable| read-only)? envelope(?: of (?:0x[0-9a-f]+|\\d+) bytes)?(?: with byte \\d+ set)?"
                    + "(?: for a command (?:0x[0-9a-f]+|\\d+) higher)?";

    private static final Pattern SIZE = Pattern.compile(" of (\\S+) bytes");
    private static final Pattern SET = Pattern.compile(" byte (\\d+) set");
    private static final Pattern COMMAND = Pattern.compile(" command (\\S+) higher");

    /// The way that the words say.
    static Wrapping of(String words) {
        var envelope = Envelope.USUAL;
        var size = SIZE.matcher(words);
        if (size.find()) {
            envelope = envelope.ofSize(Long.decode(size.group(1)));
        }
        var set = SET.matcher(words);
        if (set.find()) {
            envelope = envelope.with(Integer.parseInt(set.group(1)));
        }
        var command = COMMAND.matcher(words);
        if (command.find()) {
            envelope = envelope.forCommand(Long.decode(command.group(1)));
        }
        return new Wrapping(envelope.in(place(words)));
    }

    private static Place place(String words) {
        if (words.contains(" unreadable ")) {
            return Place.UNREADABLE;
        }
        return words.contains(" read-only ") ? Place.READ_ONLY : Place.WRITABLE;
    }

    /// The command, in the envelope where there is one.
    Command around(Command command) {
        if (envelope.equals(Envelope.USUAL)) {
            return command;
        }
        if (!(command instanceof Command.Call call)) {
            throw new IllegalArgumentException(command + " comes in no envelope");
        }
        return new Command.Enveloped(call, envelope);
    }
}
