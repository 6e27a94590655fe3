package org.maptck.adapters.linux;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.maptck.adapters.linux.Kernel.Call;
import org.maptck.model.Handle;
import org.maptck.model.MapSpec;
import org.maptck.model.MapType;
import org.maptck.model.Mapping;
import org.maptck.model.Protection;

/// What the names of a scenario stand for: descriptors and mappings.
final class Bindings {
    /// A descriptor and what its map was created as.
    record Bound(int fd, MapSpec spec) {
        /// What every free handle stands for: a descriptor that the kernel knows to be none.
        static final Bound NONE = new Bound(-1, MapSpec.of(MapType.ARRAY, 8, 1));

        boolean exists() {
            return fd >= 0;
        }
    }

    /// A map of maps: what its template was created as, and what was put into it.
    record Outer(int fd, MapSpec template, Map<Long, MapSpec> inner) {
        /// What every handle stands for that is bound to none.
        static final Outer NONE = new Outer(-1, Bound.NONE.spec(), Map.of());

        boolean exists() {
            return fd >= 0;
        }

        /// Whether a program that trusts the template could read past the end of a map.
        boolean tooShort() {
            return template.type().perCpu()
                    && inner.values().stream()
                            .anyMatch(spec -> spec.maxEntries() < template.maxEntries());
        }
    }

    /// A mapping, followed by a page that nobody can access.
    ///
    /// @param span bytes from the first to the end of the last page
    /// @param present whether its pages are known to be there
    record Mapped(long address, long span, Protection protection, boolean present) {
        /// What every free mapping stands for: no memory at all.
        static final Mapped NONE = new Mapped(0, -1, Protection.NONE, true);

        boolean exists() {
            return span >= 0;
        }

        /// Whether all these bytes are part of it.
        boolean holds(long offset, long length) {
            return offset >= 0 && length >= 0 && length <= span && offset <= span - length;
        }
    }

    /// An id that a map told, and what the map was created as.
    record Told(long id, MapSpec spec) {
        /// Before any was told: the id that no map has.
        static final Told NOTHING = new Told(0, Bound.NONE.spec());
    }

    private final Pages pages;
    private final Outer[] outers = new Outer[Handle.COUNT];
    private final Bound[] handles = new Bound[Handle.COUNT];
    private final Mapped[] mappings = new Mapped[Mapping.COUNT];
    private final Told[] told = new Told[Handle.COUNT];
    private final List<Runnable> releases = new CopyOnWriteArrayList<>();

    Bindings(Pages pages) {
        this.pages = pages;
        Arrays.fill(handles, Bound.NONE);
        Arrays.fill(outers, Outer.NONE);
        Arrays.fill(mappings, Mapped.NONE);
        Arrays.fill(told, Told.NOTHING);
    }

    Bound map(Handle handle) {
        return handles[handle.number()];
    }

    int fd(Handle handle) {
        return map(handle).fd();
    }

    MapSpec spec(Handle handle) {
        return map(handle).spec();
    }

    Mapped mapping(Mapping mapping) {
        return mappings[mapping.number()];
    }

    /// Binds a handle, closing what it was bound to.
    void bind(Handle handle, Bound bound) {
        release(handle);
        handles[handle.number()] = bound;
    }

    /// Binds a handle to a map of maps, closing what it was bound to.
    void bind(Handle handle, Outer outer) {
        release(handle);
        outers[handle.number()] = outer;
    }

    private void release(Handle handle) {
        if (map(handle).exists() || outer(handle).exists()) {
            close(handle);
        }
    }

    Outer outer(Handle handle) {
        return outers[handle.number()];
    }

    /// The descriptor of a map or of a map of maps.
    int anyFd(Handle handle) {
        return outer(handle).exists() ? outer(handle).fd() : fd(handle);
    }

    /// Lets somebody who keeps what refers to a map know before a handle is closed.
    void beforeRelease(Runnable release) {
        releases.add(release);
    }

    /// Closes a handle: 0 or the negative errno.
    long close(Handle handle) {
        releases.forEach(Runnable::run);
        int fd = anyFd(handle);
        handles[handle.number()] = Bound.NONE;
        outers[handle.number()] = Outer.NONE;
        return pages.kernel().call(Call.CLOSE, fd, 0, 0);
    }

    /// Notes the id of the map that a handle stands for.
    void tell(Handle handle, long id) {
        told[handle.number()] = new Told(id, spec(handle));
    }

    /// The id that was last told of a handle.
    Told told(Handle handle) {
        return told[handle.number()];
    }

    /// Binds a mapping, unmapping what it was bound to.
    void bind(Mapping mapping, Mapped mapped) {
        unmap(mapping);
        mappings[mapping.number()] = mapped;
    }

    /// Notes another protection of a mapping that stays.
    void protect(Mapping mapping, Protection protection) {
        var mapped = mapping(mapping);
        mappings[mapping.number()] =
                new Mapped(mapped.address(), mapped.span(), protection, mapped.present());
    }

    /// Notes that the pages of a mapping may be gone.
    void discard(Mapping mapping) {
        var mapped = mapping(mapping);
        mappings[mapping.number()] =
                new Mapped(mapped.address(), mapped.span(), mapped.protection(), false);
    }

    /// Notes another length of a mapping that stays.
    void cut(Mapping mapping, long span) {
        var mapped = mapping(mapping);
        mappings[mapping.number()] =
                new Mapped(mapped.address(), span, mapped.protection(), mapped.present());
    }

    void unmap(Mapping mapping) {
        var mapped = mapping(mapping);
        mappings[mapping.number()] = Mapped.NONE;
        if (mapped.exists()) {
            pages.release(mapped.address(), mapped.span() + pages.size());
        }
    }

    /// Unmaps, closes and forgets everything.
    void clear() {
        Arrays.fill(told, Told.NOTHING);
        for (int number = 0; number < mappings.length; number++) {
            if (mappings[number].exists()) {
                unmap(new Mapping(number));
            }
        }
        for (int number = 0; number < handles.length; number++) {
            release(new Handle(number));
        }
    }
}
