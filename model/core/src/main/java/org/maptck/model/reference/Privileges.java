package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.refused;

import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Privilege;

/// What a caller without privileges is refused before anything is looked at.
///
/// @param envelopes know how each call is refused
/// @param files know how one that asks for memory is refused
record Privileges(World world, Envelopes envelopes, FileCommands files) {
    /// Kernels used to keep the whole of bpf(2) from those who could not have created the map.
    Optional<Permitted> refusal(Command.Deprived c) {
        boolean barred =
                !world.profile().has(Behaviour.UNPRIVILEGED_USE)
                        && !c.privileges().contains(Privilege.BPF)
                        && !c.privileges().contains(Privilege.SYS_ADMIN);
        return barred ? refusal(c.inner()).map(Permitted.Only::new) : Optional.empty();
    }

    private Optional<Outcome> refusal(Command command) {
        return switch (command) {
            case Command.Enveloped _ -> Optional.empty();
            case Command.Call call -> Optional.of(envelopes.outcome(call, Errno.EPERM));
            case Command.DeleteBatch c -> Optional.of(batch(c.count()));
            case Command.LookupAndDeleteBatch c -> Optional.of(batch(c.count()));
            case Command.ReadInfo c -> Optional.of(files.refusal(c.request(), Errno.EPERM));
            case Command.OpenById _ -> Optional.of(refused(Errno.EPERM));
            case Command.Pin _ -> Optional.of(refused(Errno.EPERM));
            case Command.OpenPin _ -> Optional.of(refused(Errno.EPERM));
            case Command.Run _ -> Optional.of(refused(Errno.EPERM));
            case Command.CreateOuter _ -> Optional.of(refused(Errno.EPERM));
            case Command.Insert _ -> Optional.of(refused(Errno.EPERM));
            case Command.OpenInner _ -> Optional.of(refused(Errno.EPERM));
            case Command.Iterate _ -> Optional.of(refused(Errno.EPERM));
            case Command.Close _ -> Optional.empty();
            case Command.MapMemory _ -> Optional.empty();
            case Command.ReadMemory _ -> Optional.empty();
            case Command.WriteMemory _ -> Optional.empty();
            case Command.AddMemory _ -> Optional.empty();
            case Command.Protect _ -> Optional.empty();
            case Command.UseMapping _ -> Optional.empty();
            case Command.Unmap _ -> Optional.empty();
            case Command.Race _ -> Optional.empty();
            case Command.Duplicate _ -> Optional.empty();
            case Command.Unpin _ -> Optional.empty();
            case Command.ShowDescriptor _ -> Optional.empty();
            case Command.UseFile _ -> Optional.empty();
            case Command.ReadPin _ -> Optional.empty();
            case Command.Deprived _ -> Optional.empty();
        };
    }

    private static Outcome batch(long count) {
        return new Outcome.Batched(
                Optional.of(Errno.EPERM),
                count & 0xffff_ffffL,
                Bytes.EMPTY,
                Bytes.EMPTY,
                Optional.empty());
    }
}
