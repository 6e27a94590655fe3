Feature: Callers of fewer privileges

  What a caller may do who lacks capabilities, on a kernel that keeps bpf(2) from those who have none.

  @rule:privileges.absent @observed @lacks:privileges
  Rule: An implementation without callers of fewer privileges refuses to act for one
    Source: kernel/bpf/syscall.c, map_create

    Scenario: nothing is done without privileges and the map is not disturbed
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space without privileges looks up index 1
      Then it is refused
      When user space without privileges updates index 1 to pattern 9
      Then it is refused
      And nothing has changed

  @rule:array.create.privilege @observed @needs:privileges @since-5.19
  Rule: Without CAP_BPF nobody creates a map, which is EPERM
    Source: kernel/bpf/syscall.c, map_create

    Scenario Outline: <caller> creates no <type>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | (caller) | <caller> |
        | map_type | <type>   |
      Then it is refused with EPERM
      When map B is created with:
        | (caller) | CAP_BPF |
        | map_type | <type>  |
      Then it succeeds
      And every element of map B is zeros
      And nothing has changed

      Examples:
        | caller                    | type  |
        | nobody                    | ARRAY |
        | CAP_PERFMON+CAP_NET_ADMIN | ARRAY |

      @percpu
      Examples:
        | caller | type         |
        | nobody | PERCPU_ARRAY |

    Scenario: CAP_SYS_ADMIN stands for CAP_BPF
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | (caller) | CAP_SYS_ADMIN |
      Then it succeeds
      And every element of map B is zeros
      And nothing has changed

  @rule:array.privilege.use @observed @needs:privileges @since-5.19
  Rule: Who has a descriptor needs no privilege to use it
    Source: kernel/bpf/syscall.c, __sys_bpf

    Scenario Outline: without privileges the elements of <type> are read and written
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space without privileges updates index 2 to pattern 60
      Then it succeeds
      And user space without privileges sees pattern 60 at index 2
      When user space without privileges asks for the key after index 2
      Then it finds index 3
      When user space without privileges looks up index 4
      Then it is refused with ENOENT
      When user space without privileges deletes index 0
      Then it is refused with EINVAL
      And nothing else has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    @needs:info
    Scenario: without privileges a map is described
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space without privileges describes the map
      Then it reports:
        | value_size  | 8 |
        | max_entries | 4 |
      And nothing has changed

  @rule:array.freeze.privilege @observed @needs:privileges @needs:freeze @since-6.5
  Rule: Freezing needs no privilege
    Source: kernel/bpf/syscall.c, map_freeze

    Scenario: a map is frozen without privileges
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space without privileges freezes the map
      Then it succeeds
      When user space updates index 1 to pattern 60
      Then it is refused with EPERM
      And nothing has changed

  @rule:array.by-id.privilege @observed @needs:privileges @needs:identity @since-5.19
  Rule: Opening by id takes CAP_SYS_ADMIN, which is looked for after unknown flags and before the id
    Source: kernel/bpf/syscall.c, bpf_map_get_fd_by_id

    Scenario Outline: <caller> opens <what> by id and is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space describes the map
      Then it reports:
        | value_size | 8 |
      When <caller> opens the id of <known> with <flags> as map C
      Then it is refused with <errno>
      When user space opens the id of the map as map C
      Then it succeeds
      And user space sees pattern 3 at index 2 of map C
      And nothing has changed

      Examples:
        | caller                        | what       | known   | flags                        | errno  |
        | user space without privileges | a map      | the map | BPF_F_RDONLY                 | EPERM  |
        | user space with CAP_BPF       | a map      | the map | BPF_F_RDONLY                 | EPERM  |
        | user space without privileges | no map     | map B   | BPF_F_RDONLY                 | EPERM  |
        | user space without privileges | both modes | the map | BPF_F_RDONLY\|BPF_F_WRONLY   | EPERM  |
        | user space without privileges | no mode    | the map | BPF_F_NUMA_NODE              | EINVAL |
        | user space with CAP_SYS_ADMIN | no map     | map B   | BPF_F_RDONLY                 | ENOENT |

  @rule:array.create.hidden-slots @observed @needs:privileges @big @since-5.19
  Rule: A creator without CAP_PERFMON gets a power of 2 of slots, which have to be fewer than 2^32, else E2BIG
    Source: kernel/bpf/arraymap.c, array_map_alloc

    Scenario Outline: <entries> elements are refused with E2BIG without CAP_PERFMON and for lack of memory with it
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | (caller)    | CAP_BPF    |
        | value_size  | 0x10000000 |
        | max_entries | <entries>  |
      Then it is refused with E2BIG
      When map B is created with:
        | (caller)    | CAP_BPF+CAP_PERFMON |
        | value_size  | 0x10000000          |
        | max_entries | <entries>           |
      Then it is refused with ENOMEM
      And nothing has changed

      Examples:
        | entries    |
        | 0x80000001 |
        | 0xffffffff |

    Scenario: 2^31 elements are few enough without CAP_PERFMON
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | (caller)    | CAP_BPF    |
        | value_size  | 0x10000000 |
        | max_entries | 0x80000000 |
      Then it is refused with ENOMEM
      And nothing has changed

  @rule:array.create.hidden-slots-unseen @observed @needs:privileges @since-5.19
  Rule: Slots beyond the elements that were asked for are not seen
    Source: kernel/bpf/arraymap.c, array_map_lookup_elem

    Scenario: an array map of 5 elements has no more without CAP_PERFMON
      When map B is created with:
        | (caller)    | CAP_BPF |
        | max_entries | 5       |
      Then it succeeds
      When user space updates index 4 of map B to pattern 60
      Then it succeeds
      When user space updates index 5 of map B to pattern 61
      Then it is refused with E2BIG
      When user space looks up index 5 of map B
      Then it is refused with ENOENT
      When user space asks for the key after index 4 of map B
      Then it is refused with ENOENT
      And user space sees pattern 60 at index 4 of map B
      And nothing else has changed

  @rule:array.create.privilege-order @observed @needs:privileges @needs:types @since-6.9
  Rule: A missing privilege is told after the attributes, the sizes and the token, and before the rest
    Source: kernel/bpf/syscall.c, map_create

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: of <one> and no privilege a creation tells <errno>
      When map B is created with:
        | (caller)     | nobody        |
        | key_size     | <key_size>    |
        | value_size   | <value_size>  |
        | max_entries  | <max_entries> |
        | map_flags    | <map_flags>   |
        | map_name     | <map_name>    |
        | map_token_fd | <token>       |
        | map_ifindex  | <device>      |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | one                | key_size | value_size | max_entries | map_flags      | map_name         | token  | device | errno  |
        | a key of 5 bytes   | 5        | 8          | 4           | 0              | m                | none   | 0      | EINVAL |
        | an oversized value | 4        | 0x80000000 | 4           | 0              | m                | none   | 0      | E2BIG  |
        | a closed token     | 4        | 8          | 4           | BPF_F_TOKEN_FD | m                | closed | 0      | EBADF  |
        | a bad name         | 4        | 8          | 4           | 0              | sixteen____bytes | none   | 0      | EPERM  |
        | lack of memory     | 4        | 0x200000   | 0xffffffff  | 0              | m                | none   | 0      | EPERM  |
        | a missing device   | 4        | 8          | 4           | 0              | m                | none   | 1      | EPERM  |

    Scenario Outline: with CAP_BPF alone and map_ifindex <device> a creation tells EPERM
      When map B is created with:
        | (caller)    | CAP_BPF  |
        | map_ifindex | <device> |
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | device     |
        | 1          |
        | 2147483647 |

  @rule:program.privilege.load @observed @program @needs:privileges @since-5.19
  Rule: Loading a program takes CAP_BPF, and loading a classifier CAP_NET_ADMIN too, else EPERM
    Source: kernel/bpf/syscall.c, bpf_prog_load

    Scenario Outline: <caller> loads nothing
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When <caller> that looks up an uninitialised key in the map is loaded
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | caller                             |
        | a socket filter without privileges |
        | a classifier without privileges    |
        | a classifier with CAP_BPF          |
        | a socket filter with CAP_NET_ADMIN |

  @rule:program.privilege.unchecked @observed @program @needs:privileges @since-6.14
  Rule: CAP_BPF is enough to leave the check for NULL out where the key is a constant in range
    Source: kernel/bpf/verifier.c, check_helper_call

    Scenario: key 3 of 4 is loaded unchecked with CAP_BPF alone, and key 4 is not
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a socket filter with CAP_BPF that loads key 3 unchecked in the map is loaded
      Then it succeeds
      When a socket filter with CAP_BPF that loads key 4 unchecked in the map is loaded
      Then it is refused with EACCES
      And nothing has changed

  @rule:program.privilege.uninitialised-key @observed @program @needs:privileges @since-6.3
  Rule: An uninitialised key takes CAP_PERFMON, else EACCES
    Source: kernel/bpf/verifier.c, check_stack_range_initialized

    Scenario: an uninitialised key is looked up with CAP_PERFMON, and not with CAP_BPF alone
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a socket filter with CAP_BPF that looks up an uninitialised key in the map is loaded
      Then it is refused with EACCES
      When a socket filter with CAP_BPF|CAP_PERFMON that looks up an uninitialised key in the map is loaded
      Then it succeeds
      And nothing has changed

  @rule:program.privilege.address @observed @program @needs:privileges @since-5.19
  Rule: Storing an address into a value takes CAP_PERFMON, else EACCES
    Source: kernel/bpf/verifier.c, check_mem_access

    Scenario: an address is stored with CAP_PERFMON, and not with CAP_BPF alone
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a socket filter with CAP_BPF that stores an address in the map is loaded
      Then it is refused with EACCES
      When a socket filter with CAP_BPF|CAP_PERFMON that stores an address in the map is loaded
      Then it succeeds
      And nothing has changed
