Feature: Iterators

  Programs that the kernel runs for each element of a map while their file is read.

  @rule:iterator.order @observed @program @needs:iterator @since-5.9
  Rule: An iterator's program is run for each element in ascending order of the indexes, and once more without one
    Source: kernel/bpf/arraymap.c, bpf_array_map_seq_ops

    Scenario Outline: <type> of 3 elements takes four runs
      Given <type> of 3 elements of 8 bytes
      And every element of the map holds its own index
      When an iterator notes the map
      Then it succeeds
      And it reports:
        | returned | 4                                        |
        | keys     | 0 1 2                                    |
        | values   | the number 0, the number 1, the number 2 |
      When user space updates index 1 to patterns from 9
      Then user space sees patterns from 9 at index 1
      When an iterator notes the map at byte 0, 1 wide
      Then it reports:
        | returned | 4     |
        | keys     | 0 1 2 |
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    Scenario Outline: <entries> elements take <runs> runs
      Given an array map of <entries> elements of 8 bytes
      And every element of the map holds its own pattern
      When an iterator notes the map
      Then it reports:
        | returned | <runs> |
      And nothing has changed

      Examples:
        | entries | runs  |
        | 1       | 2     |
        | 300     | 301   |
        | 20000   | 20001 |

  @rule:iterator.maps @observed @array @program @needs:iterator @needs:inner @since-5.9
  Rule: A map of maps has no iterators
    Source: kernel/bpf/map_iter.c, bpf_iter_attach_map

    Scenario Outline: <kind> is refused with EINVAL
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map O is created with:
        | map_type     | <kind> |
        | inner_map_fd | map A  |
      And user space updates index 0 of map O to map A
      Then it succeeds
      When an iterator notes map O at byte 0, 4 wide
      Then it is refused with EINVAL
      When an iterator notes the map
      Then it reports:
        | returned | 5                                          |
        | values   | pattern 1, pattern 2, pattern 3, pattern 4 |
      And nothing has changed

      Examples:
        | kind          |
        | ARRAY_OF_MAPS |
        | HASH_OF_MAPS  |

  @rule:iterator.key @observed @program @needs:iterator @since-5.9
  Rule: An iterator's program does not store to the key
    Source: kernel/bpf/map_iter.c

    Scenario Outline: a program that stores to the keys of <type> does not load
      Given <type> of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When an iterator stores to the keys of the map
      Then it is refused with EACCES
      When an iterator notes the map
      Then it reports:
        | returned | 4     |
        | keys     | 0 1 2 |
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:percpu.iterator.copy @observed @percpu @program @needs:iterator @since-5.9
  Rule: An iterator of a per-CPU array map gets a copy of the value that user space sees, and a store to it changes no element
    Source: kernel/bpf/arraymap.c, __bpf_array_map_seq_show

    @until-6.19
    Scenario: each CPU's part with its padding, and no store that lasts
      Given a per-CPU array map of 3 elements of 5 bytes
      When user space updates index 1 to pattern 7 padded with ee
      Then it succeeds
      When an iterator notes the map at byte 0, 8 wide
      Then it reports:
        | returned | 4                                                                      |
        | keys     | 0 1 2                                                                  |
        | values   | bytes 0000000000000000, bytes 323f4c5966eeeeee, bytes 0000000000000000 |
      When an iterator adds 1000 to the map
      Then it succeeds
      And user space sees pattern 7 padded with ee at index 1
      And user space sees zeros at index 2

    @since-7.0
    Scenario: each CPU's part with zeros for its padding, and no store that lasts
      Given a per-CPU array map of 3 elements of 5 bytes
      When user space updates index 1 to pattern 7 padded with ee
      Then it succeeds
      When an iterator notes the map at byte 0, 8 wide
      Then it reports:
        | returned | 4                                                                      |
        | keys     | 0 1 2                                                                  |
        | values   | bytes 0000000000000000, bytes 323f4c5966000000, bytes 0000000000000000 |
      When an iterator adds 1000 to the map
      Then it succeeds
      And user space sees pattern 7 at index 1
      And user space sees zeros at index 2

    Scenario: the part of the second CPU follows that of the first
      Given a per-CPU array map of 2 elements of 4 bytes
      When user space updates index 0 to zeros
      And a program on CPU 1 updates index 1 to pattern 7
      Then it succeeds
      When an iterator notes the map at byte 8, 4 wide
      Then it reports:
        | returned | 3                                              |
        | values   | bytes 0000000000000000, bytes 323f4c5900000000 |
      When an iterator notes the map at byte 0, 4 wide
      Then it reports:
        | values | bytes 0000000000000000, bytes 0000000000000000 |

  @rule:iterator.reach @observed @program @needs:iterator @since-5.9
  Rule: An iterator's program reaches no further than the value that user space sees, or no link is made
    Source: kernel/bpf/map_iter.c, bpf_iter_attach_map

    Scenario Outline: of <type> with values of <size> bytes, byte <inside> is read, and byte <outside> not
      Given <type> of 2 elements of <size> bytes
      And every element of the map holds its own pattern
      When an iterator notes the map at byte <outside>, <width> wide
      Then it is refused with EACCES
      When an iterator notes the map at byte <inside>, <width> wide
      Then it reports:
        | returned | 3   |
        | keys     | 0 1 |
      And nothing has changed

      Examples:
        | type         | size | inside | outside | width |
        | an array map | 8    | 0      | 8       | 8     |
        | an array map | 8    | 7      | 8       | 1     |
        | an array map | 12   | 4      | 8       | 8     |
        | an array map | 12   | 8      | 12      | 4     |
        | an array map | 3    | 2      | 3       | 1     |

      @percpu
      Examples:
        | type                | size | inside | outside | width |
        | a per-CPU array map | 8    | 0      | 512     | 8     |
        | a per-CPU array map | 3    | 7      | 512     | 1     |

  @rule:iterator.closed @observed @program @needs:iterator @since-5.9
  Rule: A closed descriptor has no iterators, and says so with EBADF
    Source: kernel/bpf/map_iter.c, bpf_iter_attach_map

    Scenario: the map that is closed and the one that is open
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 2 elements of 8 bytes as map B
      When user space closes map B
      And an iterator notes map B
      Then it is refused with EBADF
      When an iterator notes the map
      Then it reports:
        | returned | 5                                          |
        | values   | pattern 1, pattern 2, pattern 3, pattern 4 |
      And nothing has changed

  @rule:iterator.live @observed @array @program @needs:iterator @since-5.9
  Rule: An iterator of an array map gets the elements themselves, and its stores change them
    Source: kernel/bpf/arraymap.c, __bpf_array_map_seq_show

    Scenario: what an iterator adds is there
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own index
      When an iterator adds 1000 to the map
      Then it reports:
        | returned | 4     |
        | keys     | 0 1 2 |
      And user space sees the number 1000 at index 0
      And user space sees the number 1001 at index 1
      And user space sees the number 1002 at index 2

    @memory @since-5.5
    Scenario: what an iterator adds is seen through a mapping
      Given an array map of 3 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own index
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      And an iterator adds 1000 to the map
      Then the mapping shows the number 1001 at 8 bytes
      When user space stores the number 5 at 16 bytes of the mapping
      And an iterator adds 1000 to the map
      Then user space sees the number 1005 at index 2

  @rule:iterator.access @manual @array @program @needs:iterator @needs:access @since-5.9
  Rule: An iterator's program is a program: it does not change what is read-only for programs, nor read what is write-only
    Source: include/uapi/linux/bpf.h, BPF_F_RDONLY_PROG and BPF_F_WRONLY_PROG

    Scenario: a map that is read-only for programs keeps its elements
      Given an array map of 3 elements of 8 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When an iterator notes the map
      Then it reports:
        | returned | 4                               |
        | values   | pattern 1, pattern 2, pattern 3 |
      When an iterator adds 1000 to the map
      Then it is refused
      And nothing has changed

    Scenario: a map that is write-only for programs is not read
      Given an array map of 3 elements of 8 bytes with BPF_F_WRONLY_PROG
      And every element of the map holds its own pattern
      And an array map of 3 elements of 8 bytes as map B
      When an iterator notes map B
      Then it succeeds
      When an iterator notes the map
      Then it is refused
      And nothing has changed

  @rule:iterator.frozen @manual @array @program @needs:iterator @needs:freeze @since-5.9
  Rule: Freezing stops system calls, and no iterator's program
    Source: include/uapi/linux/bpf.h, BPF_MAP_FREEZE

    Scenario: what an iterator adds to a frozen map is there
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own index
      When user space freezes the map
      Then it succeeds
      When an iterator adds 1000 to the map
      Then it reports:
        | returned | 4     |
        | keys     | 0 1 2 |
      And user space sees the number 1001 at index 1
      When user space updates index 1 to pattern 9
      Then it is refused
      And user space sees the number 1002 at index 2

  @rule:iterator.mode @observed @array @program @needs:iterator @needs:access @since-5.9
  Rule: The mode of the descriptor does not matter to an iterator
    Source: kernel/bpf/map_iter.c, bpf_iter_attach_map

    Scenario: through a read-only descriptor an iterator's program stores
      Given an array map of 3 elements of 8 bytes with BPF_F_RDONLY
      When an iterator adds 1000 to the map
      Then it reports:
        | returned | 4     |
        | keys     | 0 1 2 |
      And user space sees the number 1000 at index 2
      When user space updates index 1 to pattern 9
      Then it is refused with EPERM

    Scenario: through a write-only descriptor an iterator's program reads
      Given an array map of 2 elements of 8 bytes with BPF_F_WRONLY
      When user space updates index 0 to pattern 8
      And user space updates index 1 to pattern 9
      And an iterator notes the map
      Then it reports:
        | returned | 3                    |
        | values   | pattern 8, pattern 9 |
      When user space looks up index 1
      Then it is refused with EPERM

  @rule:iterator.lifetime @observed @program @needs:iterator @since-6.0
  Rule: An iterator that is open keeps its map after all descriptors of the map are closed
    Source: kernel/bpf/arraymap.c, bpf_iter_init_array_map

    Scenario: an iterator of a closed map reads all of it
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 2 elements of 8 bytes as map B
      When an iterator notes the map after its end
      Then it reports:
        | returned | 4                               |
        | keys     | 0 1 2                           |
        | values   | pattern 1, pattern 2, pattern 3 |
      When an iterator notes the map
      Then it is refused with EBADF
      When user space updates index 1 of map B to pattern 5
      Then user space sees pattern 5 at index 1 of map B
