package org.maptck.model.reference;

import static org.maptck.model.reference.Answers.DONE;
import static org.maptck.model.reference.Answers.found;
import static org.maptck.model.reference.Answers.refused;

import java.util.List;
import java.util.Optional;
import org.maptck.model.Behaviour;
import org.maptck.model.Bytes;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.Mapping;
import org.maptck.model.MappingOption;
import org.maptck.model.Outcome;
import org.maptck.model.Permitted;
import org.maptck.model.Platform;
import org.maptck.model.Protection;

/// Mapping a map into memory, and using the mapping.
final class MemoryCommands {
    /// Every 64-bit machine has addresses for a mapping of this length.
    private static final long MANY_ADDRESSES = 1L << 46;

    private static final long LARGEST_SHORT_WORD = 0xffff_ffffL;

    private final World world;
    private final Platform platform;

    MemoryCommands(World world) {
        this.world = world;
        this.platform = world.platform();
    }

    /// A mapping shows whole pages of a map. Where it is refused, a long one may be refused for
    /// want of addresses or memory as well.
    Permitted map(Command.MapMemory c) {
        var refusal = misaligned(c).or(() -> descriptor(c)).or(() -> hugePages(c));
        if (refusal.isEmpty() && world.descriptor(c.map()) instanceof Descriptor.Open file) {
            refusal =
                    outOfAddresses(c)
                            .or(() -> durable(c))
                            .or(() -> file(c, file))
                            .or(() -> map(c, file));
            if (refusal.isEmpty()) {
                bind(c, file.map());
                return new Permitted.Only(DONE);
            }
        }
        Outcome outcome = Answers.refusedOr(refusal, DONE);
        return mayLackMemory(c)
                ? new Permitted.OneOf(List.of(outcome, refused(Errno.ENOMEM)))
                : new Permitted.Only(outcome);
    }

    private void bind(Command.MapMemory c, ArrayMap map) {
        long length = platform.pageAligned(c.length());
        boolean writes = c.protection().write();
        world.map(
                c.mapping(),
                new Region.Mapped(map, c.offset(), length, writes, true, c.protection()));
    }

    private boolean mayLackMemory(Command.MapMemory c) {
        return c.length() > MANY_ADDRESSES
                || (!c.shared() && c.protection().write() && c.length() > platform.memory() / 4);
    }

    /// The offset counts whole pages.
    private Optional<Errno> misaligned(Command.MapMemory c) {
        return when((c.offset() & (platform.pageSize() - 1)) != 0, Errno.EINVAL);
    }

    private Optional<Errno> descriptor(Command.MapMemory c) {
        return when(!(world.descriptor(c.map()) instanceof Descriptor.Open), Errno.EBADF);
    }

    /// Nothing of a map lies in huge pages.
    private static Optional<Errno> hugePages(Command.MapMemory c) {
        return when(c.option() == MappingOption.HUGE, Errno.EINVAL);
    }

    /// Nothing of a map is durable; who maps it for himself does not ask.
    private static Optional<Errno> durable(Command.MapMemory c) {
        return when(c.option() == MappingOption.DURABLE && c.shared(), Errno.EOPNOTSUPP);
    }

    /// A mapping has a length, and addresses for it; a machine word counts the bytes up to its end.
    private Optional<Errno> outOfAddresses(Command.MapMemory c) {
        long length = platform.pageAligned(c.length());
        return when(c.length() == 0, Errno.EINVAL)
                .or(() -> when(!countable(c.length()) || !countable(length), Errno.ENOMEM))
                .or(() -> when(beyondFile(c.offset(), length), Errno.EOVERFLOW));
    }

    private boolean beyondFile(long offset, long length) {
        int shift = Integer.numberOfTrailingZeros(platform.pageSize());
        long most = shortWords() ? LARGEST_SHORT_WORD : -1;
        return offset >>> shift > (most - length) >>> shift;
    }

    private boolean countable(long length) {
        return length >= 0 && (!shortWords() || length <= LARGEST_SHORT_WORD);
    }

    private boolean shortWords() {
        return platform.wordSize() == Integer.BYTES;
    }

    /// A shared writable mapping needs a descriptor that may write, any mapping one that may read;
    /// nothing of a map can be executed.
    private Optional<Errno> file(Command.MapMemory c, Descriptor.Open file) {
        boolean shareWrites = c.shared() && c.protection().write();
        boolean executes = c.protection().execute() && has(Behaviour.NO_EXECUTABLE_MAPPING);
        return when(shareWrites && !file.mayWrite(), Errno.EACCES)
                .or(() -> when(!file.reads(), Errno.EACCES))
                .or(() -> when(executes, Errno.EPERM));
    }

    /// A map lets itself be mapped if it is a plain array of which no part is the kernel's affair,
    /// and that was created for it; shared, through a descriptor that may write; not writable once
    /// it is frozen or where it is read-only for programs; and no further than its last page.
    private Optional<Errno> map(Command.MapMemory c, Descriptor.Open file) {
        ArrayMap map = file.map();
        boolean writes = c.protection().write();
        return when(!has(Behaviour.MMAPABLE), Errno.ENODEV)
                .or(() -> when(map.perCpu() || map.special(), Errno.ENOTSUPP))
                .or(() -> when(!c.shared() || !file.mayWrite(), Errno.EINVAL))
                .or(() -> when(writes && map.frozen(), Errno.EPERM))
                .or(() -> when(writes && readOnlyForGood(map), Errno.EACCES))
                .or(() -> when(!map.mappable() || beyondMap(c, map), Errno.EINVAL));
    }

    private boolean readOnlyForGood(ArrayMap map) {
        return map.has(Flags.RDONLY_PROG) && has(Behaviour.NO_WRITABLE_MAPPING_OF_READ_ONLY);
    }

    private boolean beyondMap(Command.MapMemory c, ArrayMap map) {
        long size = map.memory().size();
        long length = platform.pageAligned(c.length());
        return c.offset() < 0
                || c.offset() > size - length
                || (c.offset() != 0 && !has(Behaviour.MAPPING_OFFSET));
    }

    /// Loads need a mapping that may be read or written: machines have no write-only pages.
    Outcome read(Command.ReadMemory c) {
        return world.region(c.mapping()) instanceof Region.Mapped region
                        && region.readable()
                        && region.covers(c.offset(), c.length())
                ? found(region.read(c.offset(), c.length()))
                : refused(Errno.EFAULT);
    }

    /// Stores happen whole or not at all.
    Outcome write(Command.WriteMemory c) {
        if (!(writable(c.mapping(), c.offset(), c.bytes().size())
                instanceof Region.Mapped region)) {
            return refused(Errno.EFAULT);
        }
        region.write(c.offset(), c.bytes(), c.bytes().size());
        return DONE;
    }

    /// An atomic add gives the number before; it wraps around.
    Outcome add(Command.AddMemory c) {
        if (c.width() != Integer.BYTES && c.width() != Long.BYTES) {
            return refused(Errno.EINVAL);
        }
        if (!(writable(c.mapping(), c.offset(), c.width()) instanceof Region.Mapped region)) {
            return refused(Errno.EFAULT);
        }
        if ((c.offset() & (c.width() - 1)) != 0) {
            return new Outcome.Unsupported("an atomic add at a misaligned address");
        }
        var order = platform.byteOrder();
        long before = region.read(c.offset(), c.width()).number(c.width(), order);
        Bytes after = Bytes.number(before + c.addend(), c.width(), order);
        region.write(c.offset(), after, c.width());
        return new Outcome.Returned(before);
    }

    private Region writable(Mapping mapping, long offset, int length) {
        Region region = world.region(mapping);
        return region instanceof Region.Mapped mapped
                        && mapped.writable()
                        && mapped.covers(offset, length)
                ? region
                : new Region.Unmapped();
    }

    /// A mapping never becomes executable, nor writable unless it was made so.
    Outcome protect(Command.Protect c) {
        if (!(world.region(c.mapping()) instanceof Region.Mapped region)) {
            return refused(Errno.EINVAL);
        }
        Protection wanted = c.protection();
        boolean mayWrite = region.madeWritable() || !has(Behaviour.MAPPING_STAYS_READ_ONLY);
        if (wanted.execute() || (wanted.write() && !mayWrite)) {
            return refused(Errno.EACCES);
        }
        world.map(c.mapping(), region.with(wanted));
        return DONE;
    }

    /// A mapping does not grow, but can be cut; it is not flushed at once, as there is nothing
    /// below it; pages that were given back do not come again.
    Outcome use(Command.UseMapping c) {
        if (!(world.region(c.mapping()) instanceof Region.Mapped region)) {
            return refused(Errno.EINVAL);
        }
        return switch (c.use()) {
            case DISCARD -> becomes(c.mapping(), region.discarded());
            case CUT -> becomes(c.mapping(), region.cut(platform.pageSize()));
            case GROW -> refused(Errno.EFAULT);
            case FLUSH -> refused(Errno.EINVAL);
            case FLUSH_LATER, INVALIDATE -> DONE;
        };
    }

    private Outcome becomes(Mapping mapping, Region.Mapped region) {
        world.map(mapping, region);
        return DONE;
    }

    Outcome unmap(Command.Unmap c) {
        if (world.region(c.mapping()) instanceof Region.Unmapped) {
            return refused(Errno.EINVAL);
        }
        world.unmap(c.mapping());
        return DONE;
    }

    private boolean has(Behaviour behaviour) {
        return world.profile().has(behaviour);
    }

    private static Optional<Errno> when(boolean wrong, Errno errno) {
        return wrong ? Optional.of(errno) : Optional.empty();
    }
}
