Feature: Calls about one element

  Lookup, update, delete, and lookup-and-delete from user space: what they copy, what they refuse,
  and which fault they tell when there are several.

  @rule:array.element.distance @observed @array @program
  Rule: As many strides lie between two elements as there are between their indexes, to either side
    Source: kernel/bpf/arraymap.c, array_map_lookup_elem

    Scenario Outline: from index <from> to index <to> of elements of <size> bytes it is <distance> bytes
      Given an array map of 300 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program measures the distance from index <from> to index <to>
      Then it gives the number <distance>
      And nothing has changed

      Examples:
        | size | from | to  | distance |
        | 5    | 1    | 3   | 16       |
        | 8    | 0    | 299 | 2392     |
        | 8    | 299  | 0   | -2392    |
        | 12   | 255  | 257 | 32       |
        | 9    | 4    | 2   | -32      |

    Scenario: there is no distance to an element that does not exist
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program measures the distance from index 0 to index 4
      Then it finds no value
      When a program measures the distance from index 0 to index 3
      Then it gives the number 24
      And nothing has changed

  @rule:array.element.beyond-4-gib @observed @array @since-6.0
  Rule: Elements more than 4 GiB from the first are others than those at the start
    Source: kernel/bpf/arraymap.c, array_map_lookup_elem

    @big
    Scenario: the element at 4 GiB is not the first
      Given an array map of 4097 elements of 1048576 bytes
      When user space updates index 4096 to pattern 9
      Then it succeeds
      And user space sees pattern 9 at index 4096
      And user space sees zeros at index 0
      When user space updates index 0 to pattern 10
      Then user space sees pattern 10 at index 0
      And user space sees pattern 9 at index 4096
      And nothing has changed

    @big @program
    Scenario: a program finds the element at 4 GiB
      Given an array map of 4097 elements of 1048576 bytes
      When a program stores the number 77 into index 4096
      Then it succeeds
      And user space sees the number 77 at index 4096
      And user space sees zeros at index 0
      And nothing else has changed

  @rule:array.lookup.exact @manual @array @needs:pointers
  Rule: A lookup fills as many bytes of the caller's memory as the value has, and none after them
    Source: bpf(2), BPF_MAP_LOOKUP_ELEM

    Scenario Outline: a lookup of a value of <size> bytes leaves the 16 bytes after it alone
      Given an array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space looks up index 1 into a buffer of <room> bytes
      Then it succeeds
      And the buffer holds pattern 2 and 16 untouched bytes
      And nothing has changed

      Examples:
        | size | room |
        | 1    | 17   |
        | 3    | 19   |
        | 5    | 21   |
        | 8    | 24   |
        | 9    | 25   |
        | 4096 | 4112 |

  @rule:array.lookup.no-element @manual
  Rule: The lookup of an index past the last one tells ENOENT
    Source: bpf(2), BPF_MAP_LOOKUP_ELEM

    Scenario Outline: index <index> does not exist in <kind> of 5
      Given <kind> of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up index <index>
      Then it is refused with ENOENT
      And nothing has changed

      Examples:
        | kind         | index      |
        | an array map | 5          |
        | an array map | 6          |
        | an array map | 8          |
        | an array map | 0x7fffffff |
        | an array map | 0x80000000 |
        | an array map | 0xffffffff |

      @percpu
      Examples:
        | kind                | index      |
        | a per-CPU array map | 5          |
        | a per-CPU array map | 6          |
        | a per-CPU array map | 8          |
        | a per-CPU array map | 0x7fffffff |
        | a per-CPU array map | 0x80000000 |
        | a per-CPU array map | 0xffffffff |

    @observed @needs:pointers
    Scenario Outline: the lookup of index <index> leaves the caller's memory alone for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up index <index> into a buffer of 8 bytes
      Then it is refused with ENOENT
      And the buffer holds zeros cut to 0 bytes and 8 untouched bytes
      And nothing has changed

      Examples:
        | kind         | index      |
        | an array map | 4          |
        | an array map | 0xffffffff |

      @percpu
      Examples:
        | kind                | index      |
        | a per-CPU array map | 4          |
        | a per-CPU array map | 0xffffffff |

  @rule:array.lookup.flags @manual
  Rule: A lookup knows no flag but BPF_F_LOCK
    Source: include/uapi/linux/bpf.h, BPF_MAP_LOOKUP_ELEM
    Note: Since 7.0 per-CPU array maps know BPF_F_CPU, with a CPU number above it, as well.

    Scenario Outline: a lookup with the flags <flags> is refused with EINVAL for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up index 1 with <flags>
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | kind         | flags              |
        | an array map | 0x1                |
        | an array map | 0x2                |
        | an array map | 0x3                |
        | an array map | 0x8                |
        | an array map | 0x9                |
        | an array map | 0xa                |
        | an array map | 0x10               |
        | an array map | 0x20               |
        | an array map | 0x10000            |
        | an array map | 0x80000000         |
        | an array map | 0x100000000        |
        | an array map | 0x8000000000000000 |
        | an array map | 0xffffffffffffffff |

      @percpu
      Examples:
        | kind                | flags                  |
        | a per-CPU array map | BPF_NOEXIST            |
        | a per-CPU array map | BPF_EXIST              |
        | a per-CPU array map | BPF_NOEXIST\|BPF_EXIST |
        | a per-CPU array map | 0x20                   |
        | a per-CPU array map | 0x80000000             |
        | a per-CPU array map | 0x100000000            |
        | a per-CPU array map | 0x8000000000000000     |

      @percpu @until-6.19
      Examples:
        | kind                | flags       |
        | a per-CPU array map | BPF_F_CPU   |
        | a per-CPU array map | 0x100000008 |

  @rule:array.key.fault @manual @needs:pointers
  Rule: A key that cannot be read whole is EFAULT for lookups, updates and deletes
    Source: bpf(2), ERRORS, EFAULT

    Scenario Outline: <key> is refused with EFAULT by each call for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up <key>
      Then it is refused with EFAULT
      When user space updates <key> to patterns from 90
      Then it is refused with EFAULT
      When user space deletes <key>
      Then it is refused with EFAULT
      And nothing has changed

      Examples:
        | kind         | key               |
        | an array map | no key            |
        | an array map | an unreadable key |
        | an array map | the key 00        |
        | an array map | the key 000000    |

      @percpu
      Examples:
        | kind                | key               |
        | a per-CPU array map | no key            |
        | a per-CPU array map | an unreadable key |
        | a per-CPU array map | the key 00        |
        | a per-CPU array map | the key 000000    |

  @rule:array.key.place @observed @needs:pointers
  Rule: A key needs no alignment, and bytes after its fourth do not count
    Source: kernel/bpf/syscall.c, map_lookup_elem

    Scenario Outline: the bytes <key> name the first element of <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 0 to patterns from 90
      And user space updates index 2 to patterns from 95
      And user space looks up the key <key>
      Then it finds patterns from 90
      When user space updates the key <key> to patterns from 100
      Then it succeeds
      And user space sees patterns from 100 at index 0
      And user space sees patterns from 95 at index 2
      And nothing else has changed

      Examples:
        | kind         | key                      |
        | an array map | 00000000                 |
        | an array map | 00000000ff               |
        | an array map | 000000000102030405060708 |

      @percpu
      Examples:
        | kind                | key        |
        | a per-CPU array map | 00000000ff |

  @rule:array.lookup.value-fault @observed @needs:pointers
  Rule: Memory that cannot take the whole value is EFAULT for a lookup
    Source: kernel/bpf/syscall.c, map_lookup_elem

    Scenario Outline: <buffer> for a value of <size> bytes is refused with EFAULT for <kind>
      Given <kind> of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space looks up index 1 into <buffer>
      Then it is refused with EFAULT
      And nothing has changed

      Examples:
        | kind         | size | buffer                 |
        | an array map | 1    | no buffer              |
        | an array map | 8    | no buffer              |
        | an array map | 1    | a buffer of 0 bytes    |
        | an array map | 5    | a buffer of 4 bytes    |
        | an array map | 8    | a buffer of 1 bytes    |
        | an array map | 8    | a buffer of 7 bytes    |
        | an array map | 9    | a buffer of 8 bytes    |
        | an array map | 4096 | a buffer of 4095 bytes |

      @percpu
      Examples:
        | kind                | size | buffer                 |
        | a per-CPU array map | 8    | no buffer              |
        | a per-CPU array map | 8    | a buffer of 0 bytes    |
        | a per-CPU array map | 5    | a buffer of 7 bytes    |
        | a per-CPU array map | 8    | a buffer of 7 bytes    |
        | a per-CPU array map | 4096 | a buffer of 4095 bytes |

  @rule:array.update.too-big @observed
  Rule: An update past the last index tells E2BIG, whether or not it asks for an element that exists
    Source: kernel/bpf/arraymap.c, array_map_update_elem and bpf_percpu_array_update

    Scenario Outline: an update of index <index> with <flags> is refused with E2BIG for <kind>
      Given <kind> of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index <index> to patterns from 90 with <flags>
      Then it is refused with E2BIG
      And nothing has changed

      Examples:
        | kind         | index      | flags       |
        | an array map | 5          | BPF_ANY     |
        | an array map | 5          | BPF_EXIST   |
        | an array map | 5          | BPF_NOEXIST |
        | an array map | 7          | BPF_ANY     |
        | an array map | 8          | BPF_ANY     |
        | an array map | 0x80000000 | BPF_EXIST   |
        | an array map | 0xffffffff | BPF_ANY     |
        | an array map | 0xffffffff | BPF_NOEXIST |

      @percpu
      Examples:
        | kind                | index      | flags       |
        | a per-CPU array map | 5          | BPF_ANY     |
        | a per-CPU array map | 5          | BPF_EXIST   |
        | a per-CPU array map | 5          | BPF_NOEXIST |
        | a per-CPU array map | 8          | BPF_ANY     |
        | a per-CPU array map | 0x80000000 | BPF_EXIST   |
        | a per-CPU array map | 0xffffffff | BPF_ANY     |

  @rule:array.update.flags @observed
  Rule: An update knows BPF_NOEXIST and BPF_EXIST, one at a time, and BPF_F_LOCK
    Source: kernel/bpf/arraymap.c, array_map_update_elem and bpf_percpu_array_update
    Note: Since 7.0 per-CPU array maps take some more, see percpu.cpu-flag.loose.

    Scenario Outline: an update with the flags <flags> is refused with EINVAL for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to patterns from 90 with <flags>
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | kind         | flags              |
        | an array map | 0x3                |
        | an array map | 0x7                |
        | an array map | 0x8                |
        | an array map | 0x9                |
        | an array map | 0xa                |
        | an array map | 0x10               |
        | an array map | 0x20               |
        | an array map | 0x10000            |
        | an array map | 0x80000000         |
        | an array map | 0x100000000        |
        | an array map | 0x100000002        |
        | an array map | 0x8000000000000000 |
        | an array map | 0xffffffffffffffff |

      @percpu
      Examples:
        | kind                | flags              |
        | a per-CPU array map | 0x7                |
        | a per-CPU array map | 0x20               |
        | a per-CPU array map | 0x10000            |
        | a per-CPU array map | 0x80000000         |
        | a per-CPU array map | 0x100000000        |
        | a per-CPU array map | 0x100000002        |
        | a per-CPU array map | 0x8000000000000000 |
        | a per-CPU array map | 0xffffffffffffffff |

      @percpu @until-6.19
      Examples:
        | kind                | flags                  |
        | a per-CPU array map | BPF_NOEXIST\|BPF_EXIST |
        | a per-CPU array map | BPF_F_CPU              |
        | a per-CPU array map | 0x9                    |
        | a per-CPU array map | 0x100000008            |
        | a per-CPU array map | BPF_F_ALL_CPUS         |

  @rule:array.update.value-fault @observed @needs:pointers
  Rule: A value that cannot be read whole is EFAULT, and none of it is stored
    Source: kernel/bpf/syscall.c, map_update_elem

    Scenario Outline: <value> for a value of <size> bytes is refused with EFAULT for <kind>
      Given <kind> of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to <value>
      Then it is refused with EFAULT
      And nothing has changed

      Examples:
        | kind         | size | value                        |
        | an array map | 8    | no value                     |
        | an array map | 8    | an unreadable value          |
        | an array map | 1    | pattern 90 cut to 0 bytes    |
        | an array map | 5    | pattern 90 cut to 4 bytes    |
        | an array map | 8    | pattern 90 cut to 1 bytes    |
        | an array map | 8    | pattern 90 cut to 7 bytes    |
        | an array map | 9    | pattern 90 cut to 8 bytes    |
        | an array map | 4096 | pattern 90 cut to 4095 bytes |

      @percpu
      Examples:
        | kind                | size | value                     |
        | a per-CPU array map | 8    | no value                  |
        | a per-CPU array map | 8    | an unreadable value       |
        | a per-CPU array map | 8    | pattern 90 cut to 0 bytes |
        | a per-CPU array map | 5    | pattern 90 cut to 7 bytes |
        | a per-CPU array map | 8    | pattern 90 cut to 7 bytes |

    Scenario Outline: of a longer piece of memory the first <size> bytes are stored
      Given an array map of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to pattern 90 cut to 64 bytes
      Then it succeeds
      And user space sees pattern 90 at index 1
      And nothing else has changed

      Examples:
        | size |
        | 1    |
        | 5    |
        | 8    |
        | 9    |

  @rule:percpu.delete @observed @percpu
  Rule: A deletion from a per-CPU array map tells EINVAL at any index
    Source: kernel/bpf/arraymap.c, array_map_delete_elem

    Scenario Outline: the deletion of index <index> is refused with EINVAL
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space deletes index <index>
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | index      |
        | 0          |
        | 3          |
        | 4          |
        | 0x80000000 |
        | 0xffffffff |

  @rule:array.lookup-and-delete @manual @since-4.20
  Rule: No array map offers lookup-and-delete
    Source: include/uapi/linux/bpf.h, BPF_MAP_LOOKUP_AND_DELETE_ELEM

    Scenario Outline: lookup-and-delete of index <index> is refused for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up and deletes index <index>
      Then it is refused
      When user space looks up index 4
      Then it is refused with ENOENT
      And nothing has changed

      Examples:
        | kind         | index |
        | an array map | 0     |
        | an array map | 4     |

      @percpu
      Examples:
        | kind                | index |
        | a per-CPU array map | 3     |
        | a per-CPU array map | 4     |

    @observed
    Scenario Outline: the errno for index <index> is ENOTSUPP for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up and deletes index <index>
      Then it is refused with ENOTSUPP
      And nothing has changed

      Examples:
        | kind         | index      |
        | an array map | 0          |
        | an array map | 3          |
        | an array map | 4          |
        | an array map | 0x80000000 |
        | an array map | 0xffffffff |

      @percpu
      Examples:
        | kind                | index      |
        | a per-CPU array map | 0          |
        | a per-CPU array map | 3          |
        | a per-CPU array map | 4          |
        | a per-CPU array map | 0xffffffff |

  @rule:array.lookup-and-delete.flags @observed @since-5.14
  Rule: Lookup-and-delete knows no flag but BPF_F_LOCK, and that needs a lock
    Source: kernel/bpf/syscall.c, map_lookup_and_delete_elem

    Scenario Outline: lookup-and-delete with the flags <flags> is refused with EINVAL for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up and deletes index 1 with <flags>
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | kind         | flags              |
        | an array map | 0x1                |
        | an array map | 0x2                |
        | an array map | 0x8                |
        | an array map | 0x20               |
        | an array map | 0x100000000        |
        | an array map | 0x8000000000000000 |
        | an array map | BPF_F_LOCK         |

      @percpu
      Examples:
        | kind                | flags              |
        | a per-CPU array map | 0x1                |
        | a per-CPU array map | 0x8                |
        | a per-CPU array map | 0x8000000000000000 |
        | a per-CPU array map | BPF_F_LOCK         |

  @rule:array.lookup-and-delete.key-fault @observed @since-5.14 @needs:pointers
  Rule: Lookup-and-delete reads the key before it says that there is no such call for array maps
    Source: kernel/bpf/syscall.c, map_lookup_and_delete_elem

    Scenario Outline: <key> is refused with EFAULT for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up and deletes <key>
      Then it is refused with EFAULT
      And nothing has changed

      Examples:
        | kind         | key               |
        | an array map | no key            |
        | an array map | an unreadable key |
        | an array map | the key 000000    |

      @percpu
      Examples:
        | kind                | key               |
        | a per-CPU array map | no key            |
        | a per-CPU array map | an unreadable key |
        | a per-CPU array map | the key 000000    |

  @rule:array.lookup.order @observed @since-5.1 @needs:pointers
  Rule: Of several faults of a lookup the descriptor is told first, then permission, then flags, then the key, the index, and the memory for the value
    Source: kernel/bpf/syscall.c, map_lookup_elem
    Note: Until 6.19 an unknown flag is told before anything else.

    Background:
      Given an array map of 4 elements of 8 bytes as map C
      And user space closes map C

    Scenario Outline: <one> comes before <other> in a lookup for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up <key> of map <map> with <flags> into <buffer>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | kind         | one                      | other                    | key               | map | flags      | buffer                 | errno  |
        | an array map | a closed descriptor      | a lock flag without lock | index 1           | C   | BPF_F_LOCK | a buffer of 4096 bytes | EBADF  |
        | an array map | a closed descriptor      | a bad key                | an unreadable key | C   | BPF_ANY    | a buffer of 4096 bytes | EBADF  |
        | an array map | a closed descriptor      | no such index            | index 4           | C   | BPF_ANY    | a buffer of 4096 bytes | EBADF  |
        | an array map | a closed descriptor      | no room                  | index 1           | C   | BPF_ANY    | no buffer              | EBADF  |
        | an array map | an unknown flag          | a bad key                | an unreadable key | A   | 0x1        | a buffer of 4096 bytes | EINVAL |
        | an array map | an unknown flag          | no such index            | index 4           | A   | 0x1        | a buffer of 4096 bytes | EINVAL |
        | an array map | an unknown flag          | no room                  | index 1           | A   | 0x1        | no buffer              | EINVAL |
        | an array map | a lock flag without lock | a bad key                | an unreadable key | A   | BPF_F_LOCK | a buffer of 4096 bytes | EINVAL |
        | an array map | a lock flag without lock | no such index            | index 4           | A   | BPF_F_LOCK | a buffer of 4096 bytes | EINVAL |
        | an array map | a lock flag without lock | no room                  | index 1           | A   | BPF_F_LOCK | no buffer              | EINVAL |
        | an array map | no such index            | no room                  | index 4           | A   | BPF_ANY    | no buffer              | ENOENT |

      @percpu
      Examples:
        | kind                | one                      | other                    | key               | map | flags      | buffer                 | errno  |
        | a per-CPU array map | a closed descriptor      | a lock flag without lock | index 1           | C   | BPF_F_LOCK | a buffer of 4096 bytes | EBADF  |
        | a per-CPU array map | a closed descriptor      | a bad key                | an unreadable key | C   | BPF_ANY    | a buffer of 4096 bytes | EBADF  |
        | a per-CPU array map | a closed descriptor      | no such index            | index 4           | C   | BPF_ANY    | a buffer of 4096 bytes | EBADF  |
        | a per-CPU array map | a closed descriptor      | no room                  | index 1           | C   | BPF_ANY    | no buffer              | EBADF  |
        | a per-CPU array map | an unknown flag          | a bad key                | an unreadable key | A   | 0x1        | a buffer of 4096 bytes | EINVAL |
        | a per-CPU array map | an unknown flag          | no such index            | index 4           | A   | 0x1        | a buffer of 4096 bytes | EINVAL |
        | a per-CPU array map | an unknown flag          | no room                  | index 1           | A   | 0x1        | no buffer              | EINVAL |
        | a per-CPU array map | a lock flag without lock | a bad key                | an unreadable key | A   | BPF_F_LOCK | a buffer of 4096 bytes | EINVAL |
        | a per-CPU array map | a lock flag without lock | no such index            | index 4           | A   | BPF_F_LOCK | a buffer of 4096 bytes | EINVAL |
        | a per-CPU array map | a lock flag without lock | no room                  | index 1           | A   | BPF_F_LOCK | no buffer              | EINVAL |
        | a per-CPU array map | no such index            | no room                  | index 4           | A   | BPF_ANY    | no buffer              | ENOENT |

    @until-6.18
    Scenario Outline: <one> comes before <other> in a lookup until 6.19 for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up <key> of map <map> with <flags> into <buffer>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | kind         | one             | other               | key     | map | flags | buffer                 | errno  |
        | an array map | an unknown flag | a closed descriptor | index 1 | C   | 0x1   | a buffer of 4096 bytes | EINVAL |

      @percpu
      Examples:
        | kind                | one             | other               | key     | map | flags | buffer                 | errno  |
        | a per-CPU array map | an unknown flag | a closed descriptor | index 1 | C   | 0x1   | a buffer of 4096 bytes | EINVAL |

    @since-6.19
    Scenario Outline: <one> comes before <other> in a lookup since 6.19 for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up <key> of map <map> with <flags> into <buffer>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | kind         | one                 | other           | key     | map | flags | buffer                 | errno |
        | an array map | a closed descriptor | an unknown flag | index 1 | C   | 0x1   | a buffer of 4096 bytes | EBADF |

      @percpu
      Examples:
        | kind                | one                 | other           | key     | map | flags | buffer                 | errno |
        | a per-CPU array map | a closed descriptor | an unknown flag | index 1 | C   | 0x1   | a buffer of 4096 bytes | EBADF |

      @percpu @since-7.0
      Examples:
        | kind                | one                 | other              | key               | map | flags              | buffer                 | errno  |
        | a per-CPU array map | a closed descriptor | a CPU out of range | index 1           | C   | 0xffffffff00000008 | a buffer of 4096 bytes | EBADF  |
        | a per-CPU array map | a CPU out of range  | a bad key          | an unreadable key | A   | 0xffffffff00000008 | a buffer of 4096 bytes | ERANGE |
        | a per-CPU array map | a CPU out of range  | no such index      | index 4           | A   | 0xffffffff00000008 | a buffer of 4096 bytes | ERANGE |
        | a per-CPU array map | a CPU out of range  | no room            | index 1           | A   | 0xffffffff00000008 | no buffer              | ERANGE |

    @needs:access
    Scenario Outline: a write-only descriptor comes before <other> in a lookup for <kind>
      Given <kind> of 4 elements of 8 bytes
      And <kind> of 4 elements of 8 bytes with BPF_F_WRONLY as map B
      And every element of the map holds its own pattern
      When user space looks up <key> of map B with <flags> into <buffer>
      Then it is refused with EPERM
      When user space closes map B
      Then nothing has changed

      Examples:
        | kind         | other                    | key               | flags      | buffer                 |
        | an array map | a lock flag without lock | index 1           | BPF_F_LOCK | a buffer of 4096 bytes |
        | an array map | a bad key                | an unreadable key | BPF_ANY    | a buffer of 4096 bytes |
        | an array map | no such index            | index 4           | BPF_ANY    | a buffer of 4096 bytes |
        | an array map | no room                  | index 1           | BPF_ANY    | no buffer              |

      @percpu
      Examples:
        | kind                | other                    | key               | flags      | buffer                 |
        | a per-CPU array map | a lock flag without lock | index 1           | BPF_F_LOCK | a buffer of 4096 bytes |
        | a per-CPU array map | a bad key                | an unreadable key | BPF_ANY    | a buffer of 4096 bytes |
        | a per-CPU array map | no such index            | index 4           | BPF_ANY    | a buffer of 4096 bytes |
        | a per-CPU array map | no room                  | index 1           | BPF_ANY    | no buffer              |

    @until-6.18 @needs:access
    Scenario Outline: an unknown flag comes before a write-only descriptor until 6.19 for <kind>
      Given <kind> of 4 elements of 8 bytes
      And <kind> of 4 elements of 8 bytes with BPF_F_WRONLY as map B
      And every element of the map holds its own pattern
      When user space looks up index 1 of map B with 0x1
      Then it is refused with EINVAL
      When user space closes map B
      Then nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu
      Examples:
        | kind                |
        | a per-CPU array map |

    @since-6.19 @needs:access
    Scenario Outline: a write-only descriptor comes before an unknown flag since 6.19 for <kind>
      Given <kind> of 4 elements of 8 bytes
      And <kind> of 4 elements of 8 bytes with BPF_F_WRONLY as map B
      And every element of the map holds its own pattern
      When user space looks up index 1 of map B with 0x1
      Then it is refused with EPERM
      When user space closes map B
      Then nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu
      Examples:
        | kind                |
        | a per-CPU array map |

  @rule:array.update.order @observed @since-5.1 @needs:pointers
  Rule: Of several faults of an update the descriptor is told first, then permission, then a lock flag without lock, then the key, the value, unknown flags, the index, and last that the element exists
    Source: kernel/bpf/syscall.c, map_update_elem; kernel/bpf/arraymap.c, array_map_update_elem

    Background:
      Given an array map of 4 elements of 8 bytes as map C
      And user space closes map C

    Scenario Outline: <one> comes before <other> in an update for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates <key> of map <map> to <value> with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | kind         | one                      | other                    | key               | map | value               | flags                   | errno  |
        | an array map | a closed descriptor      | a lock flag without lock | index 1           | C   | patterns from 90    | BPF_F_LOCK              | EBADF  |
        | an array map | a closed descriptor      | a bad key                | an unreadable key | C   | patterns from 90    | BPF_ANY                 | EBADF  |
        | an array map | a closed descriptor      | a bad value              | index 1           | C   | an unreadable value | BPF_ANY                 | EBADF  |
        | an array map | a closed descriptor      | an unknown flag          | index 1           | C   | patterns from 90    | 0x20                    | EBADF  |
        | an array map | a closed descriptor      | no such index            | index 4           | C   | patterns from 90    | BPF_ANY                 | EBADF  |
        | an array map | a closed descriptor      | an element that exists   | index 1           | C   | patterns from 90    | BPF_NOEXIST             | EBADF  |
        | an array map | a lock flag without lock | a bad key                | an unreadable key | A   | patterns from 90    | BPF_F_LOCK              | EINVAL |
        | an array map | a lock flag without lock | a bad value              | index 1           | A   | an unreadable value | BPF_F_LOCK              | EINVAL |
        | an array map | a lock flag without lock | no such index            | index 4           | A   | patterns from 90    | BPF_F_LOCK              | EINVAL |
        | an array map | a lock flag without lock | an element that exists   | index 1           | A   | patterns from 90    | BPF_F_LOCK\|BPF_NOEXIST | EINVAL |
        | an array map | a bad key                | an unknown flag          | an unreadable key | A   | patterns from 90    | 0x20                    | EFAULT |
        | an array map | a bad key                | an element that exists   | an unreadable key | A   | patterns from 90    | BPF_NOEXIST             | EFAULT |
        | an array map | a bad value              | an unknown flag          | index 1           | A   | an unreadable value | 0x20                    | EFAULT |
        | an array map | a bad value              | no such index            | index 4           | A   | an unreadable value | BPF_ANY                 | EFAULT |
        | an array map | a bad value              | an element that exists   | index 1           | A   | an unreadable value | BPF_NOEXIST             | EFAULT |
        | an array map | an unknown flag          | no such index            | index 4           | A   | patterns from 90    | 0x20                    | EINVAL |
        | an array map | an unknown flag          | an element that exists   | index 1           | A   | patterns from 90    | 0x21                    | EINVAL |
        | an array map | no such index            | an element that exists   | index 4           | A   | patterns from 90    | BPF_NOEXIST             | E2BIG  |

      @percpu
      Examples:
        | kind                | one                      | other                    | key               | map | value               | flags                   | errno  |
        | a per-CPU array map | a closed descriptor      | a lock flag without lock | index 1           | C   | patterns from 90    | BPF_F_LOCK              | EBADF  |
        | a per-CPU array map | a closed descriptor      | a bad key                | an unreadable key | C   | patterns from 90    | BPF_ANY                 | EBADF  |
        | a per-CPU array map | a closed descriptor      | a bad value              | index 1           | C   | an unreadable value | BPF_ANY                 | EBADF  |
        | a per-CPU array map | a closed descriptor      | an unknown flag          | index 1           | C   | patterns from 90    | 0x20                    | EBADF  |
        | a per-CPU array map | a closed descriptor      | no such index            | index 4           | C   | patterns from 90    | BPF_ANY                 | EBADF  |
        | a per-CPU array map | a closed descriptor      | an element that exists   | index 1           | C   | patterns from 90    | BPF_NOEXIST             | EBADF  |
        | a per-CPU array map | a lock flag without lock | a bad key                | an unreadable key | A   | patterns from 90    | BPF_F_LOCK              | EINVAL |
        | a per-CPU array map | a lock flag without lock | a bad value              | index 1           | A   | an unreadable value | BPF_F_LOCK              | EINVAL |
        | a per-CPU array map | a lock flag without lock | no such index            | index 4           | A   | patterns from 90    | BPF_F_LOCK              | EINVAL |
        | a per-CPU array map | a lock flag without lock | an element that exists   | index 1           | A   | patterns from 90    | BPF_F_LOCK\|BPF_NOEXIST | EINVAL |
        | a per-CPU array map | a bad key                | an unknown flag          | an unreadable key | A   | patterns from 90    | 0x20                    | EFAULT |
        | a per-CPU array map | a bad key                | an element that exists   | an unreadable key | A   | patterns from 90    | BPF_NOEXIST             | EFAULT |
        | a per-CPU array map | a bad value              | an unknown flag          | index 1           | A   | an unreadable value | 0x20                    | EFAULT |
        | a per-CPU array map | a bad value              | no such index            | index 4           | A   | an unreadable value | BPF_ANY                 | EFAULT |
        | a per-CPU array map | a bad value              | an element that exists   | index 1           | A   | an unreadable value | BPF_NOEXIST             | EFAULT |
        | a per-CPU array map | an unknown flag          | no such index            | index 4           | A   | patterns from 90    | 0x20                    | EINVAL |
        | a per-CPU array map | an unknown flag          | an element that exists   | index 1           | A   | patterns from 90    | 0x21                    | EINVAL |
        | a per-CPU array map | no such index            | an element that exists   | index 4           | A   | patterns from 90    | BPF_NOEXIST             | E2BIG  |

    @since-7.0
    Scenario Outline: <one> comes before <other> in an update since 7.0 for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates <key> of map <map> to <value> with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | kind         | one               | other       | key               | map | value               | flags          | errno  |
        | an array map | a CPU flag        | a bad key   | an unreadable key | A   | patterns from 90    | BPF_F_CPU      | EINVAL |
        | an array map | a CPU flag        | a bad value | index 1           | A   | an unreadable value | BPF_F_ALL_CPUS | EINVAL |
        | an array map | an upper flag bit | a bad key   | an unreadable key | A   | patterns from 90    | 0x100000000    | EINVAL |

      @percpu
      Examples:
        | kind                | one                 | other                  | key               | map | value               | flags              | errno  |
        | a per-CPU array map | a closed descriptor | a CPU out of range     | index 1           | C   | patterns from 90    | 0xffffffff00000008 | EBADF  |
        | a per-CPU array map | a CPU out of range  | a bad key              | an unreadable key | A   | patterns from 90    | 0xffffffff00000008 | ERANGE |
        | a per-CPU array map | a CPU out of range  | a bad value            | index 1           | A   | an unreadable value | 0xffffffff00000008 | ERANGE |
        | a per-CPU array map | a CPU out of range  | no such index          | index 4           | A   | patterns from 90    | 0xffffffff00000008 | ERANGE |
        | a per-CPU array map | a CPU out of range  | an element that exists | index 1           | A   | patterns from 90    | 0xffffffff00000009 | ERANGE |
        | a per-CPU array map | an upper flag bit   | a bad key              | an unreadable key | A   | patterns from 90    | 0x100000000        | EINVAL |

    @until-6.19
    Scenario Outline: <one> comes before <other> in an update until 6.19 for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates <key> of map <map> to <value> with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | kind         | one       | other             | key               | map | value            | flags       | errno  |
        | an array map | a bad key | an upper flag bit | an unreadable key | A   | patterns from 90 | 0x100000000 | EFAULT |
        | an array map | a bad key | a CPU flag        | an unreadable key | A   | patterns from 90 | BPF_F_CPU   | EFAULT |

      @percpu
      Examples:
        | kind                | one       | other             | key               | map | value            | flags       | errno  |
        | a per-CPU array map | a bad key | an upper flag bit | an unreadable key | A   | patterns from 90 | 0x100000000 | EFAULT |
        | a per-CPU array map | a bad key | a CPU flag        | an unreadable key | A   | patterns from 90 | BPF_F_CPU   | EFAULT |

    @needs:access
    Scenario Outline: a read-only descriptor comes before <other> in an update for <kind>
      Given <kind> of 4 elements of 8 bytes
      And <kind> of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      And every element of the map holds its own pattern
      When user space updates <key> of map B to <value> with <flags>
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | kind         | other                    | key               | value               | flags       |
        | an array map | a lock flag without lock | index 1           | patterns from 90    | BPF_F_LOCK  |
        | an array map | a bad key                | an unreadable key | patterns from 90    | BPF_ANY     |
        | an array map | a bad value              | index 1           | an unreadable value | BPF_ANY     |
        | an array map | an unknown flag          | index 1           | patterns from 90    | 0x20        |
        | an array map | no such index            | index 4           | patterns from 90    | BPF_ANY     |
        | an array map | an element that exists   | index 1           | patterns from 90    | BPF_NOEXIST |

      @percpu
      Examples:
        | kind                | other                    | key               | value               | flags       |
        | a per-CPU array map | a lock flag without lock | index 1           | patterns from 90    | BPF_F_LOCK  |
        | a per-CPU array map | a bad key                | an unreadable key | patterns from 90    | BPF_ANY     |
        | a per-CPU array map | a bad value              | index 1           | an unreadable value | BPF_ANY     |
        | a per-CPU array map | an unknown flag          | index 1           | patterns from 90    | 0x20        |
        | a per-CPU array map | no such index            | index 4           | patterns from 90    | BPF_ANY     |
        | a per-CPU array map | an element that exists   | index 1           | patterns from 90    | BPF_NOEXIST |

    @since-5.2 @needs:freeze
    Scenario Outline: a frozen map comes before <other> in an update for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space freezes the map
      When user space updates <key> to <value> with <flags>
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | kind         | other                    | key               | value               | flags       |
        | an array map | a lock flag without lock | index 1           | patterns from 90    | BPF_F_LOCK  |
        | an array map | a bad key                | an unreadable key | patterns from 90    | BPF_ANY     |
        | an array map | a bad value              | index 1           | an unreadable value | BPF_ANY     |
        | an array map | an unknown flag          | index 1           | patterns from 90    | 0x20        |
        | an array map | no such index            | index 4           | patterns from 90    | BPF_ANY     |
        | an array map | an element that exists   | index 1           | patterns from 90    | BPF_NOEXIST |

      @percpu
      Examples:
        | kind                | other                    | key               | value               | flags       |
        | a per-CPU array map | a lock flag without lock | index 1           | patterns from 90    | BPF_F_LOCK  |
        | a per-CPU array map | a bad key                | an unreadable key | patterns from 90    | BPF_ANY     |
        | a per-CPU array map | a bad value              | index 1           | an unreadable value | BPF_ANY     |
        | a per-CPU array map | an unknown flag          | index 1           | patterns from 90    | 0x20        |
        | a per-CPU array map | no such index            | index 4           | patterns from 90    | BPF_ANY     |
        | a per-CPU array map | an element that exists   | index 1           | patterns from 90    | BPF_NOEXIST |

  @rule:array.delete.order @observed @needs:pointers
  Rule: Of several faults of a deletion the descriptor is told first, then permission, then the key, and last that nothing is deleted
    Source: kernel/bpf/syscall.c, map_delete_elem

    Background:
      Given an array map of 4 elements of 8 bytes as map C
      And user space closes map C

    Scenario Outline: <one> comes before <other> in a deletion for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space deletes <key> of map <map>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | kind         | one                 | other           | key               | map | errno  |
        | an array map | a closed descriptor | a bad key       | an unreadable key | C   | EBADF  |
        | an array map | a closed descriptor | deletion at all | index 1           | C   | EBADF  |
        | an array map | a closed descriptor | no such index   | index 4           | C   | EBADF  |
        | an array map | a bad key           | deletion at all | an unreadable key | A   | EFAULT |

      @percpu
      Examples:
        | kind                | one                 | other           | key               | map | errno  |
        | a per-CPU array map | a closed descriptor | a bad key       | an unreadable key | C   | EBADF  |
        | a per-CPU array map | a closed descriptor | deletion at all | index 1           | C   | EBADF  |
        | a per-CPU array map | a closed descriptor | no such index   | index 4           | C   | EBADF  |
        | a per-CPU array map | a bad key           | deletion at all | an unreadable key | A   | EFAULT |

    @since-4.15 @needs:access
    Scenario Outline: a read-only descriptor comes before <other> in a deletion for <kind>
      Given <kind> of 4 elements of 8 bytes
      And <kind> of 4 elements of 8 bytes with BPF_F_RDONLY as map B
      And every element of the map holds its own pattern
      When user space deletes <key> of map B
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | kind         | other           | key               |
        | an array map | a bad key       | an unreadable key |
        | an array map | deletion at all | index 1           |
        | an array map | no such index   | index 4           |

      @percpu
      Examples:
        | kind                | other           | key               |
        | a per-CPU array map | a bad key       | an unreadable key |
        | a per-CPU array map | deletion at all | index 1           |
        | a per-CPU array map | no such index   | index 4           |

    @since-5.2 @needs:freeze
    Scenario Outline: a frozen map comes before <other> in a deletion for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space freezes the map
      When user space deletes <key>
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | kind         | other           | key               |
        | an array map | a bad key       | an unreadable key |
        | an array map | deletion at all | index 1           |
        | an array map | no such index   | index 4           |

      @percpu
      Examples:
        | kind                | other           | key               |
        | a per-CPU array map | a bad key       | an unreadable key |
        | a per-CPU array map | deletion at all | index 1           |
        | a per-CPU array map | no such index   | index 4           |

  @rule:array.lookup-and-delete.order @observed @since-5.14 @needs:pointers
  Rule: Of several faults of lookup-and-delete unknown flags are told first, then the descriptor, then permission, then a lock flag without lock, then the key, and last that array maps have no such call
    Source: kernel/bpf/syscall.c, map_lookup_and_delete_elem

    Background:
      Given an array map of 4 elements of 8 bytes as map C
      And user space closes map C

    Scenario Outline: <one> comes before <other> in lookup-and-delete for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up and deletes <key> of map <map> with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | kind         | one                      | other                    | key               | map | flags      | errno  |
        | an array map | an unknown flag          | a closed descriptor      | index 1           | C   | 0x1        | EINVAL |
        | an array map | an unknown flag          | a bad key                | an unreadable key | A   | 0x1        | EINVAL |
        | an array map | an unknown flag          | the call at all          | index 1           | A   | 0x1        | EINVAL |
        | an array map | a closed descriptor      | a lock flag without lock | index 1           | C   | BPF_F_LOCK | EBADF  |
        | an array map | a closed descriptor      | a bad key                | an unreadable key | C   | BPF_ANY    | EBADF  |
        | an array map | a closed descriptor      | the call at all          | index 1           | C   | BPF_ANY    | EBADF  |
        | an array map | a lock flag without lock | a bad key                | an unreadable key | A   | BPF_F_LOCK | EINVAL |
        | an array map | a lock flag without lock | the call at all          | index 1           | A   | BPF_F_LOCK | EINVAL |
        | an array map | a bad key                | the call at all          | an unreadable key | A   | BPF_ANY    | EFAULT |

      @percpu
      Examples:
        | kind                | one                      | other                    | key               | map | flags      | errno  |
        | a per-CPU array map | an unknown flag          | a closed descriptor      | index 1           | C   | 0x1        | EINVAL |
        | a per-CPU array map | an unknown flag          | a bad key                | an unreadable key | A   | 0x1        | EINVAL |
        | a per-CPU array map | an unknown flag          | the call at all          | index 1           | A   | 0x1        | EINVAL |
        | a per-CPU array map | a closed descriptor      | a lock flag without lock | index 1           | C   | BPF_F_LOCK | EBADF  |
        | a per-CPU array map | a closed descriptor      | a bad key                | an unreadable key | C   | BPF_ANY    | EBADF  |
        | a per-CPU array map | a closed descriptor      | the call at all          | index 1           | C   | BPF_ANY    | EBADF  |
        | a per-CPU array map | a lock flag without lock | a bad key                | an unreadable key | A   | BPF_F_LOCK | EINVAL |
        | a per-CPU array map | a lock flag without lock | the call at all          | index 1           | A   | BPF_F_LOCK | EINVAL |
        | a per-CPU array map | a bad key                | the call at all          | an unreadable key | A   | BPF_ANY    | EFAULT |

    @needs:access
    Scenario Outline: <one> comes before <other> in lookup-and-delete by mode for <kind>
      Given <kind> of 4 elements of 8 bytes
      And <kind> of 4 elements of 8 bytes with <mode> as map B
      And every element of the map holds its own pattern
      When user space looks up and deletes <key> of map B with <flags>
      Then it is refused with <errno>
      When user space closes map B
      Then nothing has changed

      Examples:
        | kind         | one                     | other                    | mode         | key               | flags      | errno  |
        | an array map | an unknown flag         | a read-only descriptor   | BPF_F_RDONLY | index 1           | 0x1        | EINVAL |
        | an array map | a read-only descriptor  | a lock flag without lock | BPF_F_RDONLY | index 1           | BPF_F_LOCK | EPERM  |
        | an array map | a read-only descriptor  | a bad key                | BPF_F_RDONLY | an unreadable key | BPF_ANY    | EPERM  |
        | an array map | a read-only descriptor  | the call at all          | BPF_F_RDONLY | index 1           | BPF_ANY    | EPERM  |
        | an array map | an unknown flag         | a write-only descriptor  | BPF_F_WRONLY | index 1           | 0x1        | EINVAL |
        | an array map | a write-only descriptor | a lock flag without lock | BPF_F_WRONLY | index 1           | BPF_F_LOCK | EPERM  |
        | an array map | a write-only descriptor | a bad key                | BPF_F_WRONLY | an unreadable key | BPF_ANY    | EPERM  |
        | an array map | a write-only descriptor | the call at all          | BPF_F_WRONLY | index 1           | BPF_ANY    | EPERM  |

      @percpu
      Examples:
        | kind                | one                     | other                    | mode         | key               | flags      | errno  |
        | a per-CPU array map | an unknown flag         | a read-only descriptor   | BPF_F_RDONLY | index 1           | 0x1        | EINVAL |
        | a per-CPU array map | a read-only descriptor  | a lock flag without lock | BPF_F_RDONLY | index 1           | BPF_F_LOCK | EPERM  |
        | a per-CPU array map | a read-only descriptor  | a bad key                | BPF_F_RDONLY | an unreadable key | BPF_ANY    | EPERM  |
        | a per-CPU array map | a read-only descriptor  | the call at all          | BPF_F_RDONLY | index 1           | BPF_ANY    | EPERM  |
        | a per-CPU array map | an unknown flag         | a write-only descriptor  | BPF_F_WRONLY | index 1           | 0x1        | EINVAL |
        | a per-CPU array map | a write-only descriptor | a lock flag without lock | BPF_F_WRONLY | index 1           | BPF_F_LOCK | EPERM  |
        | a per-CPU array map | a write-only descriptor | a bad key                | BPF_F_WRONLY | an unreadable key | BPF_ANY    | EPERM  |
        | a per-CPU array map | a write-only descriptor | the call at all          | BPF_F_WRONLY | index 1           | BPF_ANY    | EPERM  |

    @needs:freeze
    Scenario Outline: <one> comes before <other> in lookup-and-delete of a frozen map for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space freezes the map
      When user space looks up and deletes <key> with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | kind         | one             | other                    | key               | flags      | errno  |
        | an array map | an unknown flag | a frozen map             | index 1           | 0x1        | EINVAL |
        | an array map | a frozen map    | a lock flag without lock | index 1           | BPF_F_LOCK | EPERM  |
        | an array map | a frozen map    | a bad key                | an unreadable key | BPF_ANY    | EPERM  |
        | an array map | a frozen map    | the call at all          | index 1           | BPF_ANY    | EPERM  |

      @percpu
      Examples:
        | kind                | one             | other                    | key               | flags      | errno  |
        | a per-CPU array map | an unknown flag | a frozen map             | index 1           | 0x1        | EINVAL |
        | a per-CPU array map | a frozen map    | a lock flag without lock | index 1           | BPF_F_LOCK | EPERM  |
        | a per-CPU array map | a frozen map    | a bad key                | an unreadable key | BPF_ANY    | EPERM  |
        | a per-CPU array map | a frozen map    | the call at all          | index 1           | BPF_ANY    | EPERM  |

  @rule:percpu.cpu-flag @observed @percpu @since-7.0
  Rule: BPF_F_CPU with a CPU number in the upper half of the flags means the slot of that CPU alone
    Source: include/linux/bpf.h, bpf_map_check_op_flags; kernel/bpf/arraymap.c, bpf_percpu_array_update

    Background:
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 2 to patterns from 60

    Scenario Outline: an update with <flags> writes the slot of CPU <cpu>
      When user space updates index 2 to pattern 99 cut to 8 bytes with <flags>
      Then it succeeds
      And user space sees pattern 99 on CPU <cpu> and patterns from 60 elsewhere at index 2
      And nothing else has changed

      Examples:
        | flags                  | cpu |
        | BPF_F_CPU              | 0   |
        | 0x100000008            | 1   |
        | BPF_F_CPU\|BPF_EXIST   | 0   |

    Scenario: a lookup reads the slot of one CPU
      When user space looks up index 2 with BPF_F_CPU
      Then it finds pattern 60 cut to 8 bytes
      When user space looks up index 2 with 0x100000008
      Then it finds pattern 61 cut to 8 bytes
      And user space sees patterns from 60 at index 2
      And nothing else has changed

  @rule:percpu.all-cpus-flag @observed @percpu @since-7.0
  Rule: BPF_F_ALL_CPUS lets an update store one value in the slots of all CPUs
    Source: kernel/bpf/arraymap.c, bpf_percpu_array_update

    Scenario: one value comes to every slot of the element
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 2 to pattern 99 cut to 8 bytes with BPF_F_ALL_CPUS
      Then it succeeds
      And user space sees pattern 99 at index 2
      And nothing else has changed

  @rule:percpu.cpu-flag.size @observed @percpu @since-7.0
  Rule: With a CPU flag the caller's value has the size of the map's, not rounded up
    Source: kernel/bpf/syscall.c, bpf_map_value_size

    Scenario Outline: a value of <size> bytes for one CPU takes <size> bytes
      Given a per-CPU array map of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to pattern 99 cut to <size> bytes with BPF_F_ALL_CPUS
      Then it succeeds
      When user space updates index 1 to pattern 98 cut to <size> bytes with 0x100000008
      Then it succeeds
      When user space looks up index 1 with BPF_F_CPU
      Then it finds pattern 99 cut to <size> bytes
      And user space sees pattern 98 on CPU 1 and pattern 99 elsewhere at index 1
      And nothing else has changed

      Examples:
        | size |
        | 1    |
        | 5    |
        | 8    |
        | 12   |

    @needs:pointers
    Scenario Outline: for a value of <size> bytes, <short> bytes are too few
      Given a per-CPU array map of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to pattern 99 cut to <short> bytes with BPF_F_CPU
      Then it is refused with EFAULT
      When user space updates index 1 to pattern 99 cut to <short> bytes with BPF_F_ALL_CPUS
      Then it is refused with EFAULT
      When user space looks up index 1 with BPF_F_CPU into a buffer of <short> bytes
      Then it is refused with EFAULT
      And nothing has changed

      Examples:
        | size | short |
        | 5    | 4     |
        | 8    | 7     |

    @needs:pointers
    Scenario: a lookup of one CPU's slot leaves the bytes after the value alone
      Given a per-CPU array map of 4 elements of 5 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to patterns from 60
      When user space looks up index 1 with BPF_F_CPU into a buffer of 8 bytes
      Then it succeeds
      And the buffer holds pattern 60 cut to 5 bytes and 3 untouched bytes
      And user space sees patterns from 60 at index 1
      And nothing else has changed

  @rule:percpu.cpu-flag.one @observed @percpu @since-7.0
  Rule: A lookup is never of all CPUs' slots at once by flag, and an update is not of one and all
    Source: include/linux/bpf.h, bpf_map_check_op_flags

    Scenario: both flags together, and BPF_F_ALL_CPUS for a lookup, are refused with EINVAL
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up index 1 with BPF_F_ALL_CPUS
      Then it is refused with EINVAL
      When user space looks up index 1 with BPF_F_CPU|BPF_F_ALL_CPUS
      Then it is refused with EINVAL
      When user space updates index 1 to patterns from 90 with BPF_F_CPU|BPF_F_ALL_CPUS
      Then it is refused with EINVAL
      And nothing has changed

  @rule:percpu.cpu-flag.range @observed @percpu @since-7.0
  Rule: The number of a CPU that is not possible is out of range
    Source: include/linux/bpf.h, bpf_map_check_op_flags

    Scenario Outline: a CPU number that makes the flags <flags> is refused with ERANGE
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up index 1 with <flags>
      Then it is refused with ERANGE
      When user space updates index 1 to patterns from 90 with <flags>
      Then it is refused with ERANGE
      And nothing has changed

      Examples:
        | flags              |
        | 0x1000000000008    |
        | 0x7fffffff00000008 |
        | 0x8000000000000008 |
        | 0xffffffff00000008 |

  @rule:array.cpu-flags @observed @array @since-7.0
  Rule: An array map has no slots, so the CPU flags are refused
    Source: include/linux/bpf.h, bpf_map_check_op_flags

    Scenario: neither flag goes with a lookup or an update of an array map
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up index 1 with BPF_F_CPU
      Then it is refused with EINVAL
      When user space updates index 1 to pattern 90 with BPF_F_CPU
      Then it is refused with EINVAL
      When user space updates index 1 to pattern 90 with BPF_F_ALL_CPUS
      Then it is refused with EINVAL
      When user space updates index 1 to pattern 90 with BPF_F_CPU|BPF_F_ALL_CPUS
      Then it is refused with EINVAL
      And nothing has changed

  @rule:percpu.cpu-flag.loose @observed @percpu @since-7.0
  Rule: An update of a per-CPU array map takes BPF_NOEXIST joined with another known flag for a plain write
    Source: kernel/bpf/arraymap.c, bpf_percpu_array_update

    Background:
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 2 to patterns from 60

    Scenario: BPF_NOEXIST with BPF_EXIST overwrites, and BPF_NOEXIST alone does not
      When user space updates index 2 to patterns from 90 with BPF_NOEXIST|BPF_EXIST
      Then it succeeds
      And user space sees patterns from 90 at index 2
      When user space updates index 2 to patterns from 95 with BPF_NOEXIST
      Then it is refused with EEXIST
      And user space sees patterns from 90 at index 2
      And nothing else has changed

    Scenario: BPF_NOEXIST with BPF_F_CPU overwrites the slot of that CPU
      When user space updates index 2 to pattern 99 cut to 8 bytes with BPF_NOEXIST|0x100000008
      Then it succeeds
      And user space sees pattern 99 on CPU 1 and patterns from 60 elsewhere at index 2
      And nothing else has changed

    Scenario Outline: the flags <flags> are not taken
      When user space updates index 2 to patterns from 90 with <flags>
      Then it is refused with EINVAL
      And user space sees patterns from 60 at index 2
      And nothing else has changed

      Examples:
        | flags                        |
        | BPF_F_ALL_CPUS\|BPF_NOEXIST  |
        | BPF_F_ALL_CPUS\|BPF_EXIST    |
        | BPF_F_LOCK\|BPF_NOEXIST      |

  @rule:program.update.cpu-flags @observed @program
  Rule: Programs cannot name a CPU, or all, in an update
    Source: kernel/bpf/arraymap.c, array_map_update_elem

    Scenario Outline: a program's update with <flags> is refused with EINVAL for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU updates index 1 to pattern 90 with <flags>
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | kind         | flags          |
        | an array map | BPF_F_CPU      |
        | an array map | BPF_F_ALL_CPUS |

      @percpu
      Examples:
        | kind                | flags          |
        | a per-CPU array map | BPF_F_CPU      |
        | a per-CPU array map | 0x100000008    |
        | a per-CPU array map | BPF_F_ALL_CPUS |
