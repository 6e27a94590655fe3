package org.maptck.model;

/// One thing in which kernel versions differ for an array map: from which version on it holds, what
/// changed, and where that can be read.
public enum Behaviour {
    /// `BPF_MAP_TYPE_ARRAY`.
    ARRAY("3.19", "array maps exist; before, the type is unknown", "kernel/bpf/arraymap.c"),

    /// Pins.
    PINNING(
            "4.4",
            "a map can be pinned in a file system; before, the commands were unknown",
            "kernel/bpf/inode.c bpf_obj_pin_user"),

    /// `BPF_MAP_TYPE_PERCPU_ARRAY`.
    PERCPU_ARRAY(
            "4.6",
            "per-CPU array maps exist; before, the type is unknown",
            "kernel/bpf/arraymap.c percpu_array_map_lookup_elem"),

    /// Maps of maps.
    MAP_OF_MAPS(
            "4.12",
            "an array can be put into a map of maps; before, the types were unknown",
            "kernel/bpf/map_in_map.c bpf_map_meta_alloc"),

    /// A walk may begin without a key.
    FIRST_KEY(
            "4.12",
            "the key after NULL is the first one; before, NULL was a bad pointer",
            "kernel/bpf/syscall.c map_get_next_key"),

    /// Maps tell their properties.
    MAP_INFO(
            "4.13",
            "a map can be asked for its properties; before, there was no such command",
            "kernel/bpf/syscall.c bpf_obj_get_info_by_fd"),

    /// `BPF_F_NUMA_NODE`.
    NUMA_NODE(
            "4.14",
            "a map can be placed on a NUMA node; before, the flag was unknown",
            "kernel/bpf/syscall.c map_create"),

    /// `BPF_F_RDONLY` and `BPF_F_WRONLY`.
    DESCRIPTOR_MODE(
            "4.15",
            "a descriptor can be read-only or write-only; before, the flags were unknown",
            "kernel/bpf/syscall.c map_get_sys_perms"),

    /// `map_name`.
    MAP_NAME(
            "4.15",
            "a map can have a name; before, a name was a nonzero unknown field",
            "kernel/bpf/syscall.c bpf_obj_name_cpy"),

    /// `map_ifindex`.
    DEVICE(
            "4.16",
            "a map can be asked of a device; before, its number was a nonzero unknown field",
            "kernel/bpf/offload.c bpf_map_offload_map_alloc"),

    /// Types of keys and values.
    TYPES(
            "4.18",
            "a map can have types, and prints its elements; before, they were nonzero unknown"
                    + " fields",
            "kernel/bpf/arraymap.c array_map_check_btf"),

    /// Elements as arguments of helpers.
    ELEMENT_AS_ARGUMENT(
            "4.18",
            "a helper takes an element as its key or value; before, the stack and packets alone",
            "kernel/bpf/verifier.c check_func_arg"),

    /// `BPF_MAP_LOOKUP_AND_DELETE_ELEM`.
    LOOKUP_AND_DELETE(
            "4.20",
            "lookup-and-delete exists, though not for arrays; before, the command was unknown",
            "kernel/bpf/syscall.c map_lookup_and_delete_elem"),

    /// `struct bpf_spin_lock` and `BPF_F_LOCK`.
    SPIN_LOCK(
            "5.1",
            "a value can hold a spin lock that BPF_F_LOCK takes; before, the flag was unknown",
            "kernel/bpf/syscall.c map_check_btf"),

    /// `BPF_F_RDONLY_PROG` and `BPF_F_WRONLY_PROG`.
    PROGRAM_ACCESS(
            "5.2",
            "a map can be read-only or write-only for programs; before, the flags were unknown",
            "kernel/bpf/verifier.c check_map_access_type"),

    /// Addresses in the one value of a map.
    DIRECT_VALUE(
            "5.2",
            "a program can have an address in the one value of an array; before, it did not load",
            "kernel/bpf/arraymap.c array_map_direct_value_addr"),

    /// Data sections.
    SECTION_TYPE(
            "5.2",
            "a map of one data section needs no type of its key; before, it did",
            "kernel/bpf/arraymap.c array_map_check_btf"),

    /// `BPF_MAP_FREEZE`.
    FREEZE(
            "5.2",
            "a map can be frozen for system calls; before, the command was unknown",
            "kernel/bpf/syscall.c map_freeze"),

    /// Dots in names.
    NAME_DOT(
            "5.2",
            "a map name may contain dots; before, only letters, digits and underscores",
            "kernel/bpf/syscall.c bpf_obj_name_cpy"),

    /// `BPF_F_MMAPABLE`.
    MMAPABLE(
            "5.5",
            "an array can be mapped into memory; before, the flag was unknown",
            "kernel/bpf/syscall.c bpf_map_mmap"),

    /// The batch commands.
    BATCH(
            "5.6",
            "lookups and updates of arrays come in batches; before, the commands were unknown",
            "kernel/bpf/syscall.c bpf_map_do_batch"),

    /// Mappings of a later part of the map.
    MAPPING_OFFSET(
            "5.7",
            "a mapping may start at any page of the map; before, at the first one only",
            "kernel/bpf/arraymap.c array_map_mmap"),

    /// Read-only mappings stay read-only.
    MAPPING_STAYS_READ_ONLY(
            "5.7",
            "a mapping made without write access can never get it; before, it could",
            "kernel/bpf/syscall.c bpf_map_mmap, commit 1f6cb19be2e2"),

    /// No writable mapping of what programs rely on.
    NO_WRITABLE_MAPPING_OF_READ_ONLY(
            "5.7",
            "a map that is read-only for programs refuses writable mappings; before, it took them",
            "kernel/bpf/syscall.c bpf_map_mmap"),

    /// `BPF_TRACE_ITER` over elements.
    ELEMENT_ITERATOR(
            "5.9",
            "a program can be run for each element; before, there were no such programs",
            "kernel/bpf/map_iter.c bpf_iter_attach_map"),

    /// The kernel's structure of a map.
    MAP_FIELDS(
            "5.9",
            "a program can read what the kernel keeps of a map; before, such a program did not load",
            "kernel/bpf/verifier.c check_ptr_to_map_access"),

    /// Inner per-CPU arrays of any length.
    PERCPU_INNER_ANY_LENGTH(
            "5.10",
            "an inner per-CPU array may differ in length from its template; before, EINVAL",
            "kernel/bpf/arraymap.c percpu_array_map_ops"),

    /// `BPF_F_INNER_MAP`.
    INNER_MAP(
            "5.10",
            "an inner array may differ in size from its template; before, the flag was unknown",
            "kernel/bpf/arraymap.c array_map_meta_equal"),

    /// Atomic instructions that fetch.
    FETCH_ADD(
            "5.12",
            "an atomic add can return the value before; before, such a program did not load",
            "kernel/bpf/verifier.c check_atomic"),

    /// Batches of per-CPU arrays.
    PERCPU_BATCH(
            "5.13",
            "per-CPU arrays have batches; before, they were refused with ENOTSUPP",
            "kernel/bpf/arraymap.c percpu_array_map_ops"),

    /// `bpf_for_each_map_elem`.
    FOR_EACH(
            "5.13",
            "a program can walk over all elements; before, such a program did not load",
            "kernel/bpf/arraymap.c bpf_for_each_array_elem"),

    /// Flags of lookup-and-delete.
    LOOKUP_AND_DELETE_LOCK(
            "5.14",
            "lookup-and-delete knows BPF_F_LOCK; before, every flag was unknown to it",
            "kernel/bpf/syscall.c map_lookup_and_delete_elem"),

    /// `BPF_PROG_TYPE_SYSCALL`.
    SLEEPABLE_PROGRAM(
            "5.14",
            "a program that may sleep can be run; before, its type was unknown",
            "kernel/bpf/syscall.c bpf_prog_load"),

    /// `struct bpf_timer`.
    TIMER_FIELD(
            "5.15",
            "a timer in a value is the kernel's affair; before, it was bytes as others",
            "kernel/bpf/syscall.c map_check_btf"),

    /// `map_extra`.
    MAP_EXTRA(
            "5.16",
            "a creation has a map_extra word, and information tells it; before, there was no such"
                    + " field",
            "kernel/bpf/syscall.c map_create"),

    /// `bpf_map_lookup_percpu_elem`.
    LOOKUP_PERCPU(
            "5.19",
            "a program can look up the slot of any CPU; before, such a program did not load",
            "kernel/bpf/arraymap.c percpu_array_map_lookup_percpu_elem"),

    /// Use without privileges.
    UNPRIVILEGED_USE(
            "5.19",
            "elements need no privilege where a creation does; before, every command of bpf(2) did",
            "kernel/bpf/syscall.c __sys_bpf"),

    /// Values of up to 2 GiB.
    LARGE_VALUE(
            "6.0",
            "a value may have 2^31-1 bytes; before, 1024 pages, which is 4 MiB on x86-64",
            "kernel/bpf/arraymap.c array_map_alloc_check"),

    /// Locks in inner maps.
    LOCKED_INNER_MAP(
            "6.2",
            "an inner map may have a spin lock; before, such a template was refused with ENOTSUPP",
            "kernel/bpf/map_in_map.c bpf_map_meta_alloc"),

    /// `BPF_F_WRONLY_PROG` with a lock or another field of the kernel.
    FIELD_NOT_WRITE_ONLY(
            "6.2",
            "a value with a lock or another field of the kernel is not write-only for programs;"
                    + " before, it was not read-only alone",
            "kernel/bpf/syscall.c map_check_btf"),

    /// The errno of a lock where none can be.
    LOCK_UNSUPPORTED(
            "6.2",
            "a lock in a per-CPU value is refused with EOPNOTSUPP; before, with ENOTSUPP",
            "kernel/bpf/syscall.c map_check_btf"),

    /// The place of a lock.
    LOCK_ALIGNMENT(
            "6.2",
            "a lock at no multiple of 4 bytes is refused with EFAULT; before, it was none",
            "kernel/bpf/btf.c btf_find_struct_field"),

    /// Locked maps do not freeze.
    LOCKED_MAP_NOT_FROZEN(
            "6.2",
            "a map with a spin lock refuses freezing; before, it took it",
            "kernel/bpf/syscall.c map_freeze"),

    /// Uninitialised stack as an argument.
    UNINITIALISED_STACK(
            "6.3",
            "a helper may read stack that was never written; before, such a program did not load",
            "kernel/bpf/verifier.c check_stack_range_initialized"),

    /// `memlock`.
    EXACT_MEMLOCK(
            "6.4",
            "a descriptor shows the bytes of its map exactly; before, a rounded estimate",
            "kernel/bpf/arraymap.c array_map_mem_usage"),

    /// `kptr_untrusted`.
    KERNEL_POINTER_FIELD(
            "6.4",
            "a pointer tagged kptr_untrusted is the kernel's affair; before, the tag was unknown",
            "kernel/bpf/btf.c btf_find_kptr, commit 03b77e17aeb2"),

    /// `BPF_F_PATH_FD`.
    PATH_DESCRIPTOR(
            "6.5",
            "the path of a pin may begin at a descriptor; before, the flag was unknown",
            "kernel/bpf/syscall.c bpf_obj_get"),

    /// Freezing is a write.
    FREEZE_IS_WRITE(
            "6.5",
            "freezing needs a writable descriptor, and a second freeze is EPERM; before, EBUSY",
            "kernel/bpf/syscall.c map_freeze"),

    /// Locks and programs that may sleep.
    SLEEPABLE_LOCK(
            "6.7",
            "a program that may sleep uses maps with a lock; before, it did not load with one",
            "kernel/bpf/verifier.c check_map_prog_compatibility"),

    /// A batch of updates counts before it begins.
    UPDATE_BATCH_COUNTS_FIRST(
            "6.8",
            "a batch of updates that cannot write its count does nothing; before, it did all first",
            "kernel/bpf/syscall.c generic_map_update_batch, commit 06e5c999f102"),

    /// `BPF_F_TOKEN_FD`.
    TOKEN(
            "6.9",
            "a creation can name a token by a descriptor; before, the flag was unknown",
            "kernel/bpf/syscall.c map_create"),

    /// `struct bpf_wq`.
    WORK_QUEUE_FIELD(
            "6.10",
            "a work queue in a value is the kernel's affair; before, it was bytes as others",
            "kernel/bpf/syscall.c map_check_btf"),

    /// A size limit of per-CPU values that is said.
    PERCPU_VALUE_TOO_BIG(
            "6.12",
            "a per-CPU value above the limit is E2BIG; before, its allocation failed with ENOMEM",
            "kernel/bpf/arraymap.c array_map_alloc_check"),

    /// No check for NULL after the look-up of a constant key.
    CHECK_LEFT_OUT(
            "6.14",
            "the check for NULL may be left out for a constant key in range; before, it was needed",
            "kernel/bpf/verifier.c can_elide_value_nullness"),

    /// No executable mappings.
    NO_EXECUTABLE_MAPPING(
            "6.16",
            "an executable mapping is refused with EPERM; before, it was made",
            "fs/anon_inodes.c, commit 1ed95281c0c7"),

    /// A hash of the content.
    CONTENT_HASH(
            "6.18",
            "a frozen array tells a SHA-256 of its content; before, there was no such field",
            "kernel/bpf/arraymap.c array_map_get_hash"),

    /// `excl_prog_hash`.
    EXCLUSIVE_MAP(
            "6.18",
            "a map can be for one program alone; before, the hash was a nonzero unknown field",
            "kernel/bpf/syscall.c map_create"),

    /// Lookup flags in their new place.
    LOOKUP_FLAGS_AFTER_PERMISSION(
            "6.19",
            "lookup flags are checked after descriptor and permission; before, ahead of both",
            "kernel/bpf/syscall.c map_lookup_elem"),

    /// Test packets of more than a page.
    LONG_PACKET(
            "6.19",
            "a test packet may be longer than a page has room for; before, EINVAL",
            "net/bpf/test_run.c bpf_prog_test_run_skb"),

    /// `BPF_F_CPU` and `BPF_F_ALL_CPUS`.
    CPU_FLAGS(
            "7.0",
            "one CPU's slot can be read or written, and all from one value; before, unknown flags",
            "include/linux/bpf.h bpf_map_check_op_flags"),

    /// Padding of per-CPU slots is dropped.
    PERCPU_PADDING_DROPPED(
            "7.0",
            "an update does not store the padding of a per-CPU slot; before, it came back",
            "kernel/bpf/arraymap.c bpf_percpu_array_update"),

    /// Loose flags of per-CPU updates.
    PERCPU_UPDATE_FLAGS_LOOSE(
            "7.0",
            "a per-CPU update takes BPF_NOEXIST joined with other flags; before, EINVAL",
            "kernel/bpf/arraymap.c bpf_percpu_array_update"),

    /// Direct addresses are the map's affair.
    DIRECT_ADDRESS_ASKED_OF_MAP(
            "7.0",
            "a direct address of 2^29 and more is asked of the map; before, EINVAL without asking",
            "kernel/bpf/verifier.c resolve_pseudo_ldimm64"),

    /// Inner per-CPU arrays of one length.
    PERCPU_INNER_ONE_LENGTH(
            "7.1",
            "an inner per-CPU array has the length of its template again; before, any",
            "kernel/bpf/arraymap.c percpu_array_map_ops, commit 593980175389"),

    /// Data sections a CPU.
    PERCPU_SECTION_TYPE(
            "7.3",
            "a per-CPU array of one data section needs no type of its key; before, it did",
            "kernel/bpf/arraymap.c array_map_check_btf"),

    /// Addresses in per-CPU values.
    PERCPU_DIRECT_VALUE(
            "7.3",
            "a program can address the one slot of a per-CPU array directly; before, EINVAL",
            "kernel/bpf/arraymap.c percpu_array_map_direct_value_addr");

    private final String since;
    private final String change;
    private final String citation;

    Behaviour(String since, String change, String citation) {
        this.since = since;
        this.change = change;
        this.citation = citation;
    }

    /// The first version that has it.
    public Version since() {
        return Version.of(since);
    }

    /// What changed, in one sentence.
    public String change() {
        return change;
    }

    /// Where to read it: file and function, or commit.
    public String citation() {
        return citation;
    }
}
