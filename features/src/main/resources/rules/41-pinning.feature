Feature: Pinning

  A map gets a name in a bpf file system. The name keeps it alive, and whoever opens the name gets a
  descriptor of it.

  @rule:array.pin @manual @needs:pin @since-4.4
  Rule: A pinned map is opened by its name
    Source: include/uapi/linux/bpf.h, BPF_OBJ_PIN and BPF_OBJ_GET

    Scenario Outline: <type> opened by its name holds what the map holds
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space makes the pin counters of the map
      Then it succeeds
      When user space opens the pin counters as map B
      Then it succeeds
      When user space updates index 3 of map B to patterns from 60
      Then user space sees patterns from 60 at index 3
      When user space updates index 4 of map B to patterns from 70
      Then it is refused with E2BIG
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    Scenario: two names of one map, and one of another
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 2 elements of 8 bytes as map B
      And every element of map B holds its own index
      When user space makes the pin one of the map
      And user space makes the pin two of the map
      And user space makes the pin other of map B
      Then it succeeds
      When user space opens the pin two as map C
      And user space opens the pin other as map D
      And user space opens the pin one as map E
      And user space updates index 1 of map E to pattern 60
      Then user space sees pattern 60 at index 1 of map C
      When user space updates index 1 of map D to pattern 70
      Then user space sees pattern 70 at index 1 of map B
      And nothing has changed

  @rule:array.pin.name @observed @needs:pin @since-4.4
  Rule: A pin needs a name that is free and has no dot
    Source: kernel/bpf/inode.c, bpf_obj_do_pin and bpf_lookup

    Scenario: a name that is taken is refused with EEXIST, and still names the first map
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 2 elements of 8 bytes as map B
      When user space makes the pin taken of the map
      And user space makes the pin taken of map B
      Then it is refused with EEXIST
      When user space makes the pin taken of the map
      Then it is refused with EEXIST
      When user space opens the pin taken as map C
      Then it succeeds
      And user space sees pattern 4 at index 3 of map C
      When user space updates index 3 of map C to pattern 60
      Then user space sees pattern 60 at index 3
      And nothing has changed

    Scenario Outline: a name <like this> is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space makes the pin <name> of the map
      Then it is refused with <errno>
      When user space makes the pin a-name_1 of the map
      And user space opens the pin a-name_1 as map B
      Then it succeeds
      When user space updates index 0 of map B to pattern 60
      Then user space sees pattern 60 at index 0
      And nothing has changed

      Examples:
        | like this                  | name  | errno  |
        | with a dot within          | a.b   | EPERM  |
        | with a dot at its start    | .name | EPERM  |
        | with a dot at its end      | name. | EPERM  |
        | of dots                    | ...   | EPERM  |
        | that means the directory   | .     | EEXIST |

    Scenario: a name is free again after it was removed
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 2 elements of 8 bytes as map B
      And every element of map B holds its own index
      When user space makes the pin again of map B
      And user space removes the pin again of map B
      And user space makes the pin again of the map
      Then it succeeds
      When user space opens the pin again as map C
      And user space updates index 3 of map C to pattern 60
      Then user space sees pattern 60 at index 3
      And nothing has changed

  @rule:array.pin.descriptor @observed @needs:pin @since-4.4
  Rule: What is no descriptor is pinned with EINVAL, before its name is looked at
    Source: kernel/bpf/inode.c, bpf_obj_pin_user

    Scenario Outline: a closed descriptor takes no name <name>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 2 elements of 8 bytes as map B
      When user space makes the pin taken of the map
      And user space closes map B
      And user space makes the pin <name> of map B
      Then it is refused with EINVAL
      When user space opens the pin taken as map C
      Then it succeeds
      And nothing has changed

      Examples:
        | name  |
        | free  |
        | taken |
        | a.b   |

  @rule:array.pin.open @observed @needs:pin @since-4.4
  Rule: A name that no map has is opened with ENOENT, the directory with EACCES, a name with a dot with EPERM
    Source: kernel/bpf/inode.c, bpf_obj_do_get and bpf_lookup

    Scenario Outline: opening <what> is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space makes the pin here of the map
      And user space opens the pin <name> as map B
      Then it is refused with <errno>
      When user space opens the pin here as map B
      Then it succeeds
      And user space sees pattern 2 at index 1 of map B
      And nothing has changed

      Examples:
        | what                | name  | errno  |
        | another name        | there | ENOENT |
        | the start of a name | her   | ENOENT |
        | a name in capitals  | HERE  | ENOENT |
        | the directory       | .     | EACCES |
        | a name with a dot   | a.b   | EPERM  |

  @rule:array.pin.flags @observed @needs:pin @needs:access @since-4.15
  Rule: Opening a name takes BPF_F_RDONLY or BPF_F_WRONLY, but not both, nor another flag of maps
    Source: kernel/bpf/syscall.c, bpf_obj_get
    Source: kernel/bpf/inode.c, bpf_obj_get_user

    Scenario Outline: <flags> is refused with EINVAL, whatever the name
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space makes the pin here of the map
      And user space opens the pin here with <flags> as map B
      Then it is refused with EINVAL
      When user space opens the pin there with <flags> as map B
      Then it is refused with EINVAL
      When user space opens the pin here with BPF_F_RDONLY as map B
      Then it succeeds
      And user space sees pattern 1 at index 0 of map B
      And nothing has changed

      Examples:
        | flags                      |
        | BPF_F_RDONLY\|BPF_F_WRONLY |
        | BPF_F_NO_PREALLOC          |
        | BPF_F_NUMA_NODE            |
        | BPF_F_RDONLY_PROG          |
        | BPF_F_WRONLY_PROG          |
        | BPF_F_MMAPABLE             |

  @rule:array.pin.mode @observed @needs:pin @needs:access @since-4.15
  Rule: A descriptor opened by name has the mode that it asks for, whatever that of the descriptor that was pinned
    Source: kernel/bpf/inode.c, bpf_obj_get_user

    Scenario Outline: <type> pinned through a read-only descriptor is opened for writing
      Given <type> of 4 elements of 8 bytes with BPF_F_RDONLY
      When user space makes the pin here of the map
      Then it succeeds
      When user space opens the pin here as map B
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

    Scenario: a name is opened read-only and write-only
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space makes the pin here of the map
      And user space opens the pin here with BPF_F_RDONLY as map B
      And user space opens the pin here with BPF_F_WRONLY as map C
      And user space updates index 1 of map B to pattern 60
      Then it is refused with EPERM
      When user space looks up index 1 of map C
      Then it is refused with EPERM
      When user space updates index 1 of map C to pattern 60
      Then user space sees pattern 60 at index 1 of map B
      And nothing has changed

    @needs:freeze @since-5.2
    Scenario: a frozen map is frozen for whoever opens its name
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space makes the pin here of the map
      And user space freezes the map
      And user space opens the pin here as map B
      And user space updates index 1 of map B to pattern 60
      Then it is refused with EPERM
      And user space sees pattern 2 at index 1 of map B
      And nothing has changed

  @rule:array.pin.lifetime @manual @needs:pin @since-4.4
  Rule: A name keeps its map alive without any descriptor
    Source: include/uapi/linux/bpf.h, BPF_OBJ_PIN

    Scenario Outline: <type> is opened by its name after its last descriptor was closed
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own index
      When user space makes the pin here of the map
      And user space closes the map
      Then it succeeds
      When user space looks up index 3
      Then it is refused with EBADF
      When user space opens the pin here as map B
      Then it succeeds
      And user space sees the number 1 at index 1 of map B
      When user space updates index 3 of map B to patterns from 60
      Then user space sees patterns from 60 at index 3 of map B
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    @needs:identity @needs:info @since-4.13
    Scenario: the id of a map that only a name refers to opens it
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space makes the pin here of the map
      And user space describes the map
      And user space closes the map
      And user space opens the id of the map as map B
      Then it succeeds
      And user space sees pattern 4 at index 3 of map B
      And nothing has changed

  @rule:array.unpin @manual @needs:pin @since-4.4
  Rule: Removing a name ends the name, and no descriptor
    Source: include/uapi/linux/bpf.h, BPF_OBJ_PIN

    Scenario Outline: descriptors of <type> stay open when its name is removed
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space makes the pin here of the map
      And user space opens the pin here as map B
      And user space removes the pin here of the map
      Then it succeeds
      When user space opens the pin here as map C
      Then it is refused
      When user space updates index 1 of map B to patterns from 60
      Then user space sees patterns from 60 at index 1
      When user space removes the pin here of the map
      Then it is refused
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    @observed
    Scenario Outline: removing <what> is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space makes the pin here of the map
      And user space removes the pin <name> of the map
      Then it is refused with <errno>
      When user space opens the pin here as map B
      Then it succeeds
      And user space sees pattern 2 at index 1 of map B
      And nothing has changed

      Examples:
        | what              | name  | errno  |
        | another name      | there | ENOENT |
        | a name with a dot | a.b   | EPERM  |
        | the directory     | .     | EISDIR |
