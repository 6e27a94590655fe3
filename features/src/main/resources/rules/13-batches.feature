Feature: Batches

  Many elements in one call: where a batch begins and ends, what it counts, and what it refuses.

  @rule:array.batch.lookup @manual @since-5.6 @needs:batch
  Rule: A batch of lookups gives keys and values from the first element on, or from the one after a given key
    Source: include/uapi/linux/bpf.h, BPF_MAP_LOOKUP_BATCH

    Scenario Outline: <count> elements after <start> have the keys <keys>
      Given an array map of 6 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of <count> elements after <start>
      Then it succeeds
      And it reports:
        | errno  | none     |
        | count  | <count>  |
        | keys   | <keys>   |
        | values | <values> |
        | cursor | <cursor> |
      And nothing has changed

      Examples:
        | count | start     | keys      | values                                     | cursor |
        | 1     | the start | 0         | pattern 1                                  | 0      |
        | 2     | the start | 0 1       | pattern 1, pattern 2                       | 1      |
        | 3     | index 0   | 1 2 3     | pattern 2, pattern 3, pattern 4            | 3      |
        | 4     | index 1   | 2 3 4 5   | pattern 3, pattern 4, pattern 5, pattern 6 | 5      |
        | 1     | index 4   | 5         | pattern 6                                  | 5      |

    @percpu @since-5.13
    Scenario Outline: <count> elements of a per-CPU array map after <start> have the keys <keys>
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 0 to patterns from 50
      And user space updates index 1 to patterns from 60
      And user space updates index 2 to patterns from 70
      And user space updates index 3 to patterns from 80
      When user space looks up a batch of <count> elements after <start>
      Then it succeeds
      And it reports:
        | errno  | none     |
        | count  | <count>  |
        | keys   | <keys>   |
        | values | <values> |
        | cursor | <cursor> |
      And user space sees patterns from 70 at index 2

      Examples:
        | count | start     | keys  | values                                                   | cursor |
        | 2     | the start | 0 1   | patterns from 50, patterns from 60                       | 1      |
        | 3     | index 0   | 1 2 3 | patterns from 60, patterns from 70, patterns from 80     | 3      |

    Scenario: one batch after the other comes to every element
      Given an array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 2 elements after the start
      Then it reports:
        | errno  | none                 |
        | values | pattern 1, pattern 2 |
        | cursor | 1                    |
      When user space looks up a batch of 2 elements after index 1
      Then it reports:
        | errno  | none                 |
        | values | pattern 3, pattern 4 |
        | cursor | 3                    |
      When user space looks up a batch of 2 elements after index 3
      Then it reports:
        | errno  | ENOENT    |
        | count  | 1         |
        | keys   | 4         |
        | values | pattern 5 |
        | cursor | 4         |
      And nothing has changed

  @rule:array.batch.start-unknown @observed @since-5.6 @needs:batch
  Rule: A batch after a key that no element has begins with the first element
    Source: kernel/bpf/arraymap.c, bpf_array_get_next_key

    Scenario Outline: a batch after index <index> begins with index 0 of <kind>
      Given <kind> of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 0 to patterns from 50
      And user space updates index 1 to patterns from 60
      When user space looks up a batch of 2 elements after index <index>
      Then it succeeds
      And it reports:
        | errno  | none                               |
        | count  | 2                                  |
        | keys   | 0 1                                |
        | values | patterns from 50, patterns from 60 |
        | cursor | 1                                  |
      And user space sees patterns from 50 at index 0
      And user space sees patterns from 60 at index 1
      And nothing else has changed

      Examples:
        | kind         | index      |
        | an array map | 5          |
        | an array map | 6          |
        | an array map | 0x7fffffff |
        | an array map | 0x80000000 |
        | an array map | 0xffffffff |

      @percpu @since-5.13
      Examples:
        | kind                | index      |
        | a per-CPU array map | 5          |
        | a per-CPU array map | 0xffffffff |

  @rule:array.batch.end @manual @since-5.6 @needs:batch
  Rule: A batch that asks for more elements than are left gets those, their number, and ENOENT
    Source: include/uapi/linux/bpf.h, BPF_MAP_LOOKUP_BATCH

    Scenario Outline: of <asked> elements of a map of 3 after <start>, <count> are there
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of <asked> elements after <start>
      Then it is refused with ENOENT
      And it reports:
        | errno  | ENOENT   |
        | count  | <count>  |
        | keys   | <keys>   |
        | values | <values> |
        | cursor | 2        |
      And nothing has changed

      Examples:
        | asked | start     | count | keys  | values                          |
        | 4     | the start | 3     | 0 1 2 | pattern 1, pattern 2, pattern 3 |
        | 300   | the start | 3     | 0 1 2 | pattern 1, pattern 2, pattern 3 |
        | 3     | index 0   | 2     | 1 2   | pattern 2, pattern 3            |
        | 2     | index 1   | 1     | 2     | pattern 3                       |

    @observed
    Scenario Outline: a batch of <asked> elements that ends at the last one after <start> succeeds
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of <asked> elements after <start>
      Then it succeeds
      And it reports:
        | errno  | none     |
        | count  | <asked>  |
        | values | <values> |
        | cursor | 2        |
      And nothing has changed

      Examples:
        | asked | start     | values                          |
        | 3     | the start | pattern 1, pattern 2, pattern 3 |
        | 2     | index 0   | pattern 2, pattern 3            |
        | 1     | index 1   | pattern 3                       |

    @percpu @since-5.13
    Scenario Outline: of <asked> elements of a per-CPU array map of 2, errno is <errno>
      Given a per-CPU array map of 2 elements of 8 bytes
      And user space updates index 0 to patterns from 50
      And user space updates index 1 to patterns from 60
      When user space looks up a batch of <asked> elements after the start
      Then it reports:
        | errno  | <errno>                            |
        | count  | 2                                  |
        | keys   | 0 1                                |
        | values | patterns from 50, patterns from 60 |
        | cursor | 1                                  |
      And user space sees patterns from 50 at index 0
      And user space sees patterns from 60 at index 1
      And nothing has changed

      Examples:
        | asked | errno  |
        | 2     | none   |
        | 3     | ENOENT |

    @observed
    Scenario Outline: asking <kind> for 4294967295 elements gets those there are
      Given <kind> of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 2 to patterns from 70
      When user space looks up a batch of 4294967295 elements after index 1
      Then it is refused with ENOENT
      And it reports:
        | count  | 1                |
        | keys   | 2                |
        | values | patterns from 70 |
        | cursor | 2                |
      And user space sees patterns from 70 at index 2
      And nothing else has changed

      Examples:
        | kind         |
        | an array map |

      @percpu @since-5.13
      Examples:
        | kind                |
        | a per-CPU array map |

  @rule:array.batch.nothing-left @observed @since-5.6 @needs:batch
  Rule: A batch after the last element gets ENOENT, a count of 0, and no key to go on from
    Source: kernel/bpf/syscall.c, generic_map_lookup_batch

    Scenario Outline: after index <last> of <kind> of <entries> nothing is left
      Given <kind> of <entries> elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 3 elements after index <last>
      Then it is refused with ENOENT
      And it reports:
        | errno  | ENOENT |
        | count  | 0      |
        | cursor | none   |
      And nothing has changed

      Examples:
        | kind         | entries | last |
        | an array map | 1       | 0    |
        | an array map | 4       | 3    |
        | an array map | 257     | 256  |

      @percpu @since-5.13
      Examples:
        | kind                | entries | last |
        | a per-CPU array map | 4       | 3    |

  @rule:array.batch.value-size @observed @since-5.6 @needs:batch
  Rule: In a batch one value follows the other as they are in single calls, without anything between
    Source: kernel/bpf/syscall.c, bpf_map_value_size

    Scenario Outline: values of <size> bytes follow one another in batches of an array map
      Given an array map of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 3 elements after index 0
      Then it reports:
        | count  | 3                               |
        | values | pattern 2, pattern 3, pattern 4 |
      When user space updates a batch of the map:
        | 3 | pattern 90 |
        | 1 | pattern 91 |
      Then it succeeds
      And user space sees pattern 90 at index 3
      And user space sees pattern 91 at index 1
      And nothing else has changed

      Examples:
        | size |
        | 1    |
        | 3    |
        | 5    |
        | 8    |
        | 9    |
        | 4096 |

    @percpu @since-5.13
    Scenario Outline: values of <size> bytes for each CPU take a multiple of 8 in batches
      Given a per-CPU array map of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates a batch of the map:
        | 3 | patterns from 90  |
        | 1 | patterns from 100 |
        | 2 | patterns from 110 |
      Then it succeeds
      And user space sees patterns from 90 at index 3
      And user space sees patterns from 100 at index 1
      And user space sees patterns from 110 at index 2
      When user space looks up a batch of 3 elements after index 0
      Then it reports:
        | count  | 3                                                      |
        | values | patterns from 100, patterns from 110, patterns from 90 |
      And nothing else has changed

      Examples:
        | size |
        | 1    |
        | 5    |
        | 8    |
        | 12   |

  @rule:array.batch.lookup-fault @observed @since-5.6 @needs:batch @needs:pointers
  Rule: A batch of lookups that finds no room counts nothing, though what came before was delivered
    Source: kernel/bpf/syscall.c, generic_map_lookup_batch

    Scenario: with room for two values of three, two are delivered and none is counted
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 3 elements after the start, keys into a buffer of 12 bytes, values into a buffer of 16 bytes
      Then it is refused with EFAULT
      And it reports:
        | errno  | EFAULT               |
        | count  | 0                    |
        | keys   | 0 1 2                |
        | values | pattern 1, pattern 2 |
        | cursor | none                 |
      And nothing has changed

    Scenario: with room for one key of three, one element is delivered and none is counted
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 3 elements after index 0, keys into a buffer of 4 bytes, values into a buffer of 24 bytes
      Then it is refused with EFAULT
      And it reports:
        | errno  | EFAULT |
        | count  | 0      |
        | keys   | 1      |
        | cursor | none   |
      And nothing has changed

    Scenario Outline: <keys> for keys and <values> for values are refused with EFAULT for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 2 elements after the start, keys into <keys>, values into <values>
      Then it is refused with EFAULT
      And it reports:
        | errno  | EFAULT |
        | count  | 0      |
        | cursor | none   |
      And nothing has changed

      Examples:
        | kind         | keys                | values               |
        | an array map | no buffer           | a buffer of 16 bytes |
        | an array map | a buffer of 8 bytes | no buffer            |
        | an array map | a buffer of 7 bytes | a buffer of 16 bytes |
        | an array map | a buffer of 8 bytes | a buffer of 15 bytes |
        | an array map | a buffer of 8 bytes | a buffer of 0 bytes  |

      @percpu @since-5.13
      Examples:
        | kind                | keys                | values                 |
        | a per-CPU array map | no buffer           | a buffer of 4096 bytes |
        | a per-CPU array map | a buffer of 8 bytes | no buffer              |
        | a per-CPU array map | a buffer of 7 bytes | a buffer of 4096 bytes |
        | a per-CPU array map | a buffer of 8 bytes | a buffer of 15 bytes   |

    Scenario: room beyond the elements asked for stays untouched
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 2 elements after index 0, keys into a buffer of 12 bytes, values into a buffer of 24 bytes
      Then it succeeds
      And it reports:
        | count  | 2                                             |
        | keys   | 1 2 2779096485                                |
        | values | pattern 2, pattern 3, bytes a5a5a5a5a5a5a5a5 |
        | cursor | 2                                             |
      And nothing has changed

    Scenario: room for what is there is enough, however many elements are asked for
      Given an array map of 2 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 1000 elements after the start, keys into a buffer of 8 bytes, values into a buffer of 16 bytes
      Then it is refused with ENOENT
      And it reports:
        | count  | 2                    |
        | keys   | 0 1                  |
        | values | pattern 1, pattern 2 |
        | cursor | 1                    |
      And nothing has changed

    Scenario Outline: a start that cannot be read, <key>, is EFAULT for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 2 elements after <key>
      Then it is refused with EFAULT
      And it reports:
        | errno  | EFAULT |
        | count  | 0      |
        | cursor | none   |
      And nothing has changed

      Examples:
        | kind         | key               |
        | an array map | an unreadable key |
        | an array map | the key 000000    |

      @percpu @since-5.13
      Examples:
        | kind                | key               |
        | a per-CPU array map | an unreadable key |

  @rule:array.batch.update @manual @since-5.6 @needs:batch
  Rule: A batch of updates stores its values in the order in which they are given
    Source: include/uapi/linux/bpf.h, BPF_MAP_UPDATE_BATCH

    Scenario Outline: elements in any order, one of them twice, hold what came last in <kind>
      Given <kind> of 6 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates a batch of the map:
        | 5 | patterns from 90  |
        | 0 | patterns from 100 |
        | 3 | patterns from 110 |
        | 0 | patterns from 120 |
      Then it succeeds
      And it reports:
        | errno | none |
        | count | 4    |
      And user space sees patterns from 90 at index 5
      And user space sees patterns from 120 at index 0
      And user space sees patterns from 110 at index 3
      And nothing else has changed

      Examples:
        | kind         |
        | an array map |

      @percpu @since-5.13
      Examples:
        | kind                |
        | a per-CPU array map |

    Scenario Outline: a batch counted as <count> stores that many of 3 values
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates a batch of the map counted as <count>:
        | 0 | pattern 90 |
        | 1 | pattern 91 |
        | 2 | pattern 92 |
      Then it succeeds
      And it reports:
        | errno | none    |
        | count | <count> |
      And user space sees pattern <first> at index 0
      And user space sees pattern <second> at index 1
      And user space sees pattern <third> at index 2
      And nothing else has changed

      Examples:
        | count | first | second | third |
        | 0     | 1     | 2      | 3     |
        | 1     | 90    | 2      | 3     |
        | 2     | 90    | 91     | 3     |
        | 3     | 90    | 91     | 92    |

    @program
    Scenario: a program sees what a batch stored
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates a batch of the map:
        | 2 | pattern 90 |
        | 3 | pattern 91 |
      Then a program on every CPU sees pattern 90 at index 2
      And a program on every CPU sees pattern 91 at index 3
      And user space sees pattern 90 at index 2
      And nothing else has changed

  @rule:array.batch.update-stops @manual @since-5.6 @needs:batch
  Rule: A batch of updates ends at the first that fails, counts those before it, and leaves them done
    Source: include/uapi/linux/bpf.h, BPF_MAP_UPDATE_BATCH

    Scenario Outline: index <bad> as number <place> of a batch ends it with E2BIG for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 0 to patterns from 50
      And user space updates index 1 to patterns from 60
      And user space updates index 2 to patterns from 70
      When user space updates a batch of the map:
        | <first>  | patterns from 90  |
        | <second> | patterns from 100 |
        | <third>  | patterns from 110 |
      Then it is refused with E2BIG
      And it reports:
        | errno | E2BIG   |
        | count | <count> |
      And user space sees patterns from <zero> at index 0
      And user space sees patterns from <one> at index 1
      And user space sees patterns from <two> at index 2
      And nothing else has changed

      Examples:
        | kind         | bad        | place | first | second     | third | count | zero | one | two |
        | an array map | 4          | 1     | 4     | 0          | 1     | 0     | 50   | 60  | 70  |
        | an array map | 4          | 2     | 0     | 4          | 1     | 1     | 90   | 60  | 70  |
        | an array map | 4          | 3     | 0     | 1          | 4     | 2     | 90   | 100 | 70  |
        | an array map | 0x80000000 | 2     | 2     | 0x80000000 | 1     | 1     | 50   | 60  | 90  |
        | an array map | 0xffffffff | 2     | 0     | 0xffffffff | 2     | 1     | 90   | 60  | 70  |

      @percpu @since-5.13
      Examples:
        | kind                | bad        | place | first | second     | third | count | zero | one | two |
        | a per-CPU array map | 4          | 1     | 4     | 0          | 1     | 0     | 50   | 60  | 70  |
        | a per-CPU array map | 4          | 3     | 0     | 1          | 4     | 2     | 90   | 100 | 70  |
        | a per-CPU array map | 0xffffffff | 2     | 0     | 0xffffffff | 2     | 1     | 90   | 60  | 70  |

    @observed @needs:pointers
    Scenario Outline: where keys or values cannot be read on, <count> are stored and counted in <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates a batch of the map counted as 3:
        | 0 | patterns from 90 |
        | 1 | <last>           |
      Then it is refused with EFAULT
      And it reports:
        | errno | EFAULT  |
        | count | <count> |
      And user space sees patterns from 90 at index 0
      And nothing else has changed

      Examples:
        | kind         | last                 | count |
        | an array map | patterns from 100    | 2     |
        | an array map | bytes 01020304050607 | 1     |

      @percpu @since-5.13
      Examples:
        | kind                | last                 | count |
        | a per-CPU array map | patterns from 100    | 2     |
        | a per-CPU array map | bytes 01020304050607 | 1     |

    @observed @needs:pointers
    Scenario Outline: a value that cannot be read whole is not stored in <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates a batch of the map:
        | 3 | bytes 01020304050607 |
      Then it is refused with EFAULT
      And it reports:
        | errno | EFAULT |
        | count | 0      |
      And nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu @since-5.13
      Examples:
        | kind                |
        | a per-CPU array map |

  @rule:array.batch.flags @observed @since-5.6 @needs:batch
  Rule: A batch knows no flag for its elements but BPF_F_LOCK, not even the ones that a single update takes
    Source: kernel/bpf/syscall.c, generic_map_lookup_batch and generic_map_update_batch
    Note: Since 7.0 those of per-CPU array maps know the CPU flags, see percpu.batch.cpu-flag.

    Scenario Outline: batches with the flags <flags> are refused with EINVAL for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 2 elements after the start with <flags>
      Then it is refused with EINVAL
      And it reports:
        | count  | 2    |
        | cursor | none |
      When user space updates a batch of the map with <flags>:
        | 0 | patterns from 90  |
        | 1 | patterns from 100 |
      Then it is refused with EINVAL
      And it reports:
        | errno | EINVAL |
        | count | 2      |
      And nothing has changed

      Examples:
        | kind         | flags                  |
        | an array map | BPF_NOEXIST            |
        | an array map | BPF_EXIST              |
        | an array map | BPF_NOEXIST\|BPF_EXIST |
        | an array map | BPF_F_CPU              |
        | an array map | BPF_F_ALL_CPUS         |
        | an array map | 0x20                   |
        | an array map | 0x80000000             |
        | an array map | 0x100000000            |
        | an array map | 0x8000000000000000     |

      @percpu @since-5.13
      Examples:
        | kind                | flags              |
        | a per-CPU array map | BPF_NOEXIST        |
        | a per-CPU array map | BPF_EXIST          |
        | a per-CPU array map | 0x20               |
        | a per-CPU array map | 0x100000000        |
        | a per-CPU array map | 0x8000000000000000 |

      @percpu @since-5.13 @until-6.19
      Examples:
        | kind                | flags          |
        | a per-CPU array map | BPF_F_CPU      |
        | a per-CPU array map | 0x100000008    |
        | a per-CPU array map | BPF_F_ALL_CPUS |

  @rule:array.batch.count.zero @observed @since-5.6 @needs:batch
  Rule: A batch of no elements succeeds and touches nothing
    Source: kernel/bpf/syscall.c, generic_map_lookup_batch and generic_map_update_batch

    Scenario Outline: neither a lookup nor an update of 0 elements does anything to <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 0 elements after index 1
      Then it succeeds
      And it reports:
        | errno  | none |
        | count  | 0    |
        | cursor | none |
      When user space updates a batch of the map counted as 0:
        | 0 | patterns from 90 |
        | 9 | patterns from 91 |
      Then it succeeds
      And it reports:
        | errno | none |
        | count | 0    |
      And nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu @since-5.13
      Examples:
        | kind                |
        | a per-CPU array map |

    @needs:pointers
    Scenario Outline: a lookup of 0 elements reads no start and needs no room in <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 0 elements after an unreadable key, keys into no buffer, values into no buffer
      Then it succeeds
      And it reports:
        | errno  | none |
        | count  | 0    |
        | cursor | none |
      When user space updates a batch of the map counted as 0:
        | 0 | bytes 01 |
      Then it succeeds
      And it reports:
        | errno | none |
        | count | 0    |
      And nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu @since-5.13
      Examples:
        | kind                |
        | a per-CPU array map |

  @rule:array.batch.delete @observed @since-5.6 @needs:batch
  Rule: No array map offers the batches that delete, whatever their flags and count
    Source: kernel/bpf/syscall.c, bpf_map_do_batch

    Scenario Outline: deletion and lookup-and-delete of <count> elements with <flags> are refused with ENOTSUPP for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space deletes a batch of <count> elements after index 1 with <flags>
      Then it is refused with ENOTSUPP
      And it reports:
        | errno | ENOTSUPP |
        | count | <count>  |
      When user space looks up and deletes a batch of <count> elements after index 1 with <flags>
      Then it is refused with ENOTSUPP
      And it reports:
        | errno | ENOTSUPP |
        | count | <count>  |
      And nothing has changed

      Examples:
        | kind         | count      | flags              |
        | an array map | 1          | BPF_ANY            |
        | an array map | 4          | BPF_ANY            |
        | an array map | 0          | BPF_ANY            |
        | an array map | 2          | 0x1                |
        | an array map | 2          | 0x20               |
        | an array map | 0          | 0x8000000000000000 |
        | an array map | 4294967295 | BPF_ANY            |

      @percpu
      Examples:
        | kind                | count | flags   |
        | a per-CPU array map | 1     | BPF_ANY |
        | a per-CPU array map | 0     | BPF_ANY |
        | a per-CPU array map | 2     | 0x1     |

    @needs:pointers
    Scenario Outline: neither reads a key of <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space deletes a batch of 2 elements after an unreadable key
      Then it is refused with ENOTSUPP
      When user space looks up and deletes a batch of 2 elements after an unreadable key
      Then it is refused with ENOTSUPP
      And nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu
      Examples:
        | kind                |
        | a per-CPU array map |

  @rule:array.batch.order @observed @since-5.6 @needs:batch
  Rule: Of several faults of a batch the descriptor is told first, then permission, then an unsupported command, then the flags, and last what the elements meet, while no elements meet nothing
    Source: kernel/bpf/syscall.c, bpf_map_do_batch

    Background:
      Given an array map of 4 elements of 8 bytes as map C
      And user space closes map C

    Scenario Outline: a closed descriptor comes before <other> in a batch of lookups for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of <count> elements after <start> of map C with <flags>
      Then it is refused with EBADF
      And it reports:
        | count  | <count> |
        | cursor | none    |
      And nothing has changed

      Examples:
        | kind         | other              | count | start     | flags   |
        | an array map | an unknown flag    | 2     | the start | 0x1     |
        | an array map | a count of 0       | 0     | the start | BPF_ANY |
        | an array map | the end of the map | 2     | index 3   | BPF_ANY |

      @percpu @since-5.13
      Examples:
        | kind                | other           | count | start     | flags |
        | a per-CPU array map | an unknown flag | 2     | the start | 0x1   |

      @needs:pointers
      Examples:
        | kind         | other       | count | start             | flags   |
        | an array map | a bad start | 2     | an unreadable key | BPF_ANY |

      @percpu @since-5.13 @needs:pointers
      Examples:
        | kind                | other       | count | start             | flags   |
        | a per-CPU array map | a bad start | 2     | an unreadable key | BPF_ANY |

    @needs:access
    Scenario Outline: a write-only descriptor comes before <other> in a batch of lookups for <kind>
      Given <kind> of 4 elements of 8 bytes
      And <kind> of 4 elements of 8 bytes with BPF_F_WRONLY as map B
      And every element of the map holds its own pattern
      When user space looks up a batch of <count> elements after <start> of map B with <flags>
      Then it is refused with EPERM
      And it reports:
        | count  | <count> |
        | cursor | none    |
      When user space closes map B
      Then nothing has changed

      Examples:
        | kind         | other                    | count | start     | flags      |
        | an array map | an unknown flag          | 2     | the start | 0x1        |
        | an array map | a lock flag without lock | 2     | the start | BPF_F_LOCK |
        | an array map | a count of 0             | 0     | the start | BPF_ANY    |
        | an array map | the end of the map       | 2     | index 3   | BPF_ANY    |

      @percpu @since-5.13
      Examples:
        | kind                | other           | count | start     | flags   |
        | a per-CPU array map | an unknown flag | 2     | the start | 0x1     |
        | a per-CPU array map | a count of 0    | 0     | the start | BPF_ANY |

      @needs:pointers
      Examples:
        | kind         | other       | count | start             | flags   |
        | an array map | a bad start | 2     | an unreadable key | BPF_ANY |

      @percpu @since-5.13 @needs:pointers
      Examples:
        | kind                | other       | count | start             | flags   |
        | a per-CPU array map | a bad start | 2     | an unreadable key | BPF_ANY |

    Scenario Outline: <one> comes before <other> in a batch of lookups for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of <count> elements after <start> with <flags>
      Then it is refused with EINVAL
      And it reports:
        | count  | <count> |
        | cursor | none    |
      And nothing has changed

      Examples:
        | kind         | one                      | other              | count | start     | flags      |
        | an array map | an unknown flag          | a count of 0       | 0     | the start | 0x1        |
        | an array map | an unknown flag          | the end of the map | 2     | index 3   | 0x1        |
        | an array map | a lock flag without lock | a count of 0       | 0     | the start | BPF_F_LOCK |
        | an array map | a lock flag without lock | the end of the map | 2     | index 3   | BPF_F_LOCK |

      @percpu @since-5.13
      Examples:
        | kind                | one                      | other        | count | start     | flags      |
        | a per-CPU array map | an unknown flag          | a count of 0 | 0     | the start | 0x1        |
        | a per-CPU array map | a lock flag without lock | a count of 0 | 0     | the start | BPF_F_LOCK |

      @needs:pointers
      Examples:
        | kind         | one                      | other       | count | start             | flags      |
        | an array map | an unknown flag          | a bad start | 2     | an unreadable key | 0x1        |
        | an array map | a lock flag without lock | a bad start | 2     | an unreadable key | BPF_F_LOCK |

      @percpu @since-5.13 @needs:pointers
      Examples:
        | kind                | one             | other       | count | start             | flags |
        | a per-CPU array map | an unknown flag | a bad start | 2     | an unreadable key | 0x1   |

    @needs:pointers
    Scenario Outline: lack of room comes before the end of the map in a batch of lookups for <kind>
      Given <kind> of 2 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 5 elements after the start, keys into a buffer of 4 bytes, values into a buffer of 4096 bytes
      Then it is refused with EFAULT
      When user space looks up a batch of 5 elements after index 1, keys into no buffer, values into no buffer
      Then it is refused with ENOENT
      And it reports:
        | count  | 0    |
        | cursor | none |
      And nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu @since-5.13
      Examples:
        | kind                |
        | a per-CPU array map |

    Scenario Outline: a closed descriptor comes before <other> in a batch of updates for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates a batch of map C counted as <count> with <flags>:
        | <index> | patterns from 90 |
      Then it is refused with EBADF
      And it reports:
        | errno | EBADF   |
        | count | <count> |
      And nothing has changed

      Examples:
        | kind         | other           | index | count | flags   |
        | an array map | an unknown flag | 1     | 1     | 0x1     |
        | an array map | a count of 0    | 1     | 0     | BPF_ANY |
        | an array map | no such index   | 4     | 1     | BPF_ANY |

      @percpu @since-5.13
      Examples:
        | kind                | other           | index | count | flags |
        | a per-CPU array map | an unknown flag | 1     | 1     | 0x1   |

      @needs:pointers
      Examples:
        | kind         | other        | index | count | flags   |
        | an array map | missing keys | 1     | 2     | BPF_ANY |

      @percpu @since-5.13 @needs:pointers
      Examples:
        | kind                | other        | index | count | flags   |
        | a per-CPU array map | missing keys | 1     | 2     | BPF_ANY |

    @needs:access
    Scenario Outline: a read-only descriptor comes before <other> in a batch of updates for <kind>
      Given <kind> of 4 elements of 8 bytes
      And <kind> of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      And every element of the map holds its own pattern
      When user space updates a batch of map B counted as <count> with <flags>:
        | <index> | patterns from 90 |
      Then it is refused with EPERM
      And it reports:
        | errno | EPERM   |
        | count | <count> |
      And nothing has changed

      Examples:
        | kind         | other                    | index | count | flags      |
        | an array map | an unknown flag          | 1     | 1     | 0x1        |
        | an array map | a lock flag without lock | 1     | 1     | BPF_F_LOCK |
        | an array map | a count of 0             | 1     | 0     | BPF_ANY    |
        | an array map | no such index            | 4     | 1     | BPF_ANY    |

      @percpu @since-5.13
      Examples:
        | kind                | other           | index | count | flags   |
        | a per-CPU array map | an unknown flag | 1     | 1     | 0x1     |
        | a per-CPU array map | a count of 0    | 1     | 0     | BPF_ANY |

      @needs:pointers
      Examples:
        | kind         | other        | index | count | flags   |
        | an array map | missing keys | 1     | 2     | BPF_ANY |

      @percpu @since-5.13 @needs:pointers
      Examples:
        | kind                | other        | index | count | flags   |
        | a per-CPU array map | missing keys | 1     | 2     | BPF_ANY |

    @needs:freeze
    Scenario Outline: a frozen map comes before <other> in a batch of updates for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space freezes the map
      When user space updates a batch of the map counted as <count> with <flags>:
        | <index> | patterns from 90 |
      Then it is refused with EPERM
      And it reports:
        | errno | EPERM   |
        | count | <count> |
      And nothing has changed

      Examples:
        | kind         | other                    | index | count | flags      |
        | an array map | an unknown flag          | 1     | 1     | 0x1        |
        | an array map | a lock flag without lock | 1     | 1     | BPF_F_LOCK |
        | an array map | a count of 0             | 1     | 0     | BPF_ANY    |
        | an array map | no such index            | 4     | 1     | BPF_ANY    |

      @percpu @since-5.13
      Examples:
        | kind                | other           | index | count | flags   |
        | a per-CPU array map | an unknown flag | 1     | 1     | 0x1     |
        | a per-CPU array map | a count of 0    | 1     | 0     | BPF_ANY |

      @needs:pointers
      Examples:
        | kind         | other        | index | count | flags   |
        | an array map | missing keys | 1     | 2     | BPF_ANY |

      @percpu @since-5.13 @needs:pointers
      Examples:
        | kind                | other        | index | count | flags   |
        | a per-CPU array map | missing keys | 1     | 2     | BPF_ANY |

    Scenario Outline: <one> comes before <other> in a batch of updates for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates a batch of the map counted as <count> with <flags>:
        | <index> | <value> |
      Then it is refused with <errno>
      And it reports:
        | errno | <errno> |
        | count | <left>  |
      And nothing has changed

      Examples:
        | kind         | one                      | other         | index | value            | count | flags      | errno  | left |
        | an array map | an unknown flag          | a count of 0  | 1     | patterns from 90 | 0     | 0x1        | EINVAL | 0    |
        | an array map | an unknown flag          | no such index | 4     | patterns from 90 | 1     | 0x1        | EINVAL | 1    |
        | an array map | a lock flag without lock | a count of 0  | 1     | patterns from 90 | 0     | BPF_F_LOCK | EINVAL | 0    |
        | an array map | a lock flag without lock | no such index | 4     | patterns from 90 | 1     | BPF_F_LOCK | EINVAL | 1    |

      @percpu @since-5.13
      Examples:
        | kind                | one                      | other         | index | value            | count | flags      | errno  | left |
        | a per-CPU array map | an unknown flag          | no such index | 4     | patterns from 90 | 1     | 0x1        | EINVAL | 1    |
        | a per-CPU array map | a lock flag without lock | a count of 0  | 1     | patterns from 90 | 0     | BPF_F_LOCK | EINVAL | 0    |

      @needs:pointers
      Examples:
        | kind         | one                      | other           | index | value    | count | flags      | errno  | left |
        | an array map | an unknown flag          | a missing value | 1     | bytes 01 | 1     | 0x1        | EINVAL | 1    |
        | an array map | a lock flag without lock | a missing value | 1     | bytes 01 | 1     | BPF_F_LOCK | EINVAL | 1    |
        | an array map | a missing value          | no such index   | 4     | bytes 01 | 1     | BPF_ANY    | EFAULT | 0    |

      @percpu @since-5.13 @needs:pointers
      Examples:
        | kind                | one             | other         | index | value    | count | flags   | errno  | left |
        | a per-CPU array map | a missing value | no such index | 4     | bytes 01 | 1     | BPF_ANY | EFAULT | 0    |

    Scenario Outline: a closed descriptor comes before the unsupported command for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space deletes a batch of 2 elements after index 1 of map C
      Then it is refused with EBADF
      When user space looks up and deletes a batch of 2 elements after index 1 of map C
      Then it is refused with EBADF
      And nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu
      Examples:
        | kind                |
        | a per-CPU array map |

    @needs:access
    Scenario Outline: a read-only descriptor comes before the unsupported commands for <kind>
      Given <kind> of 4 elements of 8 bytes
      And <kind> of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      And every element of the map holds its own pattern
      When user space deletes a batch of 2 elements after index 1 of map B
      Then it is refused with EPERM
      When user space looks up and deletes a batch of 2 elements after index 1 of map B
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu
      Examples:
        | kind                |
        | a per-CPU array map |

    @needs:access
    Scenario Outline: a write-only descriptor comes before lookup-and-delete alone for <kind>
      Given <kind> of 4 elements of 8 bytes
      And <kind> of 4 elements of 8 bytes with BPF_F_WRONLY as map B
      And every element of the map holds its own pattern
      When user space looks up and deletes a batch of 2 elements after index 1 of map B
      Then it is refused with EPERM
      When user space deletes a batch of 2 elements after index 1 of map B
      Then it is refused with ENOTSUPP
      When user space closes map B
      Then nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu
      Examples:
        | kind                |
        | a per-CPU array map |

    @needs:freeze
    Scenario Outline: a frozen map comes before the unsupported commands with <flags> for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space freezes the map
      When user space deletes a batch of 2 elements after index 1 with <flags>
      Then it is refused with EPERM
      When user space looks up and deletes a batch of 2 elements after index 1 with <flags>
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | kind         | flags   |
        | an array map | BPF_ANY |
        | an array map | 0x1     |

      @percpu
      Examples:
        | kind                | flags   |
        | a per-CPU array map | BPF_ANY |

  @rule:percpu.batch.absent @observed @percpu @since-5.6 @until-5.12 @needs:batch
  Rule: Before 5.13 per-CPU array maps have no batches
    Source: kernel/bpf/arraymap.c, percpu_array_map_ops

    Scenario: both batches are refused with ENOTSUPP
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 2 elements after the start
      Then it is refused with ENOTSUPP
      When user space updates a batch of the map:
        | 0 | patterns from 90 |
      Then it is refused with ENOTSUPP
      And nothing has changed

  @rule:percpu.batch.cpu-flag @observed @percpu @since-7.0 @needs:batch
  Rule: With a CPU flag each value of a batch is that of one CPU and has the map's value size
    Source: kernel/bpf/syscall.c, bpf_map_value_size

    Background:
      Given a per-CPU array map of 4 elements of 5 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to patterns from 60
      And user space updates index 2 to patterns from 70

    Scenario: a batch of lookups gives one CPU's slots
      When user space looks up a batch of 2 elements after index 0 with 0x100000008
      Then it succeeds
      And it reports:
        | count  | 2                          |
        | keys   | 1 2                        |
        | values | bytes adbac7d4e1, bytes f3010e1b28|
        | cursor | 2                          |
      And user space sees patterns from 60 at index 1
      And user space sees patterns from 70 at index 2
      And nothing else has changed

    Scenario: a batch of updates writes one CPU's slots
      When user space updates a batch of the map with 0x100000008:
        | 1 | bytes 0102030405 |
        | 2 | bytes 1112131415 |
      Then it succeeds
      And it reports:
        | count | 2 |
      When user space looks up index 1 with 0x100000008
      Then it finds bytes 0102030405
      When user space looks up index 1 with BPF_F_CPU
      Then it finds pattern 60 cut to 5 bytes
      When user space looks up index 2 with 0x100000008
      Then it finds bytes 1112131415
      When user space looks up index 2 with BPF_F_CPU
      Then it finds pattern 70 cut to 5 bytes
      And nothing else has changed

    Scenario: a batch of updates writes every CPU's slots
      When user space updates a batch of the map with BPF_F_ALL_CPUS:
        | 1 | bytes 0102030405 |
        | 2 | bytes 1112131415 |
      Then it succeeds
      When user space looks up index 1 with 0x100000008
      Then it finds bytes 0102030405
      When user space looks up index 1 with BPF_F_CPU
      Then it finds bytes 0102030405
      When user space looks up index 2 with BPF_F_CPU
      Then it finds bytes 1112131415
      And nothing else has changed

    Scenario Outline: batches with <flags> are refused with <errno>
      When user space looks up a batch of 2 elements after index 0 with <flags>
      Then it is refused with <errno>
      When user space updates a batch of the map with <flags>:
        | 1 | bytes 0102030405 |
      Then it is refused with <errno>
      And user space sees patterns from 60 at index 1
      And user space sees patterns from 70 at index 2
      And nothing has changed

      Examples:
        | flags                     | errno  |
        | BPF_F_CPU\|BPF_F_ALL_CPUS | EINVAL |
        | 0xffffffff00000008        | ERANGE |
