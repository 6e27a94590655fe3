Feature: Walks of a program

  bpf_for_each_map_elem: a callback for each element.

  @rule:program.for-each.order @manual @program @since-5.13
  Rule: A walk calls back once for each element, in ascending order of the indexes, and returns the number of calls
    Source: bpf-helpers(7), bpf_for_each_map_elem

    Scenario: a walk sees each index with its value
      Given an array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program walks the map
      Then it succeeds
      And it reports:
        | returned | 5                                                     |
        | keys     | 0 1 2 3 4                                             |
        | values   | pattern 1, pattern 2, pattern 3, pattern 4, pattern 5 |
      And nothing has changed

    Scenario: a walk on any CPU sees what others wrote since
      Given an array map of 2 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU walks the map
      Then it reports:
        | returned | 2                    |
        | keys     | 0 1                  |
        | values   | pattern 1, pattern 2 |
      When user space updates index 0 to pattern 60
      And a program on CPU 0 updates index 1 to pattern 61
      And a program on every CPU walks the map
      Then it reports:
        | returned | 2                      |
        | keys     | 0 1                    |
        | values   | pattern 60, pattern 61 |
      And user space sees pattern 60 at index 0
      And user space sees pattern 61 at index 1
      And nothing has changed

    Scenario: a map of one element takes one call
      Given an array map of 1 element of 8 bytes
      And every element of the map holds its own pattern
      When a program walks the map
      Then it reports:
        | returned | 1         |
        | keys     | 0         |
        | values   | pattern 1 |
      And nothing has changed

    Scenario: elements that were never written are called for too
      Given an array map of 3 elements of 8 bytes
      When user space updates index 1 to pattern 9
      And a program walks the map
      Then it reports:
        | returned | 3                       |
        | keys     | 0 1 2                   |
        | values   | zeros, pattern 9, zeros |
      And user space sees pattern 9 at index 1
      And nothing has changed

    Scenario Outline: a map of <entries> elements takes as many calls
      Given an array map of <entries> elements of 8 bytes
      And every element of the map holds its own pattern
      When a program walks the map
      Then it reports:
        | returned | <entries> |
      And a program sees pattern 2 at index 1
      And nothing has changed

      Examples:
        | entries |
        | 2       |
        | 255     |
        | 257     |
        | 513     |
        | 65537   |

    Scenario Outline: values of <size> bytes are called for whole strides apart
      Given an array map of 2 elements of <size> bytes
      And every element of the map holds its own pattern
      And user space updates index 0 to bytes <first>
      And user space updates index 1 to bytes <second>
      When a program walks the map
      Then it reports:
        | returned | 2                                       |
        | keys     | 0 1                                     |
        | values   | bytes <seen first>, bytes <seen second> |
      And user space sees bytes <first> at index 0
      And user space sees bytes <second> at index 1
      And nothing has changed

      Examples:
        | size | first                | second               | seen first       | seen second      |
        | 1    | 11                   | 21                   | 1100000000000000 | 2100000000000000 |
        | 3    | 111213               | 212223               | 1112130000000000 | 2122230000000000 |
        | 5    | 1112131415           | 2122232425           | 1112131415000000 | 2122232425000000 |
        | 9    | 111213141516171819   | 212223242526272829   | 1112131415161718 | 2122232425262728 |
        | 10   | 1112131415161718191a | 2122232425262728292a | 1112131415161718 | 2122232425262728 |

  @rule:program.for-each.stop @manual @program @since-5.13
  Rule: A walk ends after the call whose callback asks for it, and that call counts
    Source: bpf-helpers(7), bpf_for_each_map_elem

    Scenario: at the first call
      Given an array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program walks the map up to call 1
      Then it reports:
        | returned | 1         |
        | keys     | 0         |
        | values   | pattern 1 |
      And nothing has changed

    Scenario: in the middle
      Given an array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program walks the map up to call 3
      Then it reports:
        | returned | 3                               |
        | keys     | 0 1 2                           |
        | values   | pattern 1, pattern 2, pattern 3 |
      And nothing has changed

    Scenario Outline: at call <call> of 5 it returns <returned>
      Given an array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program walks the map up to call <call>
      Then it reports:
        | returned | <returned> |
        | keys     | <keys>     |
      And nothing has changed

      Examples:
        | call       | returned | keys      |
        | 2          | 2        | 0 1       |
        | 4          | 4        | 0 1 2 3   |
        | 5          | 5        | 0 1 2 3 4 |
        | 6          | 5        | 0 1 2 3 4 |
        | 2147483647 | 5        | 0 1 2 3 4 |

    Scenario: far into a large map
      Given an array map of 65537 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program walks the map up to call 65536
      Then it reports:
        | returned | 65536 |
      When a program walks the map up to call 2
      Then it reports:
        | returned | 2                    |
        | keys     | 0 1                  |
        | values   | pattern 1, pattern 2 |
      And nothing has changed

    @percpu
    Scenario: on a per-CPU map
      Given a per-CPU array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU walks the map up to call 2
      Then it reports:
        | returned | 2   |
        | keys     | 0 1 |
      When a program on every CPU walks the map
      Then it reports:
        | returned | 5         |
        | keys     | 0 1 2 3 4 |
      And nothing has changed

  @rule:program.for-each.flags @manual @program @since-5.13
  Rule: A walk with flags returns EINVAL, since there are none for it
    Source: bpf-helpers(7), bpf_for_each_map_elem

    Scenario Outline: flags <flags> end the walk before it begins
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program walks the map with <flags>
      Then it reports:
        | returned | -22 |
      When a program walks the map
      Then it reports:
        | returned | 3                               |
        | keys     | 0 1 2                           |
        | values   | pattern 1, pattern 2, pattern 3 |
      And nothing has changed

      Examples:
        | flags              |
        | 0x1                |
        | 0x2                |
        | 0x4                |
        | 0x80000000         |
        | 0x100000000        |
        | 0x8000000000000000 |
        | 0xffffffffffffffff |

    Scenario: flags are refused even where the walk is to stop at the first call
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program walks the map up to call 1 with 0x1
      Then it reports:
        | returned | -22 |
      When a program walks the map up to call 1
      Then it reports:
        | returned | 1         |
        | keys     | 0         |
        | values   | pattern 1 |
      And nothing has changed

    @percpu
    Scenario Outline: flags <flags> end the walk of a per-CPU map too
      Given a per-CPU array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU walks the map with <flags>
      Then it reports:
        | returned | -22 |
      When a program on every CPU walks the map
      Then it reports:
        | returned | 3     |
        | keys     | 0 1 2 |
      And nothing has changed

      Examples:
        | flags              |
        | 0x1                |
        | 0x100000000        |
        | 0xffffffffffffffff |

  @rule:percpu.for-each @manual @percpu @program @since-5.13
  Rule: A walk of a per-CPU map sees the values of the CPU that the program runs on
    Source: bpf-helpers(7), bpf_for_each_map_elem

    Background:
      Given an array map of 3 elements of 8 bytes
      And a per-CPU array map of 3 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      And user space updates index 0 of map B to patterns from 50
      And user space updates index 1 of map B to patterns from 60
      And user space updates index 2 of map B to patterns from 70
      And user space sees patterns from 50 at index 0 of map B
      And user space sees patterns from 60 at index 1 of map B
      And user space sees patterns from 70 at index 2 of map B

    Scenario: the walk on the first CPU sees the first values
      When a program on CPU 0 walks map B
      Then it reports:
        | returned | 3                                  |
        | keys     | 0 1 2                              |
        | values   | pattern 50, pattern 60, pattern 70 |
      And nothing has changed

    Scenario: the walk on the second CPU sees the second values
      When a program on CPU 1 walks map B
      Then it reports:
        | returned | 3                                  |
        | keys     | 0 1 2                              |
        | values   | pattern 51, pattern 61, pattern 71 |
      When a program on CPU 1 walks map B up to call 2
      Then it reports:
        | returned | 2                      |
        | keys     | 0 1                    |
        | values   | pattern 51, pattern 61 |
      And nothing has changed

    Scenario: what a program stores on one CPU changes the walk of that CPU alone
      When a program on CPU 1 updates index 1 of map B to pattern 99
      And a program on CPU 1 walks map B
      Then it reports:
        | returned | 3                                  |
        | values   | pattern 51, pattern 99, pattern 71 |
      When a program on CPU 0 walks map B
      Then it reports:
        | returned | 3                                  |
        | values   | pattern 50, pattern 60, pattern 70 |
      And user space sees pattern 99 on CPU 1 and patterns from 60 elsewhere at index 1 of map B
      And nothing has changed

    Scenario Outline: <entries> per-CPU elements take as many calls on every CPU
      Given a per-CPU array map of <entries> elements of 12 bytes as map C
      And every element of map C holds its own pattern
      When a program on every CPU walks map C
      Then it reports:
        | returned | <entries> |
      And nothing has changed

      Examples:
        | entries |
        | 1       |
        | 5       |
        | 513     |

  @rule:program.for-each.closed-map @observed @program @since-5.13
  Rule: A walk of a closed descriptor does not load, whatever its flags
    Source: kernel/bpf/verifier.c, add_used_map

    Scenario Outline: a walk with flags <flags> is refused with EBADF
      Given an array map of 3 elements of 8 bytes
      And an array map of 3 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      When user space closes map B
      And a program walks map B with <flags>
      Then it is refused with EBADF
      When a program walks the map
      Then it reports:
        | returned | 3                               |
        | keys     | 0 1 2                           |
        | values   | pattern 1, pattern 2, pattern 3 |
      And nothing has changed

      Examples:
        | flags   |
        | BPF_ANY |
        | 0x1     |
