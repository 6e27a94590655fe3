Feature: Semantics

  The last section of the document.

  @rule:percpu.user-value @documented @percpu
  Rule: In user space each value of a per-CPU array map is an array with an element for each possible CPU
    Source: map_array.rst, semantics, sentence 1
    Note: Each CPU's part is the value size rounded up to 8 bytes, in ascending order of the CPUs.

    Scenario Outline: values of <size> bytes come and go for all CPUs at once
      Given a per-CPU array map of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to patterns from 70
      Then it succeeds
      And user space sees patterns from 70 at index 1
      And nothing else has changed

      Examples:
        | size |
        | 1    |
        | 4    |
        | 8    |
        | 12   |
        | 4096 |

    @program
    Scenario: the first part is that of the first CPU, and so on
      Given a per-CPU array map of 4 elements of 12 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to patterns from 70
      Then a program on CPU 0 sees patterns from 70 at index 1
      And a program on CPU 1 sees patterns from 70 at index 1
      When a program on CPU 1 updates index 1 to pattern 99
      Then user space sees pattern 99 on CPU 1 and patterns from 70 elsewhere at index 1
      And nothing else has changed

  @rule:array.update.noexist @documented
  Rule: BPF_NOEXIST cannot be used, because every element exists
    Source: map_array.rst, semantics, sentence 2

    Scenario Outline: user space cannot update index <index> with BPF_NOEXIST
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index <index> to pattern 90 with BPF_NOEXIST
      Then it is refused
      And nothing has changed

      Examples:
        | index      |
        | 0          |
        | 3          |
        | 4          |
        | 0xffffffff |

    Scenario: an element that was never written exists too
      Given an array map of 4 elements of 8 bytes
      When user space updates index 1 to pattern 90 with BPF_NOEXIST
      Then it is refused
      When user space updates index 2 to pattern 91
      Then it succeeds
      And user space sees pattern 91 at index 2
      And user space sees zeros at index 1
      And nothing else has changed

    @percpu
    Scenario Outline: user space cannot update index <index> of a per-CPU map with BPF_NOEXIST
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index <index> to patterns from 90 with BPF_NOEXIST
      Then it is refused
      And nothing has changed

      Examples:
        | index |
        | 0     |
        | 3     |
        | 4     |

    @program
    Scenario Outline: a program cannot update index <index> with BPF_NOEXIST
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program updates index <index> to pattern 90 with BPF_NOEXIST
      Then it is refused
      And nothing has changed

      Examples:
        | index      |
        | 0          |
        | 3          |
        | 4          |
        | 0xffffffff |

    @percpu @program
    Scenario: a program cannot update a per-CPU element with BPF_NOEXIST
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU updates index 2 to pattern 90 with BPF_NOEXIST
      Then it is refused
      And nothing has changed

    @manual
    Scenario: the errno is EEXIST
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 2 to pattern 90 with BPF_NOEXIST
      Then it is refused with EEXIST
      And nothing has changed

    @manual @percpu
    Scenario: the errno of a per-CPU map is EEXIST
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 2 to patterns from 90 with BPF_NOEXIST
      Then it is refused with EEXIST
      And nothing has changed
