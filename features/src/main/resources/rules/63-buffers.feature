Feature: The memory of callers

  Where calls read from and write to, and what they leave alone.

  @rule:array.lookup-and-delete.value @observed @needs:pointers @since-4.20
  Rule: Lookup-and-delete does not touch the memory for the value
    Source: kernel/bpf/syscall.c, map_lookup_and_delete_elem

    Scenario Outline: on <type> it is refused with ENOTSUPP without any memory, and leaves what there is
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up and deletes index 1 into no buffer
      Then it is refused with ENOTSUPP
      When user space looks up and deletes index 1 into a buffer of 16 bytes
      Then it is refused with ENOTSUPP
      And the buffer holds zeros cut to 0 bytes and 16 untouched bytes
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:array.next-key.output @manual @needs:pointers
  Rule: The memory for the next key is written where there is a next key, and not touched where there is none
    Source: include/uapi/linux/bpf.h, BPF_MAP_GET_NEXT_KEY

    Scenario Outline: in <type> of <entries> elements
      Given <type> of <entries> elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after index <last> into a buffer of 6 bytes
      Then it is refused with ENOENT
      And the buffer holds zeros cut to 0 bytes and 6 untouched bytes
      When user space asks for the key after index <last> into no buffer
      Then it is refused with ENOENT
      When user space asks for the key after index 7000 into no buffer
      Then it is refused with EFAULT
      When user space asks for the key after index 7000 into a buffer of 6 bytes
      Then it succeeds
      And the buffer holds index 0 and 2 untouched bytes
      And nothing has changed

      Examples:
        | type         | entries | last |
        | an array map | 4       | 3    |
        | an array map | 1       | 0    |

      @percpu
      Examples:
        | type                | entries | last |
        | a per-CPU array map | 4       | 3    |

  @rule:array.batch.cursor-fault @observed @needs:batch @needs:pointers @since-5.6
  Rule: A batch that cannot write its cursor is refused with EFAULT after it has counted, and one with nothing to go on from does not try
    Source: kernel/bpf/syscall.c, generic_map_lookup_batch

    Scenario: two elements without memory for the cursor, and none
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 2 elements after the start, cursor into no buffer
      Then it reports:
        | errno  | EFAULT               |
        | count  | 2                    |
        | keys   | 0 1                  |
        | values | pattern 1, pattern 2 |
      When user space looks up a batch of 2 elements after index 3, cursor into no buffer
      Then it reports:
        | errno | ENOENT |
        | count | 0      |
      And nothing has changed

  @rule:array.lookup.same-memory @observed @memory @needs:pointers @since-5.5
  Rule: The value that is looked up may be written over its key
    Source: kernel/bpf/syscall.c, map_lookup_elem

    Scenario: a value lies where its key was
      Given an array map of 1 element of 8 bytes with BPF_F_MMAPABLE as map B
      And an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space maps 1 page of map B from 0 bytes on as the mapping rw-
      And user space stores index 2 at 0 bytes of the mapping
      And user space looks up the mapping at 0 bytes into the mapping at 0 bytes
      Then it succeeds
      And the mapping shows pattern 3 at 0 bytes
      When user space stores index 4 at 0 bytes of the mapping
      And user space looks up the mapping at 0 bytes into the mapping at 0 bytes
      Then it is refused with ENOENT
      And the mapping shows index 4 at 0 bytes
      And nothing else has changed

  @rule:array.next-key.same-memory @observed @memory @needs:pointers @since-5.5
  Rule: The next key may be written over the key that it follows
    Source: kernel/bpf/syscall.c, map_get_next_key

    Scenario Outline: one place in memory walks <type>
      Given an array map of 1 element of 4 bytes with BPF_F_MMAPABLE as map B
      And <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space maps 1 page of map B from 0 bytes on as the mapping rw-
      And user space asks for the key after the mapping at 0 bytes into the mapping at 0 bytes
      Then it succeeds
      And the mapping shows index 1 at 0 bytes
      When user space asks for the key after the mapping at 0 bytes into the mapping at 0 bytes
      Then it succeeds
      And the mapping shows index 2 at 0 bytes
      When user space asks for the key after the mapping at 0 bytes into the mapping at 0 bytes
      Then it succeeds
      And the mapping shows index 3 at 0 bytes
      When user space asks for the key after the mapping at 0 bytes into the mapping at 0 bytes
      Then it is refused with ENOENT
      And user space sees index 3 at index 0 of map B
      And nothing has changed

      @array
      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:array.batch.same-memory @observed @array @memory @needs:batch @needs:pointers @since-5.6
  Rule: The cursor of a batch may be written over the key that it starts after
    Source: kernel/bpf/syscall.c, generic_map_lookup_batch

    Scenario: one place in memory walks a map in batches
      Given an array map of 1 element of 4 bytes with BPF_F_MMAPABLE as map B
      And an array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space maps 1 page of map B from 0 bytes on as the mapping rw-
      And user space looks up a batch of 2 elements after the mapping at 0 bytes, cursor into the mapping at 0 bytes
      Then it reports:
        | errno  | none                 |
        | keys   | 1 2                  |
        | values | pattern 2, pattern 3 |
      And the mapping shows index 2 at 0 bytes
      When user space looks up a batch of 2 elements after the mapping at 0 bytes, cursor into the mapping at 0 bytes
      Then it reports:
        | errno  | none                 |
        | keys   | 3 4                  |
        | values | pattern 4, pattern 5 |
      And the mapping shows index 4 at 0 bytes
      When user space looks up a batch of 2 elements after the mapping at 0 bytes, cursor into the mapping at 0 bytes
      Then it reports:
        | errno | ENOENT |
        | count | 0      |
      And user space sees index 4 at index 0 of map B
      And nothing has changed

  @rule:memory.buffers @observed @array @memory @needs:pointers @since-5.5
  Rule: The memory of a caller may lie in a mapping of the same map
    Source: kernel/bpf/syscall.c, map_lookup_elem and map_update_elem

    Scenario: one element is looked up into another
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      And user space looks up index 1 into the mapping at 16 bytes
      Then it succeeds
      And user space sees pattern 2 at index 2
      And the mapping shows pattern 4 at 24 bytes
      When user space looks up index 4 into the mapping at 16 bytes
      Then it is refused with ENOENT
      And nothing has changed

    @page-4096
    Scenario: one element is updated to another, through memory that is read-only
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      And user space updates index 1 to the mapping at 24 bytes
      Then it succeeds
      And user space sees pattern 4 at index 1
      And the mapping shows pattern 1 at 0 bytes
      When user space updates index 1 to the mapping at 4092 bytes
      Then it is refused with EFAULT
      And nothing has changed

  @rule:array.race.word @observed @needs:race
  Rule: On 64-bit machines a reader sees a value of 8 bytes whole, whoever writes it
    Source: seen on x86-64; no document promises it

    Scenario: two writers and a reader of an array map
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to pattern 30
      And at once, 2000 times each, user space updates index 1 to pattern 30 and pattern 40 beside a look-up
      Then it finds pattern 30 or pattern 40
      When user space updates index 1 to pattern 50
      Then user space sees pattern 50 at index 1
      And nothing has changed
