package org.maptck.adapters.process;

import org.maptck.adapters.spi.CannotOpen;

/// A program that speaks the protocol on its standard input and output: `process:./adapter --flag`.
public final class ProcessAdapter extends WireAdapter {
    @Override
    public String kind() {
        return "process";
    }

    @Override
    public String summary() {
        return "a program that speaks the protocol on stdin and stdout, as in process:./adapter";
    }

    @Override
    Connection.Door door(String argument) throws CannotOpen {
        var words =
                CommandWords.of(argument)
                        .filter(all -> !all.isEmpty())
                        .orElseThrow(
                                () -> wanted(argument, "a command, each of its quotes closed"));
        return () -> Child.start(words);
    }
}
