package org.maptck.features.fuzz;

import static org.maptck.reports.Face.MEMORY;
import static org.maptck.reports.Face.SYSCALL;

import java.util.List;
import java.util.Optional;
import org.maptck.model.Capability;
import org.maptck.model.Command;
import org.maptck.model.FileUse;
import org.maptck.model.InfoRequest;
import org.maptck.model.MappingUse;

/// What maps are as files, what they tell byte by byte, and other uses of their mappings.
final class FileCalls {
    private static final Odds<Integer> LENGTHS =
            Odds.evenly(104, 0, 1, 8, 40, 80, 88, 105, 4096, 4097);
    private static final Odds<Integer> FILLED = Odds.evenly(0, 88, 99, 101, 5000);
    private static final Odds<Integer> HASHES = Odds.of(3, 32).and(1, 0).and(1, 31);

    private final Operands operands;
    private final MapCalls maps;

    FileCalls(Operands operands, MapCalls maps) {
        this.operands = operands;
        this.maps = maps;
    }

    List<Kind<Command>> kinds() {
        return List.of(
                file(Kind.of(Command.ReadInfo.class, SYSCALL, 2, this::info)),
                file(
                        Kind.of(
                                Command.ShowDescriptor.class,
                                SYSCALL,
                                1,
                                d -> new Command.ShowDescriptor(operands.map(d)))),
                file(Kind.of(Command.UseFile.class, SYSCALL, 1, this::use)),
                file(Kind.of(Command.ReadPin.class, SYSCALL, 1, maps::readPin)),
                Kind.<Command>of(Command.UseMapping.class, MEMORY, 1, this::useMapping)
                        .needing(Capability.MMAP));
    }

    private static Kind<Command> file(Kind<Command> kind) {
        return kind.needing(Capability.FILE);
    }

    Command info(Draft d) {
        if (d.onceIn(3)) {
            var hash = new InfoRequest.Hash(HASHES.pick(d), !d.onceIn(4), !d.onceIn(4));
            var request = new InfoRequest(104, 88, true, Optional.of(hash));
            return new Command.ReadInfo(operands.map(d), request);
        }
        int length = LENGTHS.pick(d);
        int filled = Math.min(FILLED.pick(d), length);
        var request = new InfoRequest(length, filled, !d.onceIn(4), Optional.empty());
        return new Command.ReadInfo(operands.map(d), request);
    }

    private Command use(Draft d) {
        var use = Odds.evenly(FileUse.values()).pick(d);
        return new Command.UseFile(operands.map(d), use);
    }

    private Command useMapping(Draft d) {
        var use = Odds.evenly(MappingUse.values()).pick(d);
        return new Command.UseMapping(operands.mapping(d), use);
    }
}
