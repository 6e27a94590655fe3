Feature: Creation

  What a map may be created as, and what the kernel says to the rest.

  @rule:array.create.type @observed
  Rule: A number that stands for no map type creates nothing
    Source: kernel/bpf/syscall.c, map_create

    Scenario: creation with an unknown type is refused with EINVAL
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type | UNKNOWN |
      Then it is refused with EINVAL
      When user space looks up index 0 of map B
      Then it is refused with EBADF
      And nothing has changed

  @rule:array.create.no-elements @observed
  Rule: A map has at least one element
    Source: kernel/bpf/arraymap.c, array_map_alloc_check

    Scenario Outline: max_entries of 0 is refused for <map_type>
      Given an array map of 1 element of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type    | <map_type> |
        | max_entries | 0          |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | map_type |
        | ARRAY    |

      @percpu
      Examples:
        | map_type     |
        | PERCPU_ARRAY |

  @rule:percpu.create.no-value @observed @percpu
  Rule: A value of a per-CPU array map has at least one byte for each CPU
    Source: kernel/bpf/arraymap.c, array_map_alloc_check

    Scenario: a value size of 0 is refused with EINVAL, one of 1 is not
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type   | PERCPU_ARRAY |
        | value_size | 0            |
      Then it is refused with EINVAL
      When map B is created with:
        | map_type   | PERCPU_ARRAY |
        | value_size | 1            |
      Then it succeeds
      When user space updates index 3 of map B to patterns from 5
      Then user space sees patterns from 5 at index 3 of map B
      And nothing else has changed

  @rule:array.create.value-limit @observed
  Rule: A value of 2^31 bytes or more is too big
    Source: kernel/bpf/arraymap.c, array_map_alloc_check
    Note: Before 6.0 the largest allocation of the kernel's was the bound, 4 MiB on most machines.

    Scenario Outline: <max_entries> values of <value_size> bytes are refused with E2BIG for <map_type>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type    | <map_type>    |
        | value_size  | <value_size>  |
        | max_entries | <max_entries> |
      Then it is refused with E2BIG
      And nothing has changed

      Examples:
        | map_type | value_size | max_entries |
        | ARRAY    | 0x80000000 | 0x80000000  |
        | ARRAY    | 0x80000001 | 0x80000000  |
        | ARRAY    | 0xfffffff9 | 0x80000000  |
        | ARRAY    | 0xffffffff | 0xffffffff  |

      @big
      Examples:
        | map_type | value_size | max_entries |
        | ARRAY    | 0x80000000 | 1           |

      @percpu
      Examples:
        | map_type     | value_size | max_entries |
        | PERCPU_ARRAY | 0x80000000 | 0x80000000  |
        | PERCPU_ARRAY | 0xfffffff9 | 0x80000000  |
        | PERCPU_ARRAY | 0xffffffff | 0xffffffff  |

    @since-6.0
    Scenario: a value may have more than 4 MiB
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | value_size  | 4194305 |
        | max_entries | 2       |
      Then it succeeds
      When user space updates index 1 of map B to pattern 5
      Then user space sees pattern 5 at index 1 of map B
      And nothing else has changed

    @big @since-6.0 @needs:info
    Scenario: a value of one byte less than 2^31 is not too big
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | value_size  | 0x7fffffff |
        | max_entries | 1          |
      Then it succeeds
      When user space describes map B
      Then it reports:
        | value_size  | 2147483647 |
        | max_entries | 1          |
      When user space closes map B
      Then nothing has changed

  @rule:array.create.memory @observed @array
  Rule: A map whose elements exceed the memory there is comes to nothing, however small their size in 32 bits looks
    Source: kernel/bpf/arraymap.c, array_map_alloc

    Scenario Outline: <max_entries> values of <value_size> bytes are refused with ENOMEM
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | value_size  | <value_size>  |
        | max_entries | <max_entries> |
      Then it is refused with ENOMEM
      When user space looks up index 0 of map B
      Then it is refused with EBADF
      And nothing has changed

      Examples:
        | value_size | max_entries |
        | 0x100000   | 0x80000000  |
        | 0x100000   | 0x80000001  |
        | 0x200000   | 0x40000000  |
        | 0x200008   | 0xffffffff  |

      @since-6.0
      Examples:
        | value_size | max_entries |
        | 0x40000000 | 0x40000000  |
        | 0x40000000 | 0xffffffff  |
        | 0x7fffffff | 0xffffffff  |

  @rule:array.create.flags @observed @array
  Rule: An array map takes the flags for its node, access, mapping and use as an inner map, and no other
    Source: kernel/bpf/arraymap.c, array_map_alloc_check

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: with <map_flags> it is created and holds values
      When map B is created with:
        | map_flags | <map_flags> |
      Then it succeeds
      When user space updates index 3 of map B to pattern 50
      Then it succeeds
      And user space sees pattern 50 at index 3 of map B
      And nothing else has changed

      @since-4.14
      Examples:
        | map_flags       |
        | BPF_F_NUMA_NODE |

      @since-5.2 @needs:access
      Examples:
        | map_flags         |
        | BPF_F_RDONLY_PROG |
        | BPF_F_WRONLY_PROG |

      @since-5.5 @needs:mmap
      Examples:
        | map_flags      |
        | BPF_F_MMAPABLE |

      @since-5.10
      Examples:
        | map_flags       |
        | BPF_F_INNER_MAP |

    @since-4.15 @needs:access
    Scenario: with BPF_F_RDONLY it is created and can be read
      When map B is created with:
        | map_flags | BPF_F_RDONLY |
      Then it succeeds
      And user space sees zeros at index 3 of map B
      And nothing has changed

    @since-4.15 @needs:access
    Scenario: with BPF_F_WRONLY it is created and can be written
      When map B is created with:
        | map_flags | BPF_F_WRONLY |
      Then it succeeds
      When user space updates index 3 of map B to pattern 50
      Then it succeeds
      When user space closes map B
      Then nothing has changed

    Scenario Outline: the flag bit <map_flags> is refused with EINVAL
      When map B is created with:
        | map_flags | <map_flags> |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | map_flags            |
        | BPF_F_NO_PREALLOC    |
        | 0x2                  |
        | 0x20                 |
        | 0x40                 |
        | 0x200                |
        | BPF_F_PRESERVE_ELEMS |
        | 0x2000               |
        | 0x4000               |
        | 0x8000               |
        | 0x20000              |
        | 0x40000              |
        | 0x80000              |
        | 0x100000             |
        | 0x200000             |
        | 0x400000             |
        | 0x800000             |
        | 0x1000000            |
        | 0x2000000            |
        | 0x4000000            |
        | 0x8000000            |
        | 0x10000000           |
        | 0x20000000           |
        | 0x40000000           |
        | 0x80000000           |

    @since-5.5
    Scenario Outline: a known flag does not make <map_flags> good
      When map B is created with:
        | map_flags | <map_flags> |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | map_flags                             |
        | BPF_F_NO_PREALLOC\|BPF_F_MMAPABLE     |
        | BPF_F_PRESERVE_ELEMS\|BPF_F_NUMA_NODE |
        | BPF_F_RDONLY_PROG\|0x80000000         |

  @rule:percpu.create.flags @observed @percpu
  Rule: A per-CPU array map takes the flags for access and no other
    Source: kernel/bpf/arraymap.c, array_map_alloc_check

    Background:
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    @since-5.2 @needs:access
    Scenario Outline: a per-CPU array map with <map_flags> is created and holds values
      When map B is created with:
        | map_type  | PERCPU_ARRAY |
        | map_flags | <map_flags>  |
      Then it succeeds
      When user space updates index 3 of map B to patterns from 50
      Then it succeeds
      And user space sees patterns from 50 at index 3 of map B
      And nothing else has changed

      Examples:
        | map_flags         |
        | BPF_F_RDONLY_PROG |
        | BPF_F_WRONLY_PROG |

    @since-4.15 @needs:access
    Scenario: a per-CPU array map with BPF_F_RDONLY is created and can be read
      When map B is created with:
        | map_type  | PERCPU_ARRAY |
        | map_flags | BPF_F_RDONLY |
      Then it succeeds
      And user space sees zeros at index 3 of map B
      And nothing has changed

    @since-4.15 @needs:access
    Scenario: a per-CPU array map with BPF_F_WRONLY is created and can be written
      When map B is created with:
        | map_type  | PERCPU_ARRAY |
        | map_flags | BPF_F_WRONLY |
      Then it succeeds
      When user space updates index 3 of map B to patterns from 50
      Then it succeeds
      When user space closes map B
      Then nothing has changed

    Scenario Outline: for a per-CPU array map the flag <map_flags> is refused with EINVAL
      When map B is created with:
        | map_type  | PERCPU_ARRAY |
        | map_flags | <map_flags>  |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | map_flags            |
        | BPF_F_NO_PREALLOC    |
        | 0x2                  |
        | BPF_F_NUMA_NODE      |
        | 0x20                 |
        | 0x40                 |
        | 0x200                |
        | BPF_F_MMAPABLE       |
        | BPF_F_PRESERVE_ELEMS |
        | BPF_F_INNER_MAP      |
        | 0x2000               |
        | 0x40000000           |
        | 0x80000000           |

  @rule:array.create.one-mode @observed @since-4.15 @needs:access
  Rule: A descriptor is not both read-only and write-only
    Source: kernel/bpf/syscall.c, bpf_get_file_flag

    Scenario Outline: BPF_F_RDONLY with BPF_F_WRONLY is refused with EINVAL for <map_type>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type  | <map_type>                 |
        | map_flags | BPF_F_RDONLY\|BPF_F_WRONLY |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | map_type |
        | ARRAY    |

      @percpu
      Examples:
        | map_type     |
        | PERCPU_ARRAY |

  @rule:array.create.one-program-access @observed @since-5.2 @needs:access
  Rule: A map is not both read-only and write-only for programs
    Source: include/linux/bpf.h, bpf_map_flags_access_ok

    Scenario Outline: BPF_F_RDONLY_PROG with BPF_F_WRONLY_PROG is refused with EINVAL for <map_type>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type  | <map_type>                           |
        | map_flags | BPF_F_RDONLY_PROG\|BPF_F_WRONLY_PROG |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | map_type |
        | ARRAY    |

      @percpu
      Examples:
        | map_type     |
        | PERCPU_ARRAY |

  @rule:array.create.mode-and-program-access @observed @since-5.2 @needs:access
  Rule: What the descriptor is limited to and what programs are limited to combine freely
    Source: kernel/bpf/arraymap.c, array_map_alloc_check

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: BPF_F_RDONLY with <program> is accepted for <map_type>
      When map B is created with:
        | map_type  | <map_type>              |
        | map_flags | BPF_F_RDONLY\|<program> |
      Then it succeeds
      And user space sees zeros at index 3 of map B
      When user space updates index 3 of map B to patterns from 50
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | map_type | program           |
        | ARRAY    | BPF_F_RDONLY_PROG |
        | ARRAY    | BPF_F_WRONLY_PROG |

      @percpu
      Examples:
        | map_type     | program           |
        | PERCPU_ARRAY | BPF_F_RDONLY_PROG |
        | PERCPU_ARRAY | BPF_F_WRONLY_PROG |

    Scenario Outline: BPF_F_WRONLY with <program> is accepted for <map_type>
      When map B is created with:
        | map_type  | <map_type>              |
        | map_flags | BPF_F_WRONLY\|<program> |
      Then it succeeds
      When user space looks up index 3 of map B
      Then it is refused with EPERM
      When user space updates index 3 of map B to patterns from 50
      Then it succeeds
      When user space closes map B
      Then nothing has changed

      Examples:
        | map_type | program           |
        | ARRAY    | BPF_F_RDONLY_PROG |
        | ARRAY    | BPF_F_WRONLY_PROG |

      @percpu
      Examples:
        | map_type     | program           |
        | PERCPU_ARRAY | BPF_F_RDONLY_PROG |
        | PERCPU_ARRAY | BPF_F_WRONLY_PROG |

  @rule:array.create.mappable-combined @observed @array @since-5.10 @needs:mmap
  Rule: BPF_F_MMAPABLE goes together with every other flag of an array map
    Source: kernel/bpf/arraymap.c, array_map_alloc_check

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: with BPF_F_MMAPABLE and <other> a map is created and holds values
      When map B is created with:
        | map_flags | BPF_F_MMAPABLE\|<other> |
      Then it succeeds
      When user space updates index 3 of map B to pattern 50
      Then it succeeds
      And user space sees pattern 50 at index 3 of map B
      And nothing else has changed

      Examples:
        | other                            |
        | BPF_F_INNER_MAP                  |
        | BPF_F_NUMA_NODE                  |
        | BPF_F_NUMA_NODE\|BPF_F_INNER_MAP |

      @needs:access
      Examples:
        | other                              |
        | BPF_F_RDONLY_PROG                  |
        | BPF_F_WRONLY_PROG                  |
        | BPF_F_INNER_MAP\|BPF_F_RDONLY_PROG |

    @needs:access
    Scenario: with BPF_F_MMAPABLE and BPF_F_RDONLY a map is created and can be read
      When map B is created with:
        | map_flags | BPF_F_MMAPABLE\|BPF_F_RDONLY |
      Then it succeeds
      And user space sees zeros at index 3 of map B
      And nothing has changed

    @needs:access
    Scenario: with BPF_F_MMAPABLE and BPF_F_WRONLY a map is created and can be written
      When map B is created with:
        | map_flags | BPF_F_MMAPABLE\|BPF_F_WRONLY |
      Then it succeeds
      When user space updates index 3 of map B to pattern 50
      Then it succeeds
      When user space closes map B
      Then nothing has changed

  @rule:array.create.flags-kept @observed @since-4.15 @needs:info @needs:access
  Rule: A map keeps its flags but for those that limit the descriptor
    Source: kernel/bpf/syscall.c, bpf_map_flags_retain_permanent

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: an array map created with <created> says that it has <kept>
      When map B is created with:
        | map_flags | <created> |
      Then it succeeds
      When user space describes map B
      Then it reports:
        | type      | ARRAY  |
        | map_flags | <kept> |
      When user space closes map B
      Then nothing has changed

      Examples:
        | created                       | kept            |
        | BPF_F_RDONLY                  | 0               |
        | BPF_F_WRONLY                  | 0               |
        | BPF_F_NUMA_NODE               | BPF_F_NUMA_NODE |
        | BPF_F_NUMA_NODE\|BPF_F_RDONLY | BPF_F_NUMA_NODE |

      @since-5.2
      Examples:
        | created                                          | kept                                |
        | BPF_F_RDONLY_PROG                                | BPF_F_RDONLY_PROG                   |
        | BPF_F_RDONLY\|BPF_F_RDONLY_PROG                  | BPF_F_RDONLY_PROG                   |
        | BPF_F_WRONLY\|BPF_F_WRONLY_PROG                  | BPF_F_WRONLY_PROG                   |
        | BPF_F_NUMA_NODE\|BPF_F_RDONLY\|BPF_F_RDONLY_PROG | BPF_F_NUMA_NODE\|BPF_F_RDONLY_PROG  |

      @since-5.10 @needs:mmap
      Examples:
        | created                                       | kept                            |
        | BPF_F_MMAPABLE\|BPF_F_WRONLY                  | BPF_F_MMAPABLE                  |
        | BPF_F_MMAPABLE\|BPF_F_INNER_MAP\|BPF_F_RDONLY | BPF_F_MMAPABLE\|BPF_F_INNER_MAP |

    @percpu @since-5.2
    Scenario Outline: a per-CPU array map created with <created> says that it has <kept>
      When map B is created with:
        | map_type  | PERCPU_ARRAY |
        | map_flags | <created>    |
      Then it succeeds
      When user space describes map B
      Then it reports:
        | type      | PERCPU_ARRAY |
        | map_flags | <kept>       |
      When user space closes map B
      Then nothing has changed

      Examples:
        | created                         | kept              |
        | BPF_F_RDONLY                    | 0                 |
        | BPF_F_WRONLY                    | 0                 |
        | BPF_F_RDONLY\|BPF_F_WRONLY_PROG | BPF_F_WRONLY_PROG |

  @rule:array.create.node-ignored @observed @since-4.14
  Rule: Without BPF_F_NUMA_NODE the node means nothing
    Source: include/linux/bpf.h, bpf_map_attr_numa_node

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: node <numa_node> without the flag is accepted for <map_type>
      When map B is created with:
        | map_type  | <map_type>  |
        | numa_node | <numa_node> |
      Then it succeeds
      When user space updates index 3 of map B to patterns from 50
      Then it succeeds
      And user space sees patterns from 50 at index 3 of map B
      And nothing else has changed

      Examples:
        | map_type | numa_node  |
        | ARRAY    | 1          |
        | ARRAY    | 1024       |
        | ARRAY    | 0x7fffffff |
        | ARRAY    | -2         |

      @percpu
      Examples:
        | map_type     | numa_node  |
        | PERCPU_ARRAY | 1          |
        | PERCPU_ARRAY | 0x7fffffff |

  @rule:array.create.node-bad @observed @since-4.14
  Rule: With BPF_F_NUMA_NODE a node that no machine has is refused
    Source: kernel/bpf/syscall.c, map_create
    Note: Linux has at most 1024 nodes.

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: node <numa_node> with the flag is refused with EINVAL for <map_type>
      When map B is created with:
        | map_type  | <map_type>      |
        | map_flags | BPF_F_NUMA_NODE |
        | numa_node | <numa_node>     |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | map_type | numa_node   |
        | ARRAY    | 1024        |
        | ARRAY    | 0x7fffffff  |
        | ARRAY    | -2          |
        | ARRAY    | -2147483648 |

      @percpu
      Examples:
        | map_type     | numa_node |
        | PERCPU_ARRAY | 1024      |
        | PERCPU_ARRAY | -2        |

  @rule:array.create.node-any @observed @since-4.14
  Rule: With BPF_F_NUMA_NODE the node -1 stands for no preference
    Source: kernel/bpf/arraymap.c, array_map_alloc_check

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: node -1 with the flag is accepted for <map_type>
      When map B is created with:
        | map_type  | <map_type>      |
        | map_flags | BPF_F_NUMA_NODE |
        | numa_node | -1              |
      Then it succeeds
      When user space updates index 3 of map B to patterns from 50
      Then it succeeds
      And user space sees patterns from 50 at index 3 of map B
      And nothing else has changed

      Examples:
        | map_type |
        | ARRAY    |

      @percpu
      Examples:
        | map_type     |
        | PERCPU_ARRAY |

  @rule:percpu.create.node @observed @percpu @since-4.14
  Rule: A per-CPU array map is placed on no single node, not even on one that exists
    Source: kernel/bpf/arraymap.c, array_map_alloc_check

    Scenario: node 0 is refused with EINVAL for a per-CPU array map and accepted for an array map
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type  | PERCPU_ARRAY    |
        | map_flags | BPF_F_NUMA_NODE |
        | numa_node | 0               |
      Then it is refused with EINVAL
      When map B is created with:
        | map_type  | ARRAY           |
        | map_flags | BPF_F_NUMA_NODE |
        | numa_node | 0               |
      Then it succeeds
      When user space updates index 3 of map B to pattern 50
      Then user space sees pattern 50 at index 3 of map B
      And nothing else has changed

  @rule:array.create.extra @observed @since-5.16
  Rule: Array maps have no use for map_extra and refuse it
    Source: kernel/bpf/syscall.c, map_create

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: a map_extra of <map_extra> is refused with EINVAL for <map_type>
      When map B is created with:
        | map_type  | <map_type>  |
        | map_extra | <map_extra> |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | map_type | map_extra            |
        | ARRAY    | 1                    |
        | ARRAY    | 0x100000000          |
        | ARRAY    | -9223372036854775808 |

      @percpu
      Examples:
        | map_type     | map_extra |
        | PERCPU_ARRAY | 1         |

  @rule:array.create.name-length @observed @since-4.15
  Rule: A map's name has at most 15 bytes, and may be empty
    Source: kernel/bpf/syscall.c, bpf_obj_name_cpy

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    @needs:info
    Scenario Outline: the name <name> is accepted and kept for <map_type>
      When map B is created with:
        | map_type | <map_type> |
        | map_name | <name>     |
      Then it succeeds
      When user space describes map B
      Then it reports:
        | type | <map_type> |
        | name | <name>     |
      And nothing has changed

      Examples:
        | map_type | name            |
        | ARRAY    | a               |
        | ARRAY    | fourteen_bytes  |
        | ARRAY    | fifteen___bytes |

      @percpu
      Examples:
        | map_type     | name            |
        | PERCPU_ARRAY | fifteen___bytes |

    Scenario Outline: the name <name> is too long and refused with EINVAL for <map_type>
      When map B is created with:
        | map_type | <map_type> |
        | map_name | <name>     |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | map_type | name                  |
        | ARRAY    | sixteen____bytes      |
        | ARRAY    | more_than_16_bytes__x |

      @percpu
      Examples:
        | map_type     | name             |
        | PERCPU_ARRAY | sixteen____bytes |

    @needs:info
    Scenario: two maps of one name are two maps, and a third has none
      When map B is created with:
        | map_name | twin |
      And map C is created with:
        | map_name | twin |
      Then it succeeds
      When map D is created with:
        | map_type | ARRAY |
      Then it succeeds
      When user space updates index 1 of map C to pattern 50
      Then user space sees pattern 50 at index 1 of map C
      When user space describes map B
      Then it reports:
        | name | twin |
      When user space describes map C
      Then it reports:
        | name | twin |
      And nothing else has changed

  @rule:array.create.name-characters @manual @since-4.15
  Rule: A name consists of letters, digits, underscores and, since 5.2, dots
    Source: Documentation/bpf/maps.rst, map types, note on map_name

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    @needs:info
    Scenario Outline: the name of <what> is accepted and kept
      When map B is created with:
        | map_name | <name> |
      Then it succeeds
      When user space describes map B
      Then it reports:
        | name | <name> |
      And nothing has changed

      Examples:
        | what          | name            |
        | an underscore | _               |
        | a digit       | 0               |
        | all digits    | 0123456789      |
        | first letters | ABCMNOabcmno    |
        | last letters  | XYZ_xyz         |

      @since-5.2
      Examples:
        | what    | name  |
        | a dot   | .     |
        | a word  | .data |
        | letters | a.b.c |

    Scenario Outline: a name with <what> is refused with EINVAL
      When map B is created with:
        | map_name | <name> |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | what           | name            |
        | a hyphen       | a-b             |
        | a space        | a b             |
        | a slash        | /a              |
        | a colon        | a:              |
        | an at sign     | a@b             |
        | a bracket      | a[0]            |
        | a back quote   | a`              |
        | a brace        | {a              |
        | a line feed    | a\nb            |
        | a late percent | fourteen__byte% |

    @observed @needs:info
    Scenario Outline: the byte <byte>, which is no ASCII letter, is accepted and kept
      When map B is created with:
        | map_name | a<name>z |
      Then it succeeds
      When user space describes map B
      Then it reports:
        | name | a<name>z |
      And nothing has changed

      Examples:
        | byte | name |
        | 0xc0 | À    |
        | 0xd6 | Ö    |
        | 0xd8 | Ø    |
        | 0xe9 | é    |
        | 0xf6 | ö    |
        | 0xf8 | ø    |
        | 0xff | ÿ    |

    @observed
    Scenario Outline: the byte <byte> is refused with EINVAL
      When map B is created with:
        | map_name | a<name>z |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | byte | name |
        | 0xaa | ª    |
        | 0xb5 | µ    |
        | 0xbf | ¿    |
        | 0xd7 | ×    |
        | 0xf7 | ÷    |

  @rule:array.create.order @observed @since-5.16
  Rule: Of several faults of a creation the attributes are told first, then a size, then memory, then the name, then the lock
    Source: kernel/bpf/syscall.c, map_create

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: with <one> and <other> an array map is refused with <errno>
      When map B is created with:
        | map_type    | <map_type>    |
        | key_size    | <key_size>    |
        | value_size  | <value_size>  |
        | max_entries | <max_entries> |
        | map_flags   | <map_flags>   |
        | numa_node   | <numa_node>   |
        | map_extra   | <map_extra>   |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | one                | other           | map_type | key_size | value_size | max_entries | map_flags            | numa_node | map_extra | errno  |
        | map_extra          | oversized value | ARRAY    | 4        | 0x80000000 | 0x80000000  | 0                    | 0         | 1         | EINVAL |
        | a missing node     | oversized value | ARRAY    | 4        | 0x80000000 | 0x80000000  | BPF_F_NUMA_NODE      | 1024      | 0         | EINVAL |
        | an unknown type    | oversized value | UNKNOWN  | 4        | 0x80000000 | 0x80000000  | 0                    | 0         | 0         | EINVAL |
        | no elements        | oversized value | ARRAY    | 4        | 0x80000000 | 0           | 0                    | 0         | 0         | EINVAL |
        | a key of 5 bytes   | oversized value | ARRAY    | 5        | 0x80000000 | 0x80000000  | 0                    | 0         | 0         | EINVAL |
        | an unknown flag    | oversized value | ARRAY    | 4        | 0x80000000 | 0x80000000  | 0x1                  | 0         | 0         | EINVAL |
        | preserved elements | oversized value | ARRAY    | 4        | 0x80000000 | 0x80000000  | BPF_F_PRESERVE_ELEMS | 0         | 0         | EINVAL |
        | map_extra          | lack of memory  | ARRAY    | 4        | 0x200000   | 0xffffffff  | 0                    | 0         | 1         | EINVAL |
        | a missing node     | lack of memory  | ARRAY    | 4        | 0x200000   | 0xffffffff  | BPF_F_NUMA_NODE      | 1024      | 0         | EINVAL |
        | an unknown type    | lack of memory  | UNKNOWN  | 4        | 0x200000   | 0xffffffff  | 0                    | 0         | 0         | EINVAL |
        | a key of 5 bytes   | lack of memory  | ARRAY    | 5        | 0x200000   | 0xffffffff  | 0                    | 0         | 0         | EINVAL |
        | an unknown flag    | lack of memory  | ARRAY    | 4        | 0x200000   | 0xffffffff  | 0x1                  | 0         | 0         | EINVAL |
        | preserved elements | lack of memory  | ARRAY    | 4        | 0x200000   | 0xffffffff  | BPF_F_PRESERVE_ELEMS | 0         | 0         | EINVAL |
        | oversized value    | lack of memory  | ARRAY    | 4        | 0x80000000 | 0xffffffff  | 0                    | 0         | 0         | E2BIG  |

      @needs:access
      Examples:
        | one                 | other           | map_type | key_size | value_size | max_entries | map_flags                            | numa_node | map_extra | errno  |
        | both modes          | oversized value | ARRAY    | 4        | 0x80000000 | 0x80000000  | BPF_F_RDONLY\|BPF_F_WRONLY           | 0         | 0         | EINVAL |
        | both program limits | oversized value | ARRAY    | 4        | 0x80000000 | 0x80000000  | BPF_F_RDONLY_PROG\|BPF_F_WRONLY_PROG | 0         | 0         | EINVAL |
        | both modes          | lack of memory  | ARRAY    | 4        | 0x200000   | 0xffffffff  | BPF_F_RDONLY\|BPF_F_WRONLY           | 0         | 0         | EINVAL |
        | both program limits | lack of memory  | ARRAY    | 4        | 0x200000   | 0xffffffff  | BPF_F_RDONLY_PROG\|BPF_F_WRONLY_PROG | 0         | 0         | EINVAL |

    @percpu
    Scenario Outline: with <one> and <other> a per-CPU array map is refused with <errno>
      When map B is created with:
        | map_type    | PERCPU_ARRAY  |
        | key_size    | <key_size>    |
        | value_size  | <value_size>  |
        | max_entries | <max_entries> |
        | map_flags   | <map_flags>   |
        | numa_node   | 0             |
        | map_extra   | <map_extra>   |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | one                | other           | key_size | value_size | max_entries | map_flags            | map_extra | errno  |
        | map_extra          | oversized value | 4        | limit+1    | 4           | 0                    | 1         | EINVAL |
        | no elements        | oversized value | 4        | limit+1    | 0           | 0                    | 0         | EINVAL |
        | a key of 5 bytes   | oversized value | 5        | limit+1    | 4           | 0                    | 0         | EINVAL |
        | an unknown flag    | oversized value | 4        | limit+1    | 4           | 0x1                  | 0         | EINVAL |
        | a node             | oversized value | 4        | limit+1    | 4           | BPF_F_NUMA_NODE      | 0         | EINVAL |
        | BPF_F_MMAPABLE     | oversized value | 4        | limit+1    | 4           | BPF_F_MMAPABLE       | 0         | EINVAL |
        | BPF_F_INNER_MAP    | oversized value | 4        | limit+1    | 4           | BPF_F_INNER_MAP      | 0         | EINVAL |
        | preserved elements | oversized value | 4        | limit+1    | 4           | BPF_F_PRESERVE_ELEMS | 0         | EINVAL |

    Scenario Outline: with <one> and a bad name a map is refused with <errno>
      When map B is created with:
        | value_size  | <value_size>     |
        | max_entries | <max_entries>    |
        | map_name    | sixteen____bytes |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | one             | value_size | max_entries | errno  |
        | oversized value | 0x80000000 | 0x80000000  | E2BIG  |
        | lack of memory  | 0x200000   | 0xffffffff  | ENOMEM |

    @percpu @since-6.12
    Scenario: with an oversized value and a bad name a per-CPU array map is refused with E2BIG
      When map B is created with:
        | map_type   | PERCPU_ARRAY     |
        | value_size | limit+1          |
        | map_name   | sixteen____bytes |
      Then it is refused with E2BIG
      And nothing has changed

    @needs:lock @needs:access
    Scenario Outline: with <one> and a lock in a map with <map_flags> it is refused with <errno>
      When map B is created with:
        | key_size      | <key_size>    |
        | value_size    | <value_size>  |
        | max_entries   | <max_entries> |
        | map_flags     | <map_flags>   |
        | map_name      | <map_name>    |
        | bpf_spin_lock | 0             |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | one              | key_size | value_size | max_entries | map_flags         | map_name         | errno  |
        | a key of 5 bytes | 5        | 16         | 4           | BPF_F_RDONLY_PROG | a                | EINVAL |
        | no elements      | 4        | 16         | 0           | BPF_F_WRONLY_PROG | a                | EINVAL |
        | lack of memory   | 4        | 0x200000   | 0xffffffff  | BPF_F_RDONLY_PROG | a                | ENOMEM |
        | a bad name       | 4        | 16         | 4           | BPF_F_RDONLY_PROG | sixteen____bytes | EINVAL |

    @percpu @needs:lock
    Scenario Outline: with <one> and a lock a per-CPU array map is refused with <errno>
      When map B is created with:
        | map_type      | PERCPU_ARRAY |
        | value_size    | <value_size> |
        | map_flags     | <map_flags>  |
        | map_name      | <map_name>   |
        | bpf_spin_lock | 0            |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | one             | value_size | map_flags | map_name         | errno  |
        | an unknown flag | 16         | 0x1       | a                | EINVAL |
        | a bad name      | 16         | 0         | sixteen____bytes | EINVAL |

      @since-6.12
      Examples:
        | one             | value_size | map_flags | map_name | errno |
        | oversized value | limit+8    | 0         | a        | E2BIG |

      @needs:access
      Examples:
        | one             | value_size | map_flags         | map_name | errno  |
        | a program limit | 16         | BPF_F_RDONLY_PROG | a        | EACCES |
