Feature: Generic array storage

  The introduction of the document: two map types, one key type, a size that is fixed at creation,
  memory that is there and zero from the start, and where an element lies in it.

  @rule:array.type @documented @array @since-3.19
  Rule: Linux has a map type of generic array storage since 3.19
    Source: map_array.rst, introduction, note 1 and sentence 1

    Scenario: a new array map takes values and gives them back
      Given an array map of 4 elements of 8 bytes
      When user space updates index 2 to pattern 7
      Then it succeeds
      And user space sees pattern 7 at index 2
      And nothing else has changed

    @program
    Scenario: a program uses the same map
      Given an array map of 4 elements of 8 bytes
      When a program updates index 1 to pattern 9
      Then it succeeds
      And a program sees pattern 9 at index 1
      And user space sees pattern 9 at index 1
      And nothing else has changed

  @rule:percpu.type @documented @percpu @since-4.6
  Rule: Linux has a map type of array storage for each CPU since 4.6
    Source: map_array.rst, introduction, note 2 and sentence 1

    Scenario: a new per-CPU array map takes a value for each CPU and gives them back
      Given a per-CPU array map of 4 elements of 8 bytes
      When user space updates index 2 to patterns from 30
      Then it succeeds
      And user space sees patterns from 30 at index 2
      And nothing else has changed

    @program
    Scenario: a program uses the same map
      Given a per-CPU array map of 4 elements of 8 bytes
      When a program updates index 1 to pattern 9
      Then it succeeds
      And a program sees pattern 9 at index 1
      And nothing else has changed

  @rule:percpu.absent @documented @percpu @lacks:percpu
  Rule: An implementation without per-CPU array maps refuses to create one
    Source: map_array.rst, introduction, sentence 1

    Scenario: creation of a per-CPU array map is refused and an array map is not disturbed
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type   | PERCPU_ARRAY |
        | value_size | 8            |
      Then it is refused
      And nothing has changed

  @rule:array.key.size @documented
  Rule: The key is an unsigned 32-bit integer, so key_size is 4 and nothing else
    Source: map_array.rst, introduction, sentence 2

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: an array map with keys of <key_size> bytes is refused
      When map B is created with:
        | map_type | ARRAY      |
        | key_size | <key_size> |
      Then it is refused
      And nothing has changed

      Examples:
        | key_size   |
        | 0          |
        | 1          |
        | 2          |
        | 3          |
        | 5          |
        | 8          |
        | 4294967295 |

    @percpu
    Scenario Outline: a per-CPU array map with keys of <key_size> bytes is refused
      When map B is created with:
        | map_type | PERCPU_ARRAY |
        | key_size | <key_size>   |
      Then it is refused
      And nothing has changed

      Examples:
        | key_size |
        | 0        |
        | 3        |
        | 5        |
        | 8        |

    @observed
    Scenario Outline: the errno for keys of <key_size> bytes is EINVAL
      When map B is created with:
        | key_size | <key_size> |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | key_size |
        | 0        |
        | 3        |
        | 5        |
        | 8        |

  @rule:array.key.unsigned @documented
  Rule: All 32 bits of the key count, without a sign
    Source: map_array.rst, introduction, sentence 2

    Scenario Outline: the key <key> names no element of a map of 257
      Given an array map of 257 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up index <key>
      Then it is refused
      And nothing has changed

      Examples:
        | key        |
        | 257        |
        | 511        |
        | 512        |
        | 65536      |
        | 16777216   |
        | 0x7fffffff |
        | 0x80000000 |
        | 0x80000001 |
        | 0xffffffff |

    Scenario Outline: key <key> is another element than key <low>
      Given an array map of <entries> elements of 1 byte
      When user space updates index <key> to pattern 5
      Then it succeeds
      And user space sees pattern 5 at index <key>
      And user space sees zeros at index <low>
      And nothing else has changed

      Examples:
        | entries  | key      | low   |
        | 257      | 256      | 0     |
        | 65537    | 65536    | 0     |
        | 65537    | 65281    | 1     |

      @big
      Examples:
        | entries  | key      | low |
        | 16777217 | 16777216 | 0   |

    @program
    Scenario Outline: a program's lookup of key <key> finds nothing in a map of 257
      Given an array map of 257 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program looks up index <key>
      Then it finds no value
      And nothing has changed

      Examples:
        | key        |
        | 257        |
        | 65536      |
        | 0x7fffffff |
        | 0x80000000 |
        | 0xffffffff |

    @percpu
    Scenario Outline: the key <key> names no element of a per-CPU map of 3
      Given a per-CPU array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up index <key>
      Then it is refused
      And nothing has changed

      Examples:
        | key        |
        | 3          |
        | 256        |
        | 0x80000000 |
        | 0xffffffff |

  @rule:array.size.constant @documented
  Rule: The size of a map is max_entries, fixed at creation
    Source: map_array.rst, introduction, sentences 2 and 3

    Scenario Outline: a map of <entries> elements has a first and a last one and none past it
      Given an array map of <entries> elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up index <past>
      Then it is refused
      And user space sees pattern 1 at index 0
      And nothing has changed

      Examples:
        | entries | past |
        | 1       | 1    |
        | 2       | 2    |
        | 3       | 3    |
        | 5       | 5    |
        | 64      | 64   |
        | 257     | 257  |

    Scenario Outline: an update past the end of <entries> elements is refused and makes nothing larger
      Given an array map of <entries> elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index <past> to pattern 99
      Then it is refused
      When user space looks up index <past>
      Then it is refused
      And nothing has changed

      Examples:
        | entries | past       |
        | 1       | 1          |
        | 3       | 3          |
        | 5       | 7          |
        | 64      | 64         |
        | 257     | 0xffffffff |

    @percpu
    Scenario Outline: an update past the end of <entries> per-CPU elements is refused
      Given a per-CPU array map of <entries> elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index <past> to patterns from 99
      Then it is refused
      When user space looks up index <past>
      Then it is refused
      And nothing has changed

      Examples:
        | entries | past       |
        | 1       | 1          |
        | 5       | 5          |
        | 64      | 0x80000000 |

    @program
    Scenario Outline: a program cannot write past the end of <entries> elements
      Given an array map of <entries> elements of 8 bytes
      And every element of the map holds its own pattern
      When a program updates index <past> to pattern 99
      Then it is refused
      When a program looks up index <past>
      Then it finds no value
      And nothing has changed

      Examples:
        | entries | past       |
        | 1       | 1          |
        | 5       | 7          |
        | 257     | 0x80000000 |

    @percpu @program
    Scenario: a program cannot write past the end of a per-CPU map
      Given a per-CPU array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU updates index 3 to pattern 99
      Then it is refused
      When a program on every CPU looks up index 3
      Then it finds no value
      And nothing has changed

    @needs:info
    Scenario: the map says its own size
      Given an array map of 257 elements of 5 bytes
      When user space describes the map
      Then it reports:
        | type        | ARRAY |
        | key_size    | 4     |
        | value_size  | 5     |
        | max_entries | 257   |

    @percpu @needs:info
    Scenario: the per-CPU map says its own size
      Given a per-CPU array map of 3 elements of 12 bytes
      When user space describes the map
      Then it reports:
        | type        | PERCPU_ARRAY |
        | key_size    | 4            |
        | value_size  | 12           |
        | max_entries | 3            |

  @rule:array.preallocated @documented
  Rule: All elements exist from creation on, so every index below max_entries can be read and written
    Source: map_array.rst, introduction, sentence 4

    Scenario Outline: every element of a map of <entries> is there before anything was written
      Given an array map of <entries> elements of 8 bytes
      Then every element of the map is zeros
      When user space updates index <last> to pattern 3
      Then it succeeds
      And user space sees pattern 3 at index <last>
      And nothing else has changed
      When user space looks up index <entries>
      Then it is refused

      Examples:
        | entries | last |
        | 1       | 0    |
        | 2       | 1    |
        | 3       | 2    |
        | 64      | 63   |
        | 257     | 256  |

    @program
    Scenario Outline: a program finds element <index> of a new map of 257
      Given an array map of 257 elements of 8 bytes
      When a program stores the number 77 into index <index>
      Then it succeeds
      And user space sees the number 77 at index <index>
      And nothing else has changed

      Examples:
        | index |
        | 0     |
        | 1     |
        | 255   |
        | 256   |

    @percpu
    Scenario: every per-CPU element is there before anything was written
      Given a per-CPU array map of 65 elements of 8 bytes
      Then every element of the map is zeros
      When user space updates index 64 to patterns from 3
      Then it succeeds
      And user space sees patterns from 3 at index 64
      And nothing else has changed

    Scenario: filling every element of a map leaves each with its own value
      Given an array map of 257 elements of 8 bytes
      When every element of the map holds its own pattern
      Then nothing has changed

    @percpu
    Scenario: filling every element of a per-CPU map leaves each with its own values
      Given a per-CPU array map of 65 elements of 8 bytes
      When every element of the map holds its own pattern
      Then nothing has changed

  @rule:array.zero @documented
  Rule: Elements are zero when the map is created
    Source: map_array.rst, introduction, sentence 4

    Scenario Outline: a new map of <entries> elements of <size> bytes is all zeros
      Given an array map of <entries> elements of <size> bytes
      Then every element of the map is zeros
      When user space updates index 0 to pattern 1
      Then user space sees pattern 1 at index 0
      And nothing else has changed

      Examples:
        | entries | size |
        | 2       | 1    |
        | 5       | 3    |
        | 64      | 8    |
        | 257     | 9    |
        | 3       | 4096 |
        | 2       | 5000 |

    @percpu
    Scenario Outline: a new per-CPU map of <entries> elements of <size> bytes is all zeros on each CPU
      Given a per-CPU array map of <entries> elements of <size> bytes
      Then every element of the map is zeros
      When user space updates index 0 to patterns from 1
      Then user space sees patterns from 1 at index 0
      And nothing else has changed

      Examples:
        | entries | size |
        | 2       | 1    |
        | 5       | 3    |
        | 64      | 8    |
        | 3       | 4096 |

    Scenario: a map made after another one was filled and closed is zero again
      Given an array map of 64 elements of 64 bytes as map B
      And every element of map B holds its own pattern
      When user space closes map B
      And map C is created with:
        | value_size  | 64 |
        | max_entries | 64 |
      Then every element of map C is zeros
      When user space updates index 5 of map C to pattern 2
      Then user space sees pattern 2 at index 5 of map C
      And nothing else has changed

    @percpu
    Scenario: a per-CPU map made after another one was filled and closed is zero again
      Given a per-CPU array map of 64 elements of 64 bytes as map B
      And every element of map B holds its own pattern
      When user space closes map B
      And map C is created with:
        | map_type    | PERCPU_ARRAY |
        | value_size  | 64           |
        | max_entries | 64           |
      Then every element of map C is zeros
      When user space updates index 5 of map C to patterns from 2
      Then user space sees patterns from 2 at index 5 of map C
      And nothing else has changed

    @program
    Scenario Outline: a program loads zeros from element <index> of a new map
      Given an array map of 257 elements of 24 bytes
      Then a program sees zeros at index <index>
      When a program updates index <index> to pattern 4
      Then a program sees pattern 4 at index <index>
      And nothing else has changed

      Examples:
        | index |
        | 0     |
        | 1     |
        | 256   |

    @percpu @program
    Scenario: a program loads zeros from its slot on every CPU
      Given a per-CPU array map of 5 elements of 24 bytes
      Then a program on every CPU sees zeros at index 4
      When a program on every CPU updates index 4 to pattern 6
      Then a program on every CPU sees pattern 6 at index 4
      And nothing else has changed

    @memory @since-5.5
    Scenario: every byte of a new mapping is zero, up to the end of the last page
      Given an array map of 3 elements of 5 bytes with BPF_F_MMAPABLE
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then it succeeds
      And the mapping shows zeros cut to 4096 bytes at 0 bytes
      When user space stores pattern 8 at 8 bytes of the mapping
      Then the mapping shows pattern 8 at 8 bytes
      And user space sees pattern 8 at index 1
      And nothing else has changed

  @rule:array.shared-region @documented @array
  Rule: An array map has one memory region, the same for every CPU
    Source: map_array.rst, introduction, sentence 5

    @program
    Scenario: what a program stores on one CPU, a program on every CPU reads
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on CPU 0 stores the number 41 into index 2
      Then a program on every CPU sees the number 41 at index 2
      And user space sees the number 41 at index 2
      When a program on CPU 1 stores the number 42 into index 2
      Then a program on every CPU sees the number 42 at index 2
      And user space sees the number 42 at index 2
      And nothing else has changed

    @program
    Scenario: programs on all CPUs count in the same element
      Given an array map of 2 elements of 8 bytes
      When a program on every CPU updates index 1 to pattern 3
      Then a program on CPU 0 sees pattern 3 at index 1
      And user space sees pattern 3 at index 1
      And nothing else has changed

  @rule:percpu.own-region @documented @percpu
  Rule: A per-CPU array map has a memory region for each CPU
    Source: map_array.rst, introduction, sentence 5

    Scenario: user space gives each CPU a value of its own
      Given a per-CPU array map of 3 elements of 8 bytes
      When user space updates index 1 to patterns from 50
      Then user space sees patterns from 50 at index 1
      And nothing else has changed

    @program
    Scenario: what a program stores on one CPU stays on that CPU
      Given a per-CPU array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to patterns from 50
      When a program on CPU 0 stores the number 11 into index 1
      Then user space sees the number 11 on CPU 0 and patterns from 50 elsewhere at index 1
      And a program on CPU 0 sees the number 11 at index 1
      And a program on CPU 1 sees patterns from 50 at index 1
      And nothing else has changed

    @program
    Scenario: the regions of two CPUs take different values at the same index
      Given a per-CPU array map of 2 elements of 8 bytes
      When a program on CPU 0 updates index 0 to the number 100
      And a program on CPU 1 updates index 0 to the number 200
      Then a program on CPU 0 sees the number 100 at index 0
      And a program on CPU 1 sees the number 200 at index 0
      And nothing else has changed

  @rule:array.value.any-size @documented @array
  Rule: The value of an array map may have any size
    Source: map_array.rst, introduction, sentence 6
    Note: The kernel draws a line at 2^31-1 bytes, which the document does not name.

    Scenario Outline: values of <size> bytes in a map of <entries> round-trip whole
      Given an array map of <entries> elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates index <index> to pattern 77
      Then it succeeds
      And user space sees pattern 77 at index <index>
      And nothing else has changed

      Examples:
        | size   | entries | index |
        | 1      | 5       | 2     |
        | 2      | 5       | 4     |
        | 3      | 5       | 0     |
        | 4      | 3       | 1     |
        | 5      | 64      | 63    |
        | 7      | 3       | 1     |
        | 8      | 257     | 128   |
        | 9      | 5       | 3     |
        | 12     | 5       | 3     |
        | 4096   | 3       | 1     |
        | 4097   | 3       | 1     |
        | 5000   | 2       | 0     |
        | 65536  | 2       | 1     |
        | 131073 | 3       | 1     |

    @program
    Scenario Outline: a program reads and writes values of <size> bytes whole
      Given an array map of 5 elements of <size> bytes
      And every element of the map holds its own pattern
      Then a program sees pattern 3 at index 2
      When a program updates index 2 to pattern 77
      Then it succeeds
      And user space sees pattern 77 at index 2
      And nothing else has changed

      Examples:
        | size |
        | 1    |
        | 3    |
        | 4    |
        | 5    |
        | 8    |
        | 9    |
        | 4096 |
        | 5000 |

    @observed
    Scenario: a value size of 0 is refused with EINVAL
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | value_size | 0 |
      Then it is refused with EINVAL
      And nothing has changed

  @rule:percpu.value.limit @documented @percpu
  Rule: The value of a per-CPU array map has at most PCPU_MIN_UNIT_SIZE (32 kB)
    Source: map_array.rst, introduction, sentence 6
    Note: The constant is 32 KiB rounded up to a page, and the value counts rounded up to 8 bytes.

    Scenario Outline: a value size of <size> is within the limit
      Given an array map of 2 elements of 8 bytes
      When map B is created with:
        | map_type    | PERCPU_ARRAY |
        | value_size  | <size>       |
        | max_entries | 2            |
      Then it succeeds
      When user space updates index 1 of map B to patterns from 5
      Then user space sees patterns from 5 at index 1 of map B
      And nothing else has changed

      Examples:
        | size    |
        | 1       |
        | 9       |
        | 4096    |
        | limit-7 |
        | limit   |

    Scenario Outline: a value size of <size> is beyond the limit and refused
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type    | PERCPU_ARRAY |
        | value_size  | <size>       |
        | max_entries | 1            |
      Then it is refused
      And nothing has changed

      Examples:
        | size       |
        | limit+1    |
        | limit+8    |
        | 1048576    |
        | 2147483647 |
        | 4294967295 |

    Scenario: an array map has no such limit
      Given an array map of 2 elements of 8 bytes
      When map B is created with:
        | value_size  | limit+1 |
        | max_entries | 2       |
      Then it succeeds
      When user space updates index 1 of map B to pattern 5
      Then user space sees pattern 5 at index 1 of map B
      And nothing else has changed

    @observed @since-6.12
    Scenario: the errno beyond the limit is E2BIG
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type   | PERCPU_ARRAY |
        | value_size | limit+1      |
      Then it is refused with E2BIG
      And nothing has changed

  @rule:array.element.aligned @documented
  Rule: Elements are aligned to 8 bytes, so one starts every value_size rounded up to 8
    Source: map_array.rst, introduction, sentence 7

    @array @program
    Scenario Outline: elements of <size> bytes lie <stride> bytes apart for a program
      Given an array map of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program measures the distance from index 0 to index 1
      Then it gives the number <stride>
      When a program locates index 3
      Then it gives the number 0
      And nothing has changed

      Examples:
        | size | stride |
        | 1    | 8      |
        | 3    | 8      |
        | 4    | 8      |
        | 5    | 8      |
        | 8    | 8      |
        | 9    | 16     |
        | 12   | 16     |
        | 4096 | 4096   |
        | 4097 | 4104   |

    @percpu @program
    Scenario Outline: slots of <size> bytes are aligned for a program on every CPU
      Given a per-CPU array map of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program on every CPU locates index 0
      Then it gives the number 0
      When a program on every CPU locates index 3
      Then it gives the number 0
      And nothing has changed

      Examples:
        | size |
        | 1    |
        | 3    |
        | 5    |
        | 9    |
        | 12   |

    @array @memory @since-5.5
    Scenario Outline: element 1 of <size> bytes starts at byte <stride> of a mapping
      Given an array map of 3 elements of <size> bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps <pages> pages of the map from 0 bytes on as the mapping rw-
      Then it succeeds
      And the mapping shows pattern 1 at 0 bytes
      And the mapping shows pattern 2 at <stride> bytes
      When user space stores pattern 99 at <stride> bytes of the mapping
      Then user space sees pattern 99 at index 1
      And nothing else has changed

      Examples:
        | size | stride | pages |
        | 1    | 8      | 1     |
        | 3    | 8      | 1     |
        | 4    | 8      | 1     |
        | 5    | 8      | 1     |
        | 8    | 8      | 1     |
        | 9    | 16     | 1     |
        | 12   | 16     | 1     |
        | 1001 | 1008   | 1     |

    @percpu
    Scenario Outline: in user space each CPU's value of <size> bytes takes a multiple of 8
      Given a per-CPU array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to patterns from 60
      Then it succeeds
      And user space sees patterns from 60 at index 1
      And nothing else has changed

      Examples:
        | size |
        | 1    |
        | 3    |
        | 5    |
        | 8    |
        | 9    |
        | 12   |
