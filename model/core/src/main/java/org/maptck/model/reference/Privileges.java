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
            case Command.OpenById _,
                    Command.Pin _,
                    Command.OpenPin _,
                    Command.Run _,
                    Command.CreateOuter _,
                    Command.Insert _,
                    Command.OpenInner _,
                    Command.Iterate _ ->
                    Optional.of(refused(Errno.EPERM));
            case Command.Close _,
                    Command.MapMemory _,
                    Command.ReadMemory _,
                    Command.WriteMemory _,
                    Command.AddMemory _,
                    Command.Protect _,
                    Command.UseMapping _,
                    Command.Unmap _,
                    Command.Race _,
                    Command.Duplicate _,
                    Command.Unpin _,
                    Command.ShowDescriptor _,
                    Command.UseFile _,
                    Command.ReadPin _,
                    Command.Deprived _ ->
                    Optional.empty();
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
