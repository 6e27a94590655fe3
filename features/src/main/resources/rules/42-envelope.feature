Feature: The envelope of the system call

  Every command comes with a block of arguments, its size and its number. What lies in the block
  beyond the fields of the command has to be zero, so that it can get a meaning one day.

  @rule:syscall.args.unknown-bytes @observed @needs:envelope
  Rule: Bytes beyond all that the kernel knows are zero, or the call is refused with E2BIG
    Source: kernel/bpf/syscall.c, bpf_check_uarg_tail_zero

    Scenario Outline: user space <calls> with byte <byte> set
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space <calls>, in an envelope with byte <byte> set
      Then it is refused with E2BIG
      When user space <calls>, in an envelope of <bytes> bytes
      Then it succeeds
      And nothing else has changed

      Examples:
        | type         | calls                               | byte | bytes |
        | an array map | looks up index 3                    | 256  | 257   |
        | an array map | looks up index 3                    | 4095 | 4096  |
        | an array map | updates index 3 to pattern 60       | 256  | 257   |
        | an array map | updates index 3 to pattern 60       | 4095 | 4096  |
        | an array map | asks for the key after index 2      | 512  | 513   |

      @percpu
      Examples:
        | type                | calls                            | byte | bytes |
        | a per-CPU array map | looks up index 3                 | 300  | 301   |
        | a per-CPU array map | updates index 3 to patterns from 60 | 4095 | 4096  |

      @needs:info @since-4.13
      Examples:
        | type         | calls             | byte | bytes |
        | an array map | describes the map | 256  | 257   |

      @needs:freeze @since-5.2
      Examples:
        | type         | calls           | byte | bytes |
        | an array map | freezes the map | 256  | 257   |

      @needs:batch @since-5.6
      Examples:
        | type         | calls                                                | byte | bytes |
        | an array map | looks up a batch of 2 elements after the start | 256  | 257   |

    Scenario: a creation with an unknown byte makes no map
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | (bpf_attr) | an envelope with byte 256 set |
      Then it is refused with E2BIG
      When map B is created with:
        | (bpf_attr) | an envelope of 4096 bytes |
      Then it succeeds
      When user space updates index 3 of map B to pattern 60
      Then user space sees pattern 60 at index 3 of map B
      And nothing has changed

  @rule:syscall.args.size @observed @needs:envelope
  Rule: A call with more than a page of arguments is refused with E2BIG before they are read
    Source: kernel/bpf/syscall.c, bpf_check_uarg_tail_zero

    Scenario Outline: user space <calls> with more than a page
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space <calls>, in an envelope of 65537 bytes
      Then it is refused with E2BIG
      When user space <calls>, in an unreadable envelope of 65537 bytes
      Then it is refused with E2BIG
      When user space <calls>, in an envelope of 0xffffffff bytes
      Then it is refused with E2BIG
      When user space <calls>, in an envelope of 1024 bytes
      Then it succeeds
      And nothing else has changed

      Examples:
        | calls                          |
        | looks up index 3               |
        | updates index 3 to pattern 60  |
        | asks for the key after index 2 |

    Scenario: a creation with more than a page makes no map
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | (bpf_attr) | an envelope of 65537 bytes |
      Then it is refused with E2BIG
      When map B is created with:
        | (bpf_attr) | an envelope of 1024 bytes |
      Then it succeeds
      And user space sees zeros at index 3 of map B
      And nothing has changed

  @rule:syscall.args.short @observed @needs:envelope
  Rule: Arguments that are not passed count as zero
    Source: kernel/bpf/syscall.c, __sys_bpf

    Scenario: 16 bytes create a map, and fewer lack its elements
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | max_entries | 3                       |
        | map_flags   | BPF_F_MMAPABLE          |
        | (bpf_attr)  | an envelope of 16 bytes |
      Then it succeeds
      And user space sees zeros at index 2 of map B
      When user space looks up index 3 of map B
      Then it is refused with ENOENT
      When map C is created with:
        | max_entries | 3                      |
        | (bpf_attr)  | an envelope of 8 bytes |
      Then it is refused with EINVAL
      When map C is created with:
        | max_entries | 3                      |
        | (bpf_attr)  | an envelope of 0 bytes |
      Then it is refused with EINVAL
      And nothing has changed

    Scenario: flags that are not passed are none
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to pattern 60 with BPF_NOEXIST
      Then it is refused with EEXIST
      When user space updates index 1 to pattern 60 with BPF_NOEXIST, in an envelope of 24 bytes
      Then it succeeds
      And user space sees pattern 60 at index 1
      When user space looks up index 1 with 0x10, in an envelope of 24 bytes
      Then it finds pattern 60
      And nothing else has changed

    Scenario Outline: a <pointer> that is not passed is NULL
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space <calls>, in an envelope of <bytes> bytes
      Then it is refused with EFAULT
      When user space <calls>
      Then it succeeds
      And nothing else has changed

      Examples:
        | pointer            | calls                         | bytes |
        | value to update    | updates index 1 to pattern 60 | 16    |
        | key to update      | updates index 1 to pattern 60 | 8     |
        | buffer of a lookup | looks up index 1              | 16    |
        | key of a lookup    | looks up index 1              | 8     |

    @since-4.12
    Scenario: a key to follow that is not passed is NULL, for which there is a first key
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after index 3, in an envelope of 8 bytes
      Then it is refused with EFAULT
      When user space asks for the key after index 3, in an envelope of 16 bytes
      Then it is refused with ENOENT
      When user space asks for the key after no key
      Then it finds index 0
      And nothing has changed

  @rule:syscall.args.unreadable @observed @needs:envelope
  Rule: Arguments that cannot be read fail the call with EFAULT, unless there are none
    Source: kernel/bpf/syscall.c, __sys_bpf

    Scenario Outline: user space <calls> without readable arguments
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space <calls>, in an unreadable envelope
      Then it is refused with EFAULT
      When user space <calls>, in an unreadable envelope of 168 bytes
      Then it is refused with EFAULT
      When user space <calls>
      Then it succeeds
      And nothing else has changed

      Examples:
        | calls                          |
        | looks up index 3               |
        | updates index 3 to pattern 60  |
        | asks for the key after index 2 |

    Scenario: a creation of no arguments lacks them all
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | (bpf_attr) | an unreadable envelope of 0 bytes |
      Then it is refused with EINVAL
      When map B is created with:
        | (bpf_attr) | an unreadable envelope |
      Then it is refused with EFAULT
      And nothing has changed

  @rule:syscall.args.read-only @observed @needs:envelope
  Rule: Arguments in memory that cannot be written are as good as others to calls that do not write there
    Source: kernel/bpf/syscall.c, __sys_bpf

    Scenario Outline: user space <calls> of <type> with arguments in a read-only page
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space <calls>, in a read-only envelope
      Then it succeeds
      When user space <fails>, in a read-only envelope
      Then it is refused with <errno>
      And user space sees patterns from <value> at index 3
      And nothing else has changed

      Examples:
        | type         | calls                               | fails                               | errno  | value |
        | an array map | looks up index 3                    | looks up index 4                    | ENOENT | 4     |
        | an array map | updates index 3 to patterns from 60 | updates index 4 to patterns from 60 | E2BIG  | 60    |
        | an array map | asks for the key after index 2      | asks for the key after index 3      | ENOENT | 4     |

      @percpu
      Examples:
        | type                | calls                               | fails                               | errno | value |
        | a per-CPU array map | updates index 3 to patterns from 60 | updates index 4 to patterns from 60 | E2BIG | 60    |

    Scenario: a creation with arguments in a read-only page makes a map
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | (bpf_attr) | a read-only envelope |
      Then it succeeds
      And user space sees zeros at index 3 of map B
      And nothing has changed

  @rule:array.info.length-fault @observed @needs:envelope @needs:info @since-4.13
  Rule: What a map says of itself is refused with EFAULT where its length cannot be written to the arguments
    Source: kernel/bpf/syscall.c, bpf_map_get_info_by_fd

    Scenario Outline: <type> is described with arguments in a read-only page
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space describes the map, in a read-only envelope
      Then it is refused with EFAULT
      When user space describes the map, in an envelope of 16 bytes
      Then it succeeds
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:array.batch.count-fault @observed @needs:envelope @needs:batch @since-5.6
  Rule: A batch of lookups that cannot write its count is refused with EFAULT, after its descriptor, mode and flags, and unless it is of no elements
    Source: kernel/bpf/syscall.c, generic_map_lookup_batch

    Scenario Outline: a lookup of <count> elements with <flags> and arguments in a read-only page, <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of <count> elements after index 1 with <flags>, in a read-only envelope
      Then it reports:
        | errno  | <errno> |
        | count  | <count> |
        | cursor | none    |
      When user space looks up a batch of 2 elements after index 1
      Then it reports:
        | errno  | none                 |
        | count  | 2                    |
        | keys   | 2 3                  |
        | values | pattern 3, pattern 4 |
      And nothing has changed

      Examples:
        | count | flags       | errno  |
        | 2     | BPF_ANY     | EFAULT |
        | 9     | BPF_ANY     | EFAULT |
        | 0     | BPF_ANY     | none   |
        | 2     | BPF_NOEXIST | EINVAL |

  @rule:array.batch.update-count-fault @observed @needs:envelope @needs:batch @since-6.8
  Rule: A batch of updates that cannot write its count is refused with EFAULT before its first element, unless it is of none
    Source: kernel/bpf/syscall.c, generic_map_update_batch, commit 06e5c999f102

    Scenario: arguments in a read-only page leave every element as it is
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates a batch of the map, in a read-only envelope:
        | 1 | pattern 60 |
        | 3 | pattern 70 |
      Then it reports:
        | errno | EFAULT |
        | count | 2      |
      When user space updates a batch of the map counted as 0, in a read-only envelope:
        | 1 | pattern 60 |
      Then it reports:
        | errno | none |
        | count | 0    |
      And nothing has changed
      When user space updates a batch of the map:
        | 1 | pattern 60 |
      Then user space sees pattern 60 at index 1
      And nothing else has changed

  @rule:array.batch.update-cursors @manual @needs:envelope @needs:batch @since-5.6
  Rule: A batch of updates does not look at the fields for cursors
    Source: include/uapi/linux/bpf.h, BPF_MAP_UPDATE_BATCH

    Scenario Outline: <cursor> with byte <byte> set, which points nowhere, is as good as none for <type>
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates a batch of the map, in an envelope with byte <byte> set:
        | 1 | patterns from 60 |
        | 3 | patterns from 70 |
      Then it reports:
        | errno | none |
        | count | 2    |
      And user space sees patterns from 60 at index 1
      And user space sees patterns from 70 at index 3
      And nothing else has changed

      Examples:
        | type         | cursor       | byte |
        | an array map | an in_batch  | 0    |
        | an array map | an in_batch  | 7    |
        | an array map | an out_batch | 8    |
        | an array map | an out_batch | 15   |

      @percpu @since-5.13
      Examples:
        | type                | cursor       | byte |
        | a per-CPU array map | an out_batch | 8    |

  @rule:syscall.args.beyond-fields @manual @needs:envelope
  Rule: Bytes after the last field of a command are zero, or the call is refused with EINVAL
    Source: bpf(2), ERRORS
    Source: kernel/bpf/syscall.c, CHECK_ATTR

    Scenario Outline: user space <calls> of <type> with byte <byte> set, the first after the fields
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space <calls>, in an envelope with byte <byte> set
      Then it is refused with EINVAL
      When user space <calls>, in an envelope of <byte> bytes with byte <byte> set
      Then it succeeds
      And nothing else has changed

      Examples:
        | type         | calls                          | byte |
        | an array map | looks up index 3               | 32   |
        | an array map | updates index 3 to pattern 60  | 32   |
        | an array map | asks for the key after index 2 | 24   |

      @percpu
      Examples:
        | type                | calls                               | byte |
        | a per-CPU array map | looks up index 3                    | 32   |
        | a per-CPU array map | updates index 3 to patterns from 60 | 32   |
        | a per-CPU array map | asks for the key after index 2      | 24   |

      @needs:info @since-4.13
      Examples:
        | type         | calls             | byte |
        | an array map | describes the map | 16   |

      @needs:batch @since-5.6
      Examples:
        | type         | calls                                                     | byte |
        | an array map | looks up a batch of 2 elements after the start | 56   |

    @observed
    Scenario Outline: user space <calls> with a later byte set
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space <calls>, in an envelope with byte 47 set
      Then it is refused with EINVAL
      When user space <calls>
      Then it succeeds
      And nothing else has changed

      Examples:
        | calls                          |
        | looks up index 3               |
        | updates index 3 to pattern 60  |
        | asks for the key after index 2 |

    @observed
    Scenario: an unknown byte is reported before a closed descriptor, a delete and a bad key
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes as map B
      When user space closes map B
      And user space looks up index 0 of map B, in an envelope with byte 40 set
      Then it is refused with EINVAL
      When user space looks up index 0 of map B
      Then it is refused with EBADF
      When user space looks up an unreadable key, in an envelope with byte 40 set
      Then it is refused with EINVAL
      When user space looks up an unreadable key
      Then it is refused with EFAULT
      When user space deletes an unreadable key, in an envelope with byte 16 set
      Then it is refused with EINVAL
      When user space deletes an unreadable key
      Then it is refused with EFAULT
      And nothing has changed

    @observed @since-4.20
    Scenario: an unknown byte is reported before that arrays do not look up and delete
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up and deletes index 3, in an envelope with byte 32 set
      Then it is refused with EINVAL
      When user space looks up and deletes index 3, in an envelope of 32 bytes
      Then it is refused with ENOTSUPP
      And nothing has changed

    @observed @since-6.18
    Scenario: a creation with a byte set after its last field makes no map
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | (bpf_attr) | an envelope with byte 100 set |
      Then it is refused with EINVAL
      When map B is created with:
        | (bpf_attr) | an envelope of 100 bytes |
      Then it succeeds
      And user space sees zeros at index 3 of map B
      And nothing has changed

  @rule:array.freeze.arguments @observed @needs:envelope @needs:freeze @since-5.2
  Rule: Freezing takes a descriptor and nothing else
    Source: kernel/bpf/syscall.c, map_freeze

    Scenario Outline: <type> is not frozen by a call with byte <byte> set
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space freezes the map, in an envelope with byte <byte> set
      Then it is refused with EINVAL
      When user space updates index 1 to patterns from 60
      Then user space sees patterns from 60 at index 1
      When user space freezes the map, in an envelope of <byte> bytes
      Then it succeeds
      When user space updates index 1 to patterns from 70
      Then it is refused
      And nothing has changed

      Examples:
        | type         | byte |
        | an array map | 4    |
        | an array map | 8    |
        | an array map | 16   |
        | an array map | 47   |

      @percpu
      Examples:
        | type                | byte |
        | a per-CPU array map | 4    |

  @rule:syscall.args.holes @observed @needs:envelope
  Rule: Bytes between the descriptor and the key are not looked at
    Source: include/uapi/linux/bpf.h, union bpf_attr

    Scenario Outline: user space <calls> with byte <byte> set
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space <calls>, in an envelope with byte <byte> set
      Then it succeeds
      When user space <fails>, in an envelope with byte <byte> set
      Then it is refused with <errno>
      And user space sees patterns from <value> at index 3
      And nothing else has changed

      Examples:
        | type         | calls                               | byte | fails                               | errno  | value |
        | an array map | looks up index 3                    | 4    | looks up index 4                    | ENOENT | 4     |
        | an array map | looks up index 3                    | 7    | looks up index 4                    | ENOENT | 4     |
        | an array map | updates index 3 to patterns from 60 | 4    | updates index 4 to patterns from 60 | E2BIG  | 60    |
        | an array map | updates index 3 to patterns from 60 | 7    | updates index 4 to patterns from 60 | E2BIG  | 60    |
        | an array map | asks for the key after index 2      | 5    | asks for the key after index 3      | ENOENT | 4     |

      @percpu
      Examples:
        | type                | calls                               | byte | fails                               | errno | value |
        | a per-CPU array map | updates index 3 to patterns from 60 | 6    | updates index 4 to patterns from 60 | E2BIG | 60    |

  @rule:array.batch.structure-flags @observed @needs:envelope @needs:batch @since-5.6
  Rule: The flags of a batch, other than those of its elements, are not looked at
    Source: kernel/bpf/syscall.c, bpf_map_do_batch

    Scenario Outline: a batch with byte <byte> set is written and read
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates a batch of the map, in an envelope with byte <byte> set:
        | 1 | pattern 60 |
        | 3 | pattern 70 |
      Then it reports:
        | errno | none |
        | count | 2    |
      And user space sees pattern 60 at index 1
      And user space sees pattern 70 at index 3
      When user space looks up a batch of 2 elements after index 0, in an envelope with byte <byte> set
      Then it reports:
        | errno | none |
        | count | 2    |
        | keys  | 1 2  |
      And nothing else has changed

      Examples:
        | byte |
        | 48   |
        | 51   |
        | 55   |

  @rule:syscall.command.unknown @manual @needs:envelope
  Rule: A command that no kernel has is refused with EINVAL
    Source: bpf(2), ERRORS

    Scenario Outline: user space <calls> under a number that no command has
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space <calls>, in an envelope for a command 1000 higher
      Then it is refused with EINVAL
      When user space <calls>, in an envelope for a command 0x7fffff00 higher
      Then it is refused with EINVAL
      When user space <calls>
      Then it succeeds
      And nothing else has changed

      Examples:
        | calls                          |
        | looks up index 3               |
        | updates index 3 to pattern 60  |
        | asks for the key after index 2 |

    @observed
    Scenario: unknown bytes and unreadable arguments are reported before the number
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up index 3, in an envelope with byte 256 set for a command 1000 higher
      Then it is refused with E2BIG
      When user space looks up index 3, in an unreadable envelope for a command 1000 higher
      Then it is refused with EFAULT
      When user space looks up index 3
      Then it finds pattern 4
      And nothing has changed

  @rule:syscall.command.low-half @observed @needs:envelope
  Rule: Of the number of the command and of the size, 32 bits count
    Source: kernel/bpf/syscall.c, SYSCALL_DEFINE3(bpf)

    Scenario: a 33rd bit in the number and in the size changes nothing
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | (bpf_attr) | an envelope of 0x1000000a8 bytes for a command 0x100000000 higher |
      Then it succeeds
      When user space updates index 3 of map B to pattern 60, in an envelope for a command 0x100000000 higher
      Then user space sees pattern 60 at index 3 of map B
      When user space updates index 4 of map B to pattern 60, in an envelope of 0x100000020 bytes
      Then it is refused with E2BIG
      And nothing has changed
