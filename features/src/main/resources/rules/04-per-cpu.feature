Feature: Per-CPU arrays

  Access from several CPUs, and storage that belongs to one.

  @rule:array.many-cpus @documented @array @program
  Rule: Values of an array map can be accessed by programs on different CPUs
    Source: map_array.rst, per CPU array, sentence 1

    Scenario: programs on every CPU read and write the same element
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      Then a program on every CPU sees pattern 2 at index 1
      When a program on CPU 1 updates index 1 to pattern 61
      Then a program on CPU 0 sees pattern 61 at index 1
      When a program on CPU 0 updates index 1 to pattern 62
      Then a program on CPU 1 sees pattern 62 at index 1
      And user space sees pattern 62 at index 1
      And nothing else has changed

    Scenario: counts of all CPUs come together in one element
      Given an array map of 3 elements of 8 bytes
      And user space updates index 1 to the number 1000
      When a program on CPU 0 atomically adds 10 to index 1
      Then it gives the number 1000
      When a program on CPU 1 atomically adds 20 to index 1
      Then it gives the number 1010
      And user space sees the number 1030 at index 1
      And nothing else has changed

  @rule:percpu.restrict @documented @percpu @program
  Rule: A per-CPU array map restricts storage to a single CPU
    Source: map_array.rst, per CPU array, sentence 2

    Scenario: counts of each CPU stay apart
      Given a per-CPU array map of 3 elements of 8 bytes
      And user space updates index 1 to the number 1000
      When a program on CPU 0 atomically adds 10 to index 1
      Then it gives the number 1000
      When a program on CPU 1 atomically adds 20 to index 1
      Then it gives the number 1000
      And a program on CPU 0 sees the number 1010 at index 1
      And a program on CPU 1 sees the number 1020 at index 1
      And nothing else has changed

  @rule:percpu.current-cpu @documented @percpu @program
  Rule: The update and lookup helpers access the slot of the CPU that the program runs on
    Source: map_array.rst, per CPU array, sentence 3

    Scenario Outline: on CPU <cpu> the update helper writes and the lookup helper reads that CPU's slot
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 3 to patterns from 110
      When a program on CPU <cpu> updates index 3 to pattern 77
      Then it succeeds
      And a program on CPU <cpu> sees pattern 77 at index 3
      And user space sees pattern 77 on CPU <cpu> and patterns from 110 elsewhere at index 3
      And nothing else has changed

      Examples:
        | cpu |
        | 0   |
        | 1   |

    Scenario: each CPU sees its part of what user space wrote
      Given a per-CPU array map of 4 elements of 20 bytes
      And every element of the map holds its own pattern
      When user space updates index 0 to patterns from 120
      Then a program on every CPU sees patterns from 120 at index 0
      And user space sees patterns from 120 at index 0
      And nothing else has changed

  @rule:percpu.lookup-percpu @documented @percpu @program @since-5.19
  Rule: bpf_map_lookup_percpu_elem looks up the value of a specific CPU
    Source: map_array.rst, per CPU array, bpf_map_lookup_percpu_elem, sentences 1 and 2

    Background:
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 2 to patterns from 130

    Scenario: from every CPU each CPU's value can be looked up
      Then a program on every CPU sees patterns from 130 at index 2 for CPU 0
      And a program on every CPU sees patterns from 130 at index 2 for CPU 1
      And user space sees patterns from 130 at index 2
      And nothing else has changed

    Scenario: the value is the element itself, so a store through it changes that CPU's slot
      When a program on CPU 0 stores the number 17 into index 2 for CPU 1
      Then it succeeds
      And a program on CPU 1 sees the number 17 at index 2
      And user space sees the number 17 on CPU 1 and patterns from 130 elsewhere at index 2
      And nothing else has changed

  @rule:percpu.lookup-percpu.null @documented @percpu @program @since-5.19
  Rule: bpf_map_lookup_percpu_elem returns NULL where there is no entry or no such CPU
    Source: map_array.rst, per CPU array, bpf_map_lookup_percpu_elem, sentence 2

    Background:
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: there is no entry at index <index>
      When a program on every CPU looks up index <index> for CPU 0
      Then it finds no value
      And a program on every CPU sees patterns from 1 at index 0 for CPU 0
      And nothing has changed

      Examples:
        | index      |
        | 4          |
        | 5          |
        | 0x80000000 |
        | 0xffffffff |

    Scenario: there is no CPU after the last
      When a program on every CPU looks up index 1 for the CPU after the last
      Then it finds no value
      And nothing has changed

    Scenario Outline: there is no CPU <cpu>
      When a program on every CPU looks up index 1 for CPU <cpu>
      Then it finds no value
      And nothing has changed

      Examples:
        | cpu        |
        | 65535      |
        | 2147483648 |
        | 4294967295 |
