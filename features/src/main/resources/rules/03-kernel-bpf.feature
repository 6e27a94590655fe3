Feature: Usage in BPF programs

  The helpers that a program uses on an array map.

  @rule:program.absent @documented @lacks:program
  Rule: An implementation without programs refuses to run one
    Source: map_array.rst, kernel BPF, bpf_map_lookup_elem, sentence 1

    @program
    Scenario: a program is refused and the map is not disturbed
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program looks up index 1
      Then it is refused
      And nothing has changed

  @rule:program.lookup @documented @program
  Rule: bpf_map_lookup_elem retrieves the element at an index
    Source: map_array.rst, kernel BPF, bpf_map_lookup_elem, sentence 1

    Scenario Outline: a program retrieves element <index> of a map of 257
      Given an array map of 257 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program looks up index <index>
      Then it succeeds
      And a program on every CPU sees pattern <pattern> at index <index>
      And nothing has changed

      Examples:
        | index | pattern |
        | 0     | 1       |
        | 1     | 2       |
        | 127   | 128     |
        | 255   | 256     |
        | 256   | 257     |

    Scenario: two maps of one program do not share elements
      Given an array map of 4 elements of 8 bytes
      And an array map of 4 elements of 8 bytes as map B
      When a program updates index 2 of map B to pattern 9
      Then a program sees pattern 9 at index 2 of map B
      And a program sees zeros at index 2
      And nothing else has changed

    @percpu
    Scenario: a program retrieves its slot of a per-CPU element
      Given a per-CPU array map of 3 elements of 8 bytes
      And user space updates index 2 to patterns from 60
      Then a program on every CPU sees patterns from 60 at index 2
      And a program on every CPU sees zeros at index 1
      And user space sees patterns from 60 at index 2
      And nothing else has changed

    @percpu
    Scenario: a program finds nothing past the end of a per-CPU map
      Given a per-CPU array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU looks up index 3
      Then it finds no value
      And nothing has changed

  @rule:program.lookup.pointer @documented @program
  Rule: The lookup helper returns a pointer into the element, so a store through it changes the map
    Source: map_array.rst, kernel BPF, bpf_map_lookup_elem, sentence 2

    Scenario Outline: a store of <width> bytes at byte <offset> changes those bytes of the element alone
      Given an array map of 4 elements of 16 bytes
      And every element of the map holds its own pattern
      And user space updates index 2 to zeros
      When a program stores the number 0x1111111111111111 into index 2 at byte <offset>, <width> wide
      Then it succeeds
      And user space sees bytes <value> at index 2
      And nothing else has changed

      Examples:
        | offset | width | value                            |
        | 0      | 1     | 11000000000000000000000000000000 |
        | 1      | 2     | 00111100000000000000000000000000 |
        | 4      | 4     | 00000000111111110000000000000000 |
        | 8      | 8     | 00000000000000001111111111111111 |
        | 15     | 1     | 00000000000000000000000000000011 |

    Scenario: a load through the pointer sees what user space wrote since
      Given an array map of 2 elements of 8 bytes
      When user space updates index 1 to the number 5
      And a program loads index 1
      Then it gives the number 5
      When user space updates index 1 to the number 6
      And a program loads index 1
      Then it gives the number 6
      And user space sees the number 6 at index 1
      And nothing else has changed

    @percpu
    Scenario: a store through the pointer of a per-CPU lookup changes the slot of that CPU
      Given a per-CPU array map of 2 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to patterns from 80
      When a program on CPU 1 stores the number 33 into index 1
      Then user space sees the number 33 on CPU 1 and patterns from 80 elsewhere at index 1
      And nothing else has changed

    Scenario: the same element has the same address every time
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program measures the distance from index 3 to index 3
      Then it gives the number 0
      And a program sees pattern 4 at index 3
      And nothing has changed

  @rule:program.atomic @documented @program
  Rule: An atomic add through the pointer loses nothing to others who update or read the element
    Source: map_array.rst, kernel BPF, bpf_map_lookup_elem, sentence 2

    Scenario: an atomic add returns the value before and leaves the sum
      Given an array map of 3 elements of 8 bytes
      And user space updates index 1 to the number 40
      When a program atomically adds 2 to index 1
      Then it gives the number 40
      And user space sees the number 42 at index 1
      And nothing else has changed

    Scenario: an atomic add wraps around
      Given an array map of 3 elements of 8 bytes
      And user space updates index 1 to the number -1
      When a program atomically adds 3 to index 1
      Then it gives the number -1
      And user space sees the number 2 at index 1
      And nothing else has changed

    Scenario: an atomic add of 4 bytes leaves the other 4 alone
      Given an array map of 3 elements of 8 bytes
      And user space updates index 1 to bytes ffffffffffffffff
      When a program atomically adds 1 to index 1 at byte 0, 4 wide
      Then user space sees bytes 00000000ffffffff at index 1
      And nothing else has changed

    @needs:race
    Scenario: atomic adds of programs on all CPUs at once add up
      Given an array map of 2 elements of 8 bytes
      When at once, 20000 times each, a program on every CPU atomically adds 1 to index 1
      Then it succeeds
      And user space sees the number 20000 times the online CPUs at index 1
      And nothing else has changed

    @percpu @needs:race
    Scenario: adds of programs on all CPUs at once add up in each CPU's slot
      Given a per-CPU array map of 2 elements of 8 bytes
      When at once, 20000 times each, a program on every CPU atomically adds 1 to index 1
      Then it succeeds
      And a program on every CPU sees the number 20000 at index 1
      And nothing else has changed

  @rule:program.update @documented @program
  Rule: bpf_map_update_elem updates the element at an index
    Source: map_array.rst, kernel BPF, bpf_map_update_elem, sentence 1

    Scenario Outline: a program updates element <index> of a map of 257
      Given an array map of 257 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program updates index <index> to pattern 88
      Then it succeeds
      And user space sees pattern 88 at index <index>
      And a program on every CPU sees pattern 88 at index <index>
      And nothing else has changed

      Examples:
        | index |
        | 0     |
        | 1     |
        | 255   |
        | 256   |

    Scenario: BPF_EXIST updates an element too, since every element exists
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program updates index 2 to pattern 88 with BPF_EXIST
      Then it succeeds
      And user space sees pattern 88 at index 2
      And nothing else has changed

    @percpu
    Scenario: a program's update of a per-CPU element changes the slot of its CPU alone
      Given a per-CPU array map of 3 elements of 12 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to patterns from 90
      When a program on CPU 0 updates index 1 to pattern 7
      Then it succeeds
      And user space sees pattern 7 on CPU 0 and patterns from 90 elsewhere at index 1
      And nothing else has changed

  @rule:program.update.result @documented @program
  Rule: bpf_map_update_elem returns 0 on success and a negative error on failure
    Source: map_array.rst, kernel BPF, bpf_map_update_elem, sentence 2

    Scenario Outline: an update of index <index> with <flags> fails with a negative error and changes nothing
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program updates index <index> to pattern 55 with <flags>
      Then it is refused
      When a program updates index 3 to pattern 4
      Then it succeeds
      And nothing has changed

      Examples:
        | index      | flags                 |
        | 4          | BPF_ANY               |
        | 4          | BPF_EXIST             |
        | 4          | BPF_NOEXIST           |
        | 0xffffffff | BPF_ANY               |
        | 0x80000000 | BPF_ANY               |
        | 2          | BPF_NOEXIST           |
        | 2          | BPF_NOEXIST\|BPF_EXIST |

    @percpu
    Scenario Outline: on a per-CPU map an update of index <index> with <flags> fails with a negative error
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU updates index <index> to pattern 55 with <flags>
      Then it is refused
      And nothing has changed

      Examples:
        | index      | flags       |
        | 4          | BPF_ANY     |
        | 4          | BPF_EXIST   |
        | 0xffffffff | BPF_ANY     |
        | 2          | BPF_NOEXIST |

    @manual
    Scenario Outline: the error of an update of index <index> with <flags> is <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program updates index <index> to pattern 55 with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | index | flags                 | errno  |
        | 4     | BPF_ANY               | E2BIG  |
        | 4     | BPF_EXIST             | E2BIG  |
        | 2     | BPF_NOEXIST           | EEXIST |
        | 2     | BPF_NOEXIST\|BPF_EXIST | EINVAL |
        | 2     | 0x8000000000000000    | EINVAL |

  @rule:array.delete @documented
  Rule: Elements cannot be deleted, because the array is of constant size
    Source: map_array.rst, kernel BPF, delete, sentence 1

    Scenario Outline: user space cannot delete index <index>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space deletes index <index>
      Then it is refused
      And nothing has changed

      Examples:
        | index      |
        | 0          |
        | 3          |
        | 4          |
        | 0xffffffff |

    @percpu
    Scenario Outline: user space cannot delete index <index> of a per-CPU map
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space deletes index <index>
      Then it is refused
      And nothing has changed

      Examples:
        | index |
        | 0     |
        | 3     |
        | 4     |

    @program
    Scenario Outline: a program cannot delete index <index>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program deletes index <index>
      Then it is refused
      And nothing has changed

      Examples:
        | index      |
        | 0          |
        | 3          |
        | 4          |
        | 0xffffffff |

    @percpu @program
    Scenario Outline: a program cannot delete index <index> of a per-CPU map
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU deletes index <index>
      Then it is refused
      And nothing has changed

      Examples:
        | index |
        | 0     |
        | 4     |

    @memory @since-5.5
    Scenario: a refused deletion is not seen in a mapping either
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping r--
      When user space deletes index 2
      Then it is refused
      And the mapping shows pattern 3 at 16 bytes
      And nothing has changed

    @manual
    Scenario: the errno is EINVAL
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space deletes index 2
      Then it is refused with EINVAL
      When user space deletes index 4
      Then it is refused with EINVAL
      And nothing has changed

    @program @observed
    Scenario: the error in a program is EINVAL
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program deletes index 2
      Then it is refused with EINVAL
      When a program deletes index 4
      Then it is refused with EINVAL
      And nothing has changed

  @rule:array.clear @documented
  Rule: An element is cleared by updating it to zero
    Source: map_array.rst, kernel BPF, delete, sentence 2

    Scenario: user space clears an element
      Given an array map of 4 elements of 9 bytes
      And every element of the map holds its own pattern
      When user space updates index 2 to zeros
      Then it succeeds
      And user space sees zeros at index 2
      And nothing else has changed

    @percpu
    Scenario: user space clears an element on all CPUs
      Given a per-CPU array map of 4 elements of 9 bytes
      And every element of the map holds its own pattern
      When user space updates index 2 to zeros
      Then it succeeds
      And user space sees zeros at index 2
      And nothing else has changed

    @program
    Scenario: a program clears an element
      Given an array map of 4 elements of 9 bytes
      And every element of the map holds its own pattern
      When a program updates index 2 to zeros
      Then it succeeds
      And user space sees zeros at index 2
      And nothing else has changed

    @percpu @program
    Scenario: a program clears its own CPU's slot
      Given a per-CPU array map of 4 elements of 9 bytes
      And every element of the map holds its own pattern
      And user space updates index 2 to patterns from 40
      When a program on CPU 1 updates index 2 to zeros
      Then it succeeds
      And user space sees zeros on CPU 1 and patterns from 40 elsewhere at index 2
      And nothing else has changed
