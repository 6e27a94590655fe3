Feature: Identity and lifetime

  A map is known by descriptors and, while it lives, by an id. It lives as long as anything refers to
  it.

  @rule:array.info.id @manual @needs:info @needs:identity @since-4.13
  Rule: A map tells an id of its own, the same through every descriptor
    Source: include/uapi/linux/bpf.h, BPF_OBJ_GET_INFO_BY_FD
    Source: kernel/bpf/syscall.c, bpf_map_alloc_id

    Scenario Outline: two maps, each <type>, have two ids, and a copy of the descriptor has that of its map
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes as map B
      And every element of map B holds its own index
      When user space describes the map
      Then it reports:
        | id         | some |
        | value_size | 8    |
        | map_extra  | 0    |
      When user space describes map B
      Then it reports:
        | id | not that of map A |
      When user space opens a copy of the map as map C
      And user space describes map C
      Then it reports:
        | id          | that of map A |
        | max_entries | 4             |
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    Scenario: the id of a map that is gone is not given to the next one
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 2 elements of 8 bytes as map B
      When user space describes map B
      And user space closes map B
      Then it succeeds
      Given an array map of 3 elements of 8 bytes as map C
      When user space describes map C
      Then it reports:
        | id          | not that of map B |
        | max_entries | 3                 |
      And nothing has changed

  @rule:array.descriptor.copy @manual @needs:identity
  Rule: Copies of a descriptor all mean the same map
    Source: include/uapi/linux/bpf.h, eBPF Syscall Preamble

    Scenario Outline: what is written through a copy of <type> is read through the original, and back
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space opens a copy of the map as map B
      Then it succeeds
      When user space updates index 1 of map B to patterns from 60
      Then user space sees patterns from 60 at index 1
      When user space updates index 2 to patterns from 70
      Then user space sees patterns from 70 at index 2 of map B
      When user space updates index 4 of map B to patterns from 80
      Then it is refused with E2BIG
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    Scenario: there is no copy of a closed descriptor
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes as map B
      When user space closes map B
      And user space opens a copy of map B as map C
      Then it is refused with EBADF
      When user space opens a copy of the map as map C
      Then it succeeds
      And nothing has changed

    @needs:freeze @since-5.2
    Scenario: a map frozen through a copy is frozen through every descriptor
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space opens a copy of the map as map B
      And user space freezes map B
      Then it succeeds
      When user space updates index 0 to pattern 60
      Then it is refused
      When user space opens a copy of the map as map C
      And user space updates index 0 of map C to pattern 60
      Then it is refused
      And nothing has changed

    @program
    Scenario: a program that uses a copy stores into the map
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space opens a copy of the map as map B
      And a program stores the number 77 into index 2 of map B
      Then user space sees the number 77 at index 2
      And nothing else has changed

  @rule:array.descriptor.copy-mode @observed @needs:identity @needs:access @since-4.15
  Rule: A copy of a descriptor has its mode
    Source: kernel/bpf/syscall.c, map_get_sys_perms
    Note: The mode is that of the open file, which the copies share.

    Scenario Outline: a copy of a descriptor of <type> made with <flag> refuses what the original refuses
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with <flag> as map B
      When user space opens a copy of map B as map C
      And user space <refused>
      Then it is refused with EPERM
      When user space <served>
      Then it succeeds
      When user space closes map B
      And user space closes map C
      Then nothing has changed

      Examples:
        | type         | flag         | refused                               | served                                |
        | an array map | BPF_F_RDONLY | updates index 0 of map C to pattern 60 | looks up index 0 of map C              |
        | an array map | BPF_F_WRONLY | looks up index 0 of map C              | updates index 0 of map C to pattern 60 |

      @percpu
      Examples:
        | type                | flag         | refused                                     | served                                      |
        | a per-CPU array map | BPF_F_RDONLY | updates index 0 of map C to patterns from 60 | looks up index 0 of map C                    |
        | a per-CPU array map | BPF_F_WRONLY | looks up index 0 of map C                    | updates index 0 of map C to patterns from 60 |

  @rule:array.by-id @observed @needs:info @needs:identity @since-4.13
  Rule: The id of a living map opens a descriptor of it
    Source: kernel/bpf/syscall.c, bpf_map_get_fd_by_id

    Scenario Outline: <type> opened by its id holds what the map holds
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes as map B
      When user space describes the map
      And user space opens the id of the map as map C
      Then it succeeds
      When user space updates index 3 of map C to patterns from 60
      Then user space sees patterns from 60 at index 3
      When user space closes the map
      Then it succeeds
      When user space describes map C
      Then it reports:
        | id          | that of map A |
        | max_entries | 4             |
      And user space sees patterns from 60 at index 3 of map C
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:array.by-id.flags @observed @needs:info @needs:identity @needs:access @since-4.15
  Rule: Opening by id takes BPF_F_RDONLY or BPF_F_WRONLY, but not both, nor another flag
    Source: kernel/bpf/syscall.c, bpf_map_get_fd_by_id

    Scenario Outline: <flags> is refused with EINVAL
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space describes the map
      And user space opens the id of the map with <flags> as map B
      Then it is refused with EINVAL
      When user space opens the id of the map with BPF_F_RDONLY as map B
      Then it succeeds
      When user space opens the id of map Z with <flags> as map C
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | flags                     |
        | BPF_F_RDONLY\|BPF_F_WRONLY |
        | BPF_F_NO_PREALLOC         |
        | BPF_F_NUMA_NODE           |
        | BPF_F_RDONLY_PROG         |
        | BPF_F_MMAPABLE            |

  @rule:array.by-id.mode @observed @needs:info @needs:identity @needs:access @since-4.15
  Rule: The mode belongs to one descriptor, and a descriptor opened by id has the mode that it asks for
    Source: kernel/bpf/syscall.c, bpf_map_get_fd_by_id

    Scenario Outline: <type> made read-only is written through a descriptor opened by its id
      Given <type> of 4 elements of 8 bytes with BPF_F_RDONLY
      When user space describes the map
      And user space opens the id of the map as map B
      And user space updates index 1 of map B to patterns from 60
      Then it succeeds
      And user space sees patterns from 60 at index 1
      When user space updates index 1 to patterns from 70
      Then it is refused with EPERM
      And user space sees patterns from 60 at index 1 of map B
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    Scenario: a map made without a mode is opened read-only and write-only
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space describes the map
      And user space opens the id of the map with BPF_F_RDONLY as map B
      And user space opens the id of the map with BPF_F_WRONLY as map C
      And user space updates index 1 of map B to pattern 60
      Then it is refused with EPERM
      When user space looks up index 1 of map C
      Then it is refused with EPERM
      When user space updates index 1 of map C to pattern 60
      Then user space sees pattern 60 at index 1 of map B
      When user space updates index 1 to pattern 70
      Then user space sees pattern 70 at index 1
      And nothing has changed

    @needs:freeze @since-5.2
    Scenario: a descriptor opened by id after freezing may write no more than others
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space describes the map
      And user space freezes the map
      And user space opens the id of the map as map B
      Then it succeeds
      When user space updates index 1 of map B to pattern 60
      Then it is refused with EPERM
      And nothing has changed

  @rule:array.by-id.unknown @observed @needs:info @needs:identity @since-4.13
  Rule: An id that no map has is refused with ENOENT
    Source: kernel/bpf/syscall.c, bpf_map_get_fd_by_id
    Note: The id 0 is that of no map.

    Scenario: the id 0 opens nothing
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space describes the map
      And user space opens the id of map Z as map B
      Then it is refused with ENOENT
      When user space opens the id of the map as map B
      Then it succeeds
      And nothing has changed

    Scenario: the id of a map that is gone opens nothing
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes as map B
      When user space describes map B
      And user space opens the id of map B as map C
      Then it succeeds
      When user space closes map B
      And user space closes map C
      And user space opens the id of map B as map D
      Then it is refused with ENOENT
      And nothing has changed

  @rule:array.lifetime.descriptors @manual @needs:identity
  Rule: A map lives as long as one descriptor of it is open
    Source: include/uapi/linux/bpf.h, eBPF Syscall Preamble

    Scenario Outline: <type> outlives its first descriptor with all that it holds
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space opens a copy of the map as map B
      And user space closes the map
      Then it succeeds
      When user space updates index 1 of map B to patterns from 60
      Then user space sees patterns from 60 at index 1 of map B
      When user space looks up index 1
      Then it is refused with EBADF
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:memory.lifetime @observed @array @memory @needs:info @needs:identity @since-5.5
  Rule: A mapping keeps its map alive, and the id opens it until the mapping goes
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario: a map without descriptors is opened by its id while it is mapped
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      And user space describes the map
      And user space closes the map
      Then it succeeds
      When user space stores the number 77 at 16 bytes of the mapping
      And user space opens the id of the map as map B
      Then it succeeds
      And user space sees the number 77 at index 2 of map B
      And nothing has changed
      When user space closes map B
      And user space makes an end of the mapping
      Then it succeeds
      When user space opens the id of the map as map C
      Then it is refused with ENOENT

  @rule:array.info.closed @observed @needs:info @since-4.13
  Rule: A closed descriptor is described with EBADFD, where other calls say EBADF
    Source: kernel/bpf/syscall.c, bpf_obj_get_info_by_fd

    Scenario: the closed map and the open one
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 2 elements of 8 bytes as map B
      When user space closes map B
      And user space describes map B
      Then it is refused with EBADFD
      When user space looks up index 0 of map B
      Then it is refused with EBADF
      When user space describes the map
      Then it reports:
        | max_entries | 4 |
      And nothing has changed
