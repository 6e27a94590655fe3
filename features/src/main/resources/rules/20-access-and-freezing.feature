Feature: Access modes and freezing

  What a descriptor lets user space do with a map, what a map lets programs do with it, and how user
  space gives up writing to a map for good.

  @rule:array.readonly.writes @observed @needs:access @since-4.15
  Rule: A descriptor made with BPF_F_RDONLY refuses every call that would write, with EPERM
    Source: kernel/bpf/syscall.c, map_get_sys_perms

    Scenario Outline: user space with a read-only descriptor of <type> <writes> in vain
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      When user space <writes>
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | type         | writes                                                      |
        | an array map | updates index 0 of map B to patterns from 60                |
        | an array map | updates index 3 of map B to patterns from 60 with BPF_EXIST |
        | an array map | deletes index 0 of map B                                    |

      @percpu
      Examples:
        | type                | writes                                                      |
        | a per-CPU array map | updates index 0 of map B to patterns from 60                |
        | a per-CPU array map | updates index 3 of map B to patterns from 60 with BPF_EXIST |
        | a per-CPU array map | deletes index 0 of map B                                    |

      @since-4.20
      Examples:
        | type         | writes                                |
        | an array map | looks up and deletes index 0 of map B |

      @percpu @since-4.20
      Examples:
        | type                | writes                                |
        | a per-CPU array map | looks up and deletes index 0 of map B |

      @needs:batch @since-5.6
      Examples:
        | type         | writes                                                              |
        | an array map | deletes a batch of 2 elements after index 0 of map B                |
        | an array map | looks up and deletes a batch of 2 elements after the start of map B |

      @percpu @needs:batch @since-5.6
      Examples:
        | type                | writes                                                              |
        | a per-CPU array map | deletes a batch of 2 elements after index 0 of map B                |
        | a per-CPU array map | looks up and deletes a batch of 2 elements after the start of map B |

    @needs:batch @since-5.6
    Scenario Outline: user space with a read-only descriptor of <type> writes no batch
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      When user space updates a batch of map B:
        | 0 | patterns from 60 |
        | 3 | patterns from 70 |
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:array.readonly.reads @observed @needs:access @since-4.15
  Rule: A descriptor made with BPF_F_RDONLY serves every call that only reads
    Source: kernel/bpf/syscall.c, map_get_sys_perms

    Scenario Outline: user space with a read-only descriptor of <type> looks up and asks for keys
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      When user space looks up index 3 of map B
      Then it succeeds
      And user space sees zeros at index 3 of map B
      When user space asks for the key after index 2 of map B
      Then it finds index 3
      When user space looks up index 4 of map B
      Then it is refused with ENOENT
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    @program
    Scenario Outline: user space with a read-only descriptor of <type> sees what programs put there
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      When <program> updates index 2 of map B to pattern 60
      Then it succeeds
      And user space sees <seen> at index 2 of map B
      And user space sees zeros at index 1 of map B
      And nothing else has changed

      Examples:
        | type         | program   | seen       |
        | an array map | a program | pattern 60 |

      @percpu
      Examples:
        | type                | program            | seen                                    |
        | a per-CPU array map | a program on CPU 0 | pattern 60 on CPU 0 and zeros elsewhere |

    @needs:batch @since-5.6
    Scenario: user space with a read-only descriptor looks up a batch
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      When user space looks up a batch of 3 elements after the start of map B
      Then it reports:
        | errno | none  |
        | count | 3     |
        | keys  | 0 1 2 |
      When user space looks up a batch of 1 elements after index 2 of map B
      Then it reports:
        | errno | none |
        | keys  | 3    |
      And nothing has changed

    @percpu @needs:batch @since-5.13
    Scenario: user space with a read-only descriptor looks up a batch of a per-CPU map
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And a per-CPU array map of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      When user space looks up a batch of 3 elements after the start of map B
      Then it reports:
        | errno | none  |
        | count | 3     |
        | keys  | 0 1 2 |
      When user space looks up a batch of 1 elements after index 2 of map B
      Then it reports:
        | errno | none |
        | keys  | 3    |
      And nothing has changed

  @rule:array.writeonly.reads @observed @needs:access @since-4.15
  Rule: A descriptor made with BPF_F_WRONLY refuses every call that would read, with EPERM
    Source: kernel/bpf/syscall.c, map_get_sys_perms

    Scenario Outline: user space with a write-only descriptor of <type> <reads> in vain
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with BPF_F_WRONLY as map B
      When user space updates index 0 of map B to patterns from 60
      Then it succeeds
      When user space <reads>
      Then it is refused with EPERM
      When user space closes map B
      Then it succeeds
      And nothing has changed

      Examples:
        | type         | reads                                   |
        | an array map | looks up index 0 of map B               |
        | an array map | looks up index 3 of map B               |
        | an array map | asks for the key after index 0 of map B |

      @percpu
      Examples:
        | type                | reads                                   |
        | a per-CPU array map | looks up index 0 of map B               |
        | a per-CPU array map | looks up index 3 of map B               |
        | a per-CPU array map | asks for the key after index 0 of map B |

      @since-4.20
      Examples:
        | type         | reads                                 |
        | an array map | looks up and deletes index 0 of map B |

      @percpu @since-4.20
      Examples:
        | type                | reads                                 |
        | a per-CPU array map | looks up and deletes index 0 of map B |

      @needs:batch @since-5.6
      Examples:
        | type         | reads                                                               |
        | an array map | looks up a batch of 2 elements after the start of map B             |
        | an array map | looks up and deletes a batch of 2 elements after the start of map B |

      @percpu @needs:batch @since-5.6
      Examples:
        | type                | reads                                                               |
        | a per-CPU array map | looks up a batch of 2 elements after the start of map B             |
        | a per-CPU array map | looks up and deletes a batch of 2 elements after the start of map B |

  @rule:array.writeonly.writes @observed @needs:access @since-4.15
  Rule: A descriptor made with BPF_F_WRONLY serves every call that only writes
    Source: kernel/bpf/syscall.c, map_get_sys_perms

    Scenario Outline: user space with a write-only descriptor of <type> gets past the permission
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with BPF_F_WRONLY as map B
      When user space updates index 3 of map B to patterns from 60
      Then it succeeds
      When user space updates index 4 of map B to patterns from 60
      Then it is refused with E2BIG
      When user space deletes index 3 of map B
      Then it is refused with EINVAL
      When user space closes map B
      Then it succeeds
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    @program
    Scenario Outline: programs see what user space wrote with a write-only descriptor of <type>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with BPF_F_WRONLY as map B
      When user space updates index 3 of map B to patterns from 60
      Then <program> sees patterns from 60 at index 3 of map B
      And <program> sees zeros at index 2 of map B
      When user space closes map B
      Then nothing has changed

      Examples:
        | type         | program   |
        | an array map | a program |

      @percpu
      Examples:
        | type                | program                |
        | a per-CPU array map | a program on every CPU |

    @program @needs:batch @since-5.6
    Scenario: programs see the batch that user space wrote with a write-only descriptor
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes with BPF_F_WRONLY as map B
      When user space updates a batch of map B:
        | 0 | pattern 60 |
        | 3 | pattern 70 |
      Then it succeeds
      And a program sees pattern 60 at index 0 of map B
      And a program sees pattern 70 at index 3 of map B
      When user space closes map B
      Then nothing has changed

  @rule:array.info.any-mode @observed @needs:access @needs:info @since-4.15
  Rule: A descriptor of any mode tells the properties of its map
    Source: kernel/bpf/syscall.c, bpf_map_get_info_by_fd

    Scenario Outline: <type> made with <flag> is described
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 7 elements of 24 bytes with <flag> as map B
      When user space describes map B
      Then it reports:
        | key_size    | 4  |
        | value_size  | 24 |
        | max_entries | 7  |
      When user space describes the map
      Then it reports:
        | value_size  | 8 |
        | max_entries | 4 |
      When user space closes map B
      Then nothing has changed

      Examples:
        | type         | flag         |
        | an array map | BPF_F_RDONLY |
        | an array map | BPF_F_WRONLY |

      @percpu
      Examples:
        | type                | flag         |
        | a per-CPU array map | BPF_F_RDONLY |
        | a per-CPU array map | BPF_F_WRONLY |

  @rule:program.descriptor-mode @observed @program @needs:access @since-4.15
  Rule: The mode of the descriptor that names a map to a program does not limit the program
    Source: kernel/bpf/verifier.c, add_used_map
    Note: A descriptor that may only read is enough to load a program that writes.

    Scenario Outline: a program reads and writes <type> made with <flag>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with <flag> as map B
      When a program updates index 3 of map B to pattern 60
      Then it succeeds
      And a program sees pattern 60 at index 3 of map B
      When a program stores the number 7 into index 2 of map B
      Then it succeeds
      When a program loads index 2 of map B
      Then it gives the number 7
      When user space closes map B
      Then nothing has changed

      Examples:
        | type         | flag         |
        | an array map | BPF_F_RDONLY |
        | an array map | BPF_F_WRONLY |

      @percpu
      Examples:
        | type                | flag         |
        | a per-CPU array map | BPF_F_RDONLY |
        | a per-CPU array map | BPF_F_WRONLY |

    @since-5.12
    Scenario Outline: a program adds atomically in <type> made with <flag>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with <flag> as map B
      When a program atomically adds 5 to index 2 of map B
      Then it gives the number 0
      When a program atomically adds 6 to index 2 of map B
      Then it gives the number 5
      When user space closes map B
      Then nothing has changed

      Examples:
        | type         | flag         |
        | an array map | BPF_F_RDONLY |
        | an array map | BPF_F_WRONLY |

      @percpu
      Examples:
        | type                | flag         |
        | a per-CPU array map | BPF_F_RDONLY |
        | a per-CPU array map | BPF_F_WRONLY |

  @rule:program.readonly.writes @observed @program @needs:access @since-5.2
  Rule: A program that writes to a map made with BPF_F_RDONLY_PROG does not load, for EACCES
    Source: kernel/bpf/verifier.c, check_map_access_type and record_func_map
    Note: It is the program that is refused, whether or not there is an element at the index.

    Scenario Outline: a program that <writes> does not load over <type>
      Given <type> of 4 elements of 8 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When a program <writes>
      Then it is refused with EACCES
      And nothing has changed

      Examples:
        | type         | writes                                             |
        | an array map | stores the number 7 into index 0                   |
        | an array map | stores the number 7 into index 3 at byte 7, 1 wide |
        | an array map | stores the number 7 into index 4                   |
        | an array map | updates index 0 to pattern 60                      |
        | an array map | deletes index 0                                    |

      @percpu
      Examples:
        | type                | writes                                             |
        | a per-CPU array map | stores the number 7 into index 0                   |
        | a per-CPU array map | stores the number 7 into index 3 at byte 7, 1 wide |
        | a per-CPU array map | stores the number 7 into index 4                   |
        | a per-CPU array map | updates index 0 to pattern 60                      |
        | a per-CPU array map | deletes index 0                                    |

      @since-5.12
      Examples:
        | type         | writes                                         |
        | an array map | atomically adds 1 to index 0                   |
        | an array map | atomically adds 1 to index 3 at byte 4, 4 wide |

      @percpu @since-5.12
      Examples:
        | type                | writes                       |
        | a per-CPU array map | atomically adds 1 to index 0 |

      @percpu @since-5.19
      Examples:
        | type                | writes                                     |
        | a per-CPU array map | stores the number 7 into index 0 for CPU 0 |

  @rule:program.readonly.reads @observed @program @needs:access @since-5.2
  Rule: Programs read a map made with BPF_F_RDONLY_PROG as any other
    Source: kernel/bpf/verifier.c, check_map_access_type

    Scenario Outline: programs look up and load from <type>
      Given <type> of 4 elements of 8 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When user space updates index 3 to patterns from 60
      Then a program on CPU 0 sees patterns from 60 at index 3
      When user space updates index 2 to the number 77
      And a program on every CPU loads index 2
      Then it gives the number 77
      When a program on every CPU loads index 4
      Then it finds no value
      And user space sees patterns from 60 at index 3
      And nothing else has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    @percpu @since-5.19
    Scenario: programs look up the slots of all CPUs
      Given a per-CPU array map of 4 elements of 8 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When user space updates index 2 to patterns from 60
      Then a program sees patterns from 60 at index 2 for CPU 0
      And a program sees patterns from 60 at index 2 for CPU 1
      And nothing else has changed

  @rule:program.writeonly.reads @observed @program @needs:access @since-5.2
  Rule: A program that reads a value of a map made with BPF_F_WRONLY_PROG does not load, for EACCES
    Source: kernel/bpf/verifier.c, check_map_access_type
    Note: An atomic instruction reads what it changes.

    Scenario Outline: a program that <reads> does not load over <type>
      Given <type> of 4 elements of 8 bytes with BPF_F_WRONLY_PROG
      And every element of the map holds its own pattern
      When a program <reads>
      Then it is refused with EACCES
      And nothing has changed

      Examples:
        | type         | reads                           |
        | an array map | looks up index 0                |
        | an array map | loads index 0                   |
        | an array map | loads index 3 at byte 7, 1 wide |
        | an array map | loads index 4                   |

      @percpu
      Examples:
        | type                | reads                           |
        | a per-CPU array map | looks up index 0                |
        | a per-CPU array map | loads index 0                   |
        | a per-CPU array map | loads index 3 at byte 7, 1 wide |
        | a per-CPU array map | loads index 4                   |

      @since-5.12
      Examples:
        | type         | reads                                          |
        | an array map | atomically adds 1 to index 0                   |
        | an array map | atomically adds 1 to index 3 at byte 4, 4 wide |

      @percpu @since-5.12
      Examples:
        | type                | reads                        |
        | a per-CPU array map | atomically adds 1 to index 0 |

      @percpu @since-5.19
      Examples:
        | type                | reads                      |
        | a per-CPU array map | looks up index 0 for CPU 0 |

  @rule:program.writeonly.writes @observed @program @needs:access @since-5.2
  Rule: Programs write to a map made with BPF_F_WRONLY_PROG as to any other
    Source: kernel/bpf/verifier.c, check_map_access_type and record_func_map

    Scenario Outline: programs update and store into <type>
      Given <type> of 4 elements of 8 bytes with BPF_F_WRONLY_PROG
      And every element of the map holds its own pattern
      And user space updates index 2 to zeros
      And user space updates index 3 to zeros
      When <program> updates index 3 to pattern 60
      Then it succeeds
      And user space sees <updated> at index 3
      When <program> stores the number 77 into index 2
      Then it succeeds
      And user space sees <stored> at index 2
      When <program> updates index 4 to pattern 60
      Then it is refused with E2BIG
      When <program> deletes index 3
      Then it is refused with EINVAL
      And user space sees <updated> at index 3
      And nothing else has changed

      Examples:
        | type         | program   | updated    | stored        |
        | an array map | a program | pattern 60 | the number 77 |

      @percpu
      Examples:
        | type                | program            | updated                                 | stored                                     |
        | a per-CPU array map | a program on CPU 0 | pattern 60 on CPU 0 and zeros elsewhere | the number 77 on CPU 0 and zeros elsewhere |

    Scenario Outline: programs find elements of <type> that they do not read
      Given <type> of 4 elements of 8 bytes with BPF_F_WRONLY_PROG
      And every element of the map holds its own pattern
      When a program measures the distance from index 3 to index 3
      Then it gives the number 0
      When a program locates index 4
      Then it finds no value
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:array.program-flags.user-space @observed @needs:access @since-5.2
  Rule: The flags that limit programs do not limit user space
    Source: kernel/bpf/syscall.c, map_get_sys_perms

    Scenario Outline: user space reads and writes <type> made with <flag>
      Given <type> of 4 elements of 8 bytes with <flag>
      And every element of the map holds its own pattern
      When user space updates index 3 to patterns from 60
      Then it succeeds
      And user space sees patterns from 60 at index 3
      When user space asks for the key after index 2
      Then it finds index 3
      And nothing else has changed

      Examples:
        | type         | flag              |
        | an array map | BPF_F_RDONLY_PROG |
        | an array map | BPF_F_WRONLY_PROG |

      @percpu
      Examples:
        | type                | flag              |
        | a per-CPU array map | BPF_F_RDONLY_PROG |
        | a per-CPU array map | BPF_F_WRONLY_PROG |

    @needs:batch @since-5.6
    Scenario Outline: user space reads and writes batches of a map made with <flag>
      Given an array map of 4 elements of 8 bytes with <flag>
      And every element of the map holds its own pattern
      When user space updates a batch of the map:
        | 3 | pattern 60 |
        | 0 | pattern 70 |
      Then it succeeds
      When user space looks up a batch of 2 elements after index 1
      Then it reports:
        | errno  | none                  |
        | keys   | 2 3                   |
        | values | pattern 3, pattern 60 |
      And user space sees pattern 70 at index 0
      And nothing else has changed

      Examples:
        | flag              |
        | BPF_F_RDONLY_PROG |
        | BPF_F_WRONLY_PROG |

  @rule:array.freeze.writes @manual @needs:freeze @since-5.2
  Rule: Once a map is frozen no call of user space changes it any more
    Source: include/uapi/linux/bpf.h, BPF_MAP_FREEZE

    Scenario Outline: user space updates <type> until it freezes it, and not after
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to patterns from 60
      Then it succeeds
      And user space sees patterns from 60 at index 1
      When user space freezes the map
      Then it succeeds
      When user space updates index 1 to patterns from 70
      Then it is refused
      When user space updates index 3 to patterns from 80 with BPF_EXIST
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
    Scenario Outline: the errno is EPERM when user space <writes> of <type> that is frozen
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space freezes the map
      When user space <writes>
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | type         | writes                              |
        | an array map | updates index 0 to patterns from 60 |
        | an array map | deletes index 0                     |
        | an array map | looks up and deletes index 0        |

      @percpu
      Examples:
        | type                | writes                              |
        | a per-CPU array map | updates index 0 to patterns from 60 |
        | a per-CPU array map | deletes index 0                     |
        | a per-CPU array map | looks up and deletes index 0        |

      @needs:batch @since-5.6
      Examples:
        | type         | writes                                                     |
        | an array map | deletes a batch of 2 elements after index 0                |
        | an array map | looks up and deletes a batch of 2 elements after the start |

      @percpu @needs:batch @since-5.6
      Examples:
        | type                | writes                                                     |
        | a per-CPU array map | deletes a batch of 2 elements after index 0                |
        | a per-CPU array map | looks up and deletes a batch of 2 elements after the start |

    @observed @needs:batch @since-5.6
    Scenario Outline: the errno is EPERM when user space writes a batch of <type> that is frozen
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space freezes the map
      When user space updates a batch of the map:
        | 0 | patterns from 60 |
        | 3 | patterns from 70 |
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    Scenario: other maps go on as before
      Given an array map of 4 elements of 8 bytes
      And an array map of 4 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      And every element of map B holds its own pattern
      When user space freezes map B
      Then it succeeds
      When user space updates index 2 of map B to pattern 60
      Then it is refused
      When user space updates index 2 to pattern 60
      Then it succeeds
      And user space sees pattern 60 at index 2
      And user space sees pattern 3 at index 2 of map B
      And nothing else has changed

    @observed
    Scenario: a new map in the place of a frozen one is not frozen
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes as map B
      When user space freezes map B
      And user space closes map B
      And map B is created with:
        | value_size | 8 |
      Then it succeeds
      When user space updates index 2 of map B to pattern 60
      Then it succeeds
      And user space sees pattern 60 at index 2 of map B
      And nothing else has changed

  @rule:array.freeze.reads @observed @needs:freeze @since-5.2
  Rule: A frozen map is read as before
    Source: kernel/bpf/syscall.c, map_get_sys_perms

    Scenario Outline: user space looks up and asks for keys of <type> that is frozen
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 3 to patterns from 60
      And user space freezes the map
      Then user space sees patterns from 60 at index 3
      When user space asks for the key after index 2
      Then it finds index 3
      When user space looks up index 4
      Then it is refused with ENOENT
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    @needs:batch @since-5.6
    Scenario: user space looks up a batch of a frozen map
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space freezes the map
      When user space looks up a batch of 2 elements after index 1
      Then it reports:
        | errno  | none                 |
        | keys   | 2 3                  |
        | values | pattern 3, pattern 4 |
      And nothing has changed

    @needs:info
    Scenario Outline: <type> tells the same of itself once it is frozen
      Given <type> of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 16 bytes as map B
      And user space freezes the map
      When user space describes the map
      Then it reports:
        | value_size  | 8 |
        | max_entries | 5 |
        | map_flags   | 0 |
      When user space describes map B
      Then it reports:
        | value_size  | 16 |
        | max_entries | 4  |
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    @program
    Scenario Outline: programs read <type> that is frozen
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 3 to patterns from 60
      And user space updates index 2 to the number 77
      And user space freezes the map
      Then <program> sees patterns from 60 at index 3
      When <program> loads index 2
      Then it gives the number 77
      And user space sees the number 77 at index 2
      And user space sees patterns from 60 at index 3
      And nothing else has changed

      Examples:
        | type         | program   |
        | an array map | a program |

      @percpu
      Examples:
        | type                | program                |
        | a per-CPU array map | a program on every CPU |

  @rule:program.freeze @manual @program @needs:freeze @since-5.2
  Rule: Freezing alone does not keep programs from writing
    Source: include/uapi/linux/bpf.h, BPF_MAP_FREEZE

    Scenario Outline: programs update and store into <type> that is frozen
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 2 to zeros
      And user space updates index 3 to zeros
      And user space freezes the map
      When <program> updates index 3 to pattern 60
      Then it succeeds
      And user space sees <updated> at index 3
      When <program> stores the number 77 into index 2
      Then it succeeds
      And user space sees <stored> at index 2
      When user space updates index 2 to patterns from 70
      Then it is refused
      And user space sees <stored> at index 2
      And nothing else has changed

      Examples:
        | type         | program   | updated    | stored        |
        | an array map | a program | pattern 60 | the number 77 |

      @percpu
      Examples:
        | type                | program            | updated                                 | stored                                     |
        | a per-CPU array map | a program on CPU 0 | pattern 60 on CPU 0 and zeros elsewhere | the number 77 on CPU 0 and zeros elsewhere |

    @since-5.12
    Scenario: programs add atomically in a frozen map
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to the number 40
      And user space freezes the map
      And a program atomically adds 2 to index 1
      Then it gives the number 40
      And user space sees the number 42 at index 1
      And nothing else has changed

    @percpu @since-5.19
    Scenario: programs store into the slots of other CPUs in a frozen map
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to patterns from 80
      And user space freezes the map
      And a program on CPU 0 stores the number 33 into index 1 for CPU 1
      Then it succeeds
      And user space sees the number 33 on CPU 1 and patterns from 80 elsewhere at index 1
      And nothing else has changed

    @needs:access
    Scenario Outline: a map made with <flag> takes no more from programs frozen than before
      Given an array map of 4 elements of 8 bytes with <flag>
      And every element of the map holds its own pattern
      When a program updates index 3 to pattern 60
      Then <answer>
      When user space freezes the map
      Then it succeeds
      When a program updates index 2 to pattern 61
      Then <answer>
      And user space sees pattern <third> at index 2
      And user space sees pattern <fourth> at index 3
      And nothing else has changed

      Examples:
        | flag              | answer        | third | fourth |
        | BPF_F_WRONLY_PROG | it succeeds   | 61    | 60     |
        | BPF_F_RDONLY_PROG | it is refused | 3     | 4      |

  @rule:array.freeze.descriptor @observed @needs:freeze @needs:access @since-6.5
  Rule: Freezing needs a descriptor that may write, and reading is not needed
    Source: kernel/bpf/syscall.c, map_freeze

    Scenario Outline: a read-only descriptor of <type> is refused with EPERM
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      When user space freezes map B
      Then it is refused with EPERM
      When user space freezes the map
      Then it succeeds
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    Scenario Outline: a write-only descriptor of <type> freezes it
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with BPF_F_WRONLY as map B
      When user space updates index 1 of map B to patterns from 60
      Then it succeeds
      When user space freezes map B
      Then it succeeds
      When user space updates index 1 of map B to patterns from 70
      Then it is refused with EPERM
      When user space closes map B
      Then it succeeds
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:array.freeze.descriptor-unchecked @observed @needs:freeze @needs:access @since-5.2 @until-6.4
  Rule: Before 6.5 a descriptor that may not write was enough to freeze its map
    Source: kernel/bpf/syscall.c, map_freeze

    Scenario Outline: a read-only descriptor of <type> freezes it, once
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      When user space freezes map B
      Then it succeeds
      When user space freezes map B
      Then it is refused with EBUSY
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:array.freeze.twice @observed @needs:freeze @since-6.5
  Rule: A frozen map refuses to be frozen again with EPERM
    Source: kernel/bpf/syscall.c, map_freeze

    Scenario Outline: the second freezing of <type> is refused and changes nothing
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space freezes the map
      Then it succeeds
      When user space freezes the map
      Then it is refused with EPERM
      When user space updates index 0 to patterns from 60
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:array.freeze.twice-busy @observed @needs:freeze @since-5.2 @until-6.4
  Rule: Before 6.5 a frozen map refused to be frozen again with EBUSY
    Source: kernel/bpf/syscall.c, map_freeze

    Scenario Outline: the second freezing of <type> found it busy
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space freezes the map
      Then it succeeds
      When user space freezes the map
      Then it is refused with EBUSY
      When user space updates index 0 to patterns from 60
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:program.frozen.load @observed @program @needs:freeze @needs:access @since-5.5
  Rule: Of a frozen map that is read-only for programs, a program still reads a map of one element, and a per-CPU map
    Source: kernel/bpf/verifier.c, check_mem_access
    Note: The kernel may put the value in the place of the load, because nobody can change it.

    Scenario Outline: a program loads <width> bytes at byte <offset> of the only element
      Given an array map of 1 element of 16 bytes with BPF_F_RDONLY_PROG
      When user space updates index 0 to bytes 11111111222222222222222233334455
      And user space freezes the map
      And a program loads index 0 at byte <offset>, <width> wide
      Then it gives the number <number>
      And user space sees bytes 11111111222222222222222233334455 at index 0
      And nothing else has changed

      Examples:
        | offset | width | number             |
        | 0      | 4     | 0x11111111         |
        | 4      | 8     | 0x2222222222222222 |
        | 12     | 2     | 0x3333             |
        | 14     | 1     | 0x44               |
        | 15     | 1     | 0x55               |

    Scenario: a program looks up the only element, and none after it
      Given an array map of 1 element of 16 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When user space updates index 0 to pattern 60
      And user space freezes the map
      Then a program sees pattern 60 at index 0
      When a program loads index 1
      Then it finds no value
      And user space sees pattern 60 at index 0
      And nothing else has changed

    Scenario: a program reaches past the only element no more than before
      Given an array map of 1 element of 12 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      And user space freezes the map
      When a program loads index 0 at byte 8, 8 wide
      Then it is refused with EACCES
      When a program loads index 0 at byte -1, 1 wide
      Then it is refused with EACCES
      And a program sees pattern 1 at index 0
      And nothing has changed

    @percpu
    Scenario: programs read every element of a per-CPU map
      Given a per-CPU array map of 4 elements of 8 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When user space updates index 3 to patterns from 60
      And user space updates index 2 to the number 77
      And user space freezes the map
      Then a program on every CPU sees patterns from 60 at index 3
      When a program on every CPU loads index 2
      Then it gives the number 77
      And user space sees patterns from 60 at index 3
      And nothing else has changed

    @percpu @since-5.13
    Scenario: programs walk a per-CPU map
      Given a per-CPU array map of 3 elements of 8 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      And user space freezes the map
      When a program walks the map
      Then it reports:
        | returned | 3     |
        | keys     | 0 1 2 |
      And nothing has changed

  @rule:program.frozen.load-several @manual @array @program @needs:freeze @needs:access @since-5.5
  Rule: Of a frozen map that is read-only for programs, a program still reads a map of several elements
    Source: include/uapi/linux/bpf.h, BPF_MAP_FREEZE and BPF_F_RDONLY_PROG
    Note: Linux refuses to load such a program; see the findings.

    Scenario Outline: a program that <reads> does so too after the map of <entries> elements is frozen
      Given an array map of <entries> elements of 8 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When a program <reads>
      Then it <finds>
      When user space freezes the map
      Then it succeeds
      When a program <reads>
      Then it <finds>
      And nothing has changed

      Examples:
        | entries | reads                           | finds                |
        | 2       | loads index 0 at byte 0, 1 wide | gives the number 8   |
        | 2       | loads index 1 at byte 7, 1 wide | gives the number 106 |
        | 4       | looks up index 3                | finds pattern 4      |

    @since-5.13
    Scenario: a program walks the map before and after it is frozen
      Given an array map of 3 elements of 8 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When a program walks the map
      Then it reports:
        | returned | 3     |
        | keys     | 0 1 2 |
      When user space freezes the map
      Then it succeeds
      When a program walks the map
      Then it reports:
        | returned | 3     |
        | keys     | 0 1 2 |
      And nothing has changed

  @rule:array.freeze.order @observed @needs:freeze @since-6.5
  Rule: Freezing reports a bad descriptor before a lock, and a lock before a missing permission
    Source: kernel/bpf/syscall.c, map_freeze

    @needs:access
    Scenario Outline: a closed descriptor of <type> made with <flag> is a bad one, whatever else is wrong
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes with <flag> as map B
      When user space freezes map B
      Then it <before>
      When user space closes map B
      And user space freezes map B
      Then it is refused with EBADF
      And nothing has changed

      Examples:
        | type         | flag              | before                |
        | an array map | BPF_F_RDONLY      | is refused with EPERM |
        | an array map | BPF_F_RDONLY_PROG | succeeds              |

      @percpu
      Examples:
        | type                | flag              | before                |
        | a per-CPU array map | BPF_F_RDONLY      | is refused with EPERM |
        | a per-CPU array map | BPF_F_RDONLY_PROG | succeeds              |

    @memory
    Scenario: a closed descriptor of a map with a writable mapping is a bad one
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE as map B
      When user space maps 1 page of map B from 0 bytes on as the mapping rw-
      And user space freezes map B
      Then it is refused with EBUSY
      When user space closes map B
      And user space freezes map B
      Then it is refused with EBADF
      And nothing has changed

    @array @needs:lock @needs:access
    Scenario Outline: a descriptor of a map with a lock made with <flag> is refused with <open>, and closed with EBADF
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And map B is created with:
        | map_flags     | <flag> |
        | value_size    | 16     |
        | bpf_spin_lock | 0      |
      Then it succeeds
      When user space freezes map B
      Then it is refused with <open>
      When user space closes map B
      And user space freezes map B
      Then it is refused with EBADF
      And nothing has changed

      Examples:
        | flag         | open     |
        | 0            | ENOTSUPP |
        | BPF_F_RDONLY | ENOTSUPP |
        | BPF_F_WRONLY | ENOTSUPP |
