package org.maptck.adapters.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.maptck.model.Command;
import org.maptck.model.Errno;
import org.maptck.model.Flags;
import org.maptck.model.MapInfo;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Outcome;

class CreationTest extends LiveKernelTest {
    private void refuse(Errno errno, MapSpec spec) {
        expect(refused(errno), new Command.Create(A, spec));
    }

    @Test
    void nonsense_is_refused() {
        refuse(Errno.EINVAL, array(8, 4).withKeySize(8));
        refuse(Errno.EINVAL, array(0, 4));
        refuse(Errno.EINVAL, array(8, 0));
        refuse(Errno.EINVAL, array(8, 4).withFlags(Flags.NO_PREALLOC));
        refuse(Errno.EINVAL, array(8, 4).withMapExtra(1));
        refuse(Errno.EINVAL, array(8, 4).withFlags(Flags.NUMA_NODE).withNumaNode(9999));
        refuse(Errno.EINVAL, array(8, 4).withName("a-b"));
        refuse(Errno.EINVAL, array(8, 4).withName("sixteen_letters_"));
        refuse(Errno.EINVAL, MapSpec.of(MapType.UNKNOWN, 8, 4));
        refuse(Errno.EINVAL, percpu(8, 4).withFlags(Flags.MMAPABLE));
        refuse(Errno.E2BIG, array(1L << 31, 1));
        refuse(Errno.E2BIG, percpu(platform.perCpuLimit() + 1, 1));
    }

    @Test
    void locks_are_refused_where_they_cannot_be() {
        refuse(Errno.EOPNOTSUPP, percpu(16, 4).withLock(0));
        refuse(Errno.EACCES, array(16, 4).withLock(0).withFlags(Flags.RDONLY_PROG));
        refuse(Errno.EFAULT, array(16, 4).withLock(2));
        refuse(Errno.EINVAL, array(16, 4).withLock(16));
        create(array(16, 4).withLock(12));
    }

    @Test
    void more_than_all_memory_is_refused_at_once_and_most_of_it_is_not_asked_for() {
        refuse(Errno.ENOMEM, array(1 << 20, 1L << 31));
        var most = array(1 << 20, platform.memory() / (10 << 20) * 9);
        assertUnsupported(most);
        assertUnsupported(percpu(1 << 14, platform.memory() >> 14));
    }

    private void assertUnsupported(MapSpec spec) {
        assertInstanceOf(Outcome.Unsupported.class, linux.apply(new Command.Create(A, spec)));
    }

    @Test
    void a_refused_creation_leaves_the_handle_bound() {
        create(array(1, 1));
        expect(DONE, update(0, "07"));
        refuse(Errno.EINVAL, array(0, 1));
        expect(found("07"), lookup(0));
        create(array(1, 1));
        expect(found("00"), lookup(0));
    }

    @Test
    void a_map_tells_what_it_was_created_as_without_the_flags_of_its_descriptor() {
        create(array(12, 3).withName("some.map_1").withFlags(Flags.MMAPABLE | Flags.RDONLY));
        assertEquals(
                new MapInfo(MapType.ARRAY, 4, 12, 3, Flags.MMAPABLE, "some.map_1"),
                described().withId(0));
        create(percpu(12, 3));
        assertEquals(new MapInfo(MapType.PERCPU_ARRAY, 4, 12, 3, 0, ""), described().withId(0));
        expect(refused(Errno.EBADFD), new Command.GetInfo(B));
    }

    private MapInfo described() {
        var outcome = linux.apply(new Command.GetInfo(A));
        return assertInstanceOf(Outcome.Described.class, outcome).info();
    }
}
