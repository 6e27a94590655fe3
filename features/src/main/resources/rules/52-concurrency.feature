Feature: Several callers at once

  What a reader sees while others write, and what is counted when programs add at once.

  @rule:array.race.plain @manual @needs:race
  Rule: Looking up and updating at once is no error; what a reader sees may be a mix of the writes
    Source: bpf(2), BPF_MAP_TYPE_ARRAY

    Scenario Outline: lookups of <size> bytes succeed while two callers update
      Given an array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When at once, 2000 times each, user space updates index 1 to pattern 30 and pattern 40 beside a look-up
      Then it succeeds
      When user space updates index 1 to pattern 50
      Then user space sees pattern 50 at index 1
      And nothing else has changed

      Examples:
        | size |
        | 8    |
        | 12   |
        | 64   |
        | 4096 |

    @percpu
    Scenario: lookups of a per-CPU value succeed while two callers update
      Given a per-CPU array map of 3 elements of 64 bytes
      And every element of the map holds its own pattern
      When at once, 2000 times each, user space updates index 1 to pattern 30 and pattern 40 beside a look-up
      Then it succeeds
      When user space updates index 1 to patterns from 50
      Then user space sees patterns from 50 at index 1
      And nothing else has changed

    Scenario: two callers that write the same, and one that reads, agree
      Given an array map of 3 elements of 64 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to pattern 30
      When at once, 2000 times each, user space updates index 1 to pattern 30 and pattern 30 beside a look-up
      Then it finds pattern 30
      And nothing else has changed

  @rule:lock.race @documented @array @needs:lock @needs:race @since-5.1
  Rule: With BPF_F_LOCK on both sides a reader sees one of the written values, never a mix
    Source: map_array.rst, concurrency, sentence 1

    Scenario Outline: <size> bytes with a lock at byte <lock>
      Given the map is created with:
        | value_size    | <size> |
        | max_entries   | 3      |
        | bpf_spin_lock | <lock> |
      And user space updates index 1 to the number <one>
      When at once, 2000 times each, user space updates index 1 to the number <one> and the number <other> beside a look-up with BPF_F_LOCK
      Then it finds the number <one> or the number <other>
      And user space sees zeros at index 2
      And nothing else has changed

      Examples:
        | size | lock | one                | other              |
        | 16   | 8    | 0x1111111111111111 | 0x2222222222222222 |
        | 64   | 60   | 0x0101010101010101 | 0x7f7f7f7f7f7f7f7f |

    Scenario: every part of 32 bytes comes from one write
      Given the map is created with:
        | value_size    | 32 |
        | max_entries   | 3  |
        | bpf_spin_lock | 0  |
      And user space updates index 1 to bytes 0000000011111111111111111111111111111111111111111111111111111111
      When at once, 4000 times each, user space updates index 1 to bytes 0000000011111111111111111111111111111111111111111111111111111111 and bytes 0000000022222222222222222222222222222222222222222222222222222222 beside a look-up with BPF_F_LOCK
      Then it finds bytes 0000000011111111111111111111111111111111111111111111111111111111 or bytes 0000000022222222222222222222222222222222222222222222222222222222
      And user space sees zeros at index 0
      And nothing else has changed

    @program
    Scenario: programs that hold the lock while they store are seen whole by user space
      Given the map is created with:
        | value_size    | 32 |
        | max_entries   | 3  |
        | bpf_spin_lock | 0  |
      And user space updates index 1 to bytes 0000000011111111111111111111111111111111111111111111111111111111
      When at once, 4000 times each, a program on every CPU updates index 1 to bytes 0000000011111111111111111111111111111111111111111111111111111111 and bytes 0000000022222222222222222222222222222222222222222222222222222222 beside a look-up under its spin lock
      Then it finds bytes 0000000011111111111111111111111111111111111111111111111111111111 or bytes 0000000022222222222222222222222222222222222222222222222222222222
      And user space sees zeros at index 0
      And nothing else has changed

  @rule:percpu.race.plain-add @manual @percpu @program @needs:race
  Rule: On a per-CPU map programs count at once without atomic instructions and lose nothing
    Source: bpf(2), BPF_MAP_TYPE_PERCPU_ARRAY

    Scenario Outline: plain adds of <addend> to <width> bytes at byte <offset> add up on each CPU
      Given a per-CPU array map of 3 elements of 16 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to zeros
      When at once, 20000 times each, a program on every CPU adds <addend> to index 1 at byte <offset>, <width> wide
      Then it succeeds
      When a program on every CPU loads index 1 at byte <offset>, <width> wide
      Then it gives the number <sum>
      And nothing else has changed

      Examples:
        | addend | offset | width | sum   |
        | 1      | 0      | 8     | 20000 |
        | 3      | 8      | 8     | 60000 |
        | 2      | 4      | 4     | 40000 |

  @rule:array.race.atomic @manual @program @needs:race @since-5.12
  Rule: Atomic operations of programs at once leave what one after the other leaves
    Source: Documentation/bpf/standardization/instruction-set.rst, atomic operations

    Scenario Outline: a program on every CPU that <change> <operand>, 20000 times, <width> wide
      Given an array map of 3 elements of 16 bytes
      And every element of the map holds its own pattern
      And a program stores the number 12 into index 1 at byte <offset>, <width> wide
      When at once, 20000 times each, a program on every CPU <change> <operand> in index 1 at byte <offset>, <width> wide
      Then it succeeds
      When a program loads index 1 at byte <offset>, <width> wide
      Then it gives the number <after>
      And nothing else has changed

      Examples:
        | change            | operand | offset | width | after |
        | atomically ors    | 3       | 0      | 8     | 15    |
        | atomically ands   | 6       | 4      | 4     | 4     |
        | atomically xors   | 5       | 8      | 8     | 12    |
        | atomically stores | 77      | 12     | 4     | 77    |
