Feature: Layout of per-CPU values

  What user space hands over and gets for one element of a per-CPU array map.

  @rule:percpu.layout.padding-kept @observed @percpu @since-4.6 @until-6.19
  Rule: Bytes that an update gives between one CPU's value and the next are kept and come back
    Source: kernel/bpf/arraymap.c, bpf_percpu_array_update and bpf_percpu_array_copy

    Scenario Outline: values of <size> bytes keep padding <padding>
      Given a per-CPU array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to patterns from 50 padded with <padding>
      Then it succeeds
      And user space sees patterns from 50 padded with <padding> at index 1
      And nothing has changed

      Examples:
        | size | padding |
        | 1    | ee      |
        | 3    | ff      |
        | 4    | 01      |
        | 5    | ee      |
        | 7    | 80      |
        | 9    | ee      |
        | 12   | ff      |
        | 4093 | 77      |

    Scenario: each update replaces the padding with the value
      Given a per-CPU array map of 3 elements of 5 bytes
      And every element of the map holds its own pattern
      When user space updates index 0 to patterns from 50 padded with ee
      And user space updates index 1 to patterns from 60 padded with ee
      And user space updates index 0 to patterns from 50 padded with 01
      And user space updates index 1 to patterns from 60
      Then user space sees patterns from 50 padded with 01 at index 0
      And user space sees patterns from 60 at index 1
      And nothing has changed

  @rule:percpu.layout.padding-dropped @observed @percpu @since-7.0
  Rule: Bytes that an update gives between one CPU's value and the next are dropped and read as zero
    Source: kernel/bpf/arraymap.c, bpf_percpu_array_update

    Scenario Outline: values of <size> bytes drop padding <padding>
      Given a per-CPU array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to patterns from 50 padded with <padding>
      Then it succeeds
      And user space sees patterns from 50 at index 1
      And nothing else has changed

      Examples:
        | size | padding |
        | 1    | ee      |
        | 3    | ff      |
        | 4    | 01      |
        | 5    | ee      |
        | 7    | 80      |
        | 9    | ee      |
        | 12   | ff      |
        | 4093 | 77      |

  @rule:percpu.layout.program-padding @observed @percpu @program @since-4.6 @until-6.19
  Rule: A program changes the bytes of its value and leaves what user space put between two values
    Source: kernel/bpf/arraymap.c, array_map_update_elem

    Scenario Outline: a program's update of <size> bytes leaves padding <padding>
      Given a per-CPU array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to pattern 50 padded with <padding>
      And a program on every CPU updates index 1 to pattern 51
      Then a program on every CPU sees pattern 51 at index 1
      When a program on every CPU updates index 1 to pattern 50
      Then user space sees pattern 50 padded with <padding> at index 1
      And nothing has changed

      Examples:
        | size | padding |
        | 1    | ee      |
        | 4    | ff      |
        | 5    | ee      |
        | 12   | 01      |

    Scenario: a program's store through a pointer leaves the padding
      Given a per-CPU array map of 3 elements of 4 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to the number 21 padded with ee
      And a program on every CPU stores the number 22 into index 1
      Then a program on every CPU sees the number 22 at index 1
      When a program on every CPU stores the number 21 into index 1
      Then user space sees the number 21 padded with ee at index 1
      And nothing has changed

    @since-5.19
    Scenario: a store into the slot of another CPU leaves the padding
      Given a per-CPU array map of 3 elements of 4 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to the number 21 padded with ee
      And a program on CPU 0 stores the number 22 into index 1 for CPU 1
      Then a program on CPU 1 sees the number 22 at index 1
      When a program on CPU 0 stores the number 21 into index 1 for CPU 1
      Then user space sees the number 21 padded with ee at index 1
      And nothing has changed

  @rule:percpu.layout.short-buffer @observed @percpu @needs:pointers @since-4.6
  Rule: A buffer that ends before the last CPU's value with its padding is refused with EFAULT
    Source: kernel/bpf/syscall.c, map_lookup_elem and map_update_elem

    Scenario Outline: for values of <size> bytes a buffer of <short> is too short
      Given a per-CPU array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space looks up index 1 into a buffer of <short> bytes
      Then it is refused with EFAULT
      When user space updates index 1 to pattern 90 cut to <short> bytes
      Then it is refused with EFAULT
      And nothing has changed

      Examples:
        | size | short |
        | 1    | 1     |
        | 1    | 7     |
        | 5    | 5     |
        | 5    | 7     |
        | 8    | 1     |
        | 8    | 7     |
        | 12   | 12    |
        | 12   | 15    |
        | 4096 | 4095  |

    @program
    Scenario Outline: for values of <size> bytes on more than one CPU a buffer of <short> is too short
      Given a per-CPU array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to pattern 70
      When a program on CPU 1 updates index 1 to pattern 71
      And user space looks up index 1 into a buffer of <short> bytes
      Then it is refused with EFAULT
      When user space updates index 1 to pattern 90 cut to <short> bytes
      Then it is refused with EFAULT
      And user space sees pattern 71 on CPU 1 and pattern 70 elsewhere at index 1
      And nothing has changed

      Examples:
        | size | short |
        | 1    | 8     |
        | 1    | 15    |
        | 5    | 10    |
        | 8    | 8     |
        | 8    | 15    |
        | 12   | 24    |
        | 12   | 31    |

    Scenario: no buffer at all is refused
      Given a per-CPU array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up index 1 into no buffer
      Then it is refused with EFAULT
      When user space updates index 1 to no value
      Then it is refused with EFAULT
      When user space updates index 1 to an unreadable value
      Then it is refused with EFAULT
      And nothing has changed

  @rule:percpu.layout.every-cpu @observed @percpu @program @since-5.19
  Rule: An update by user space writes the slot of each CPU, the first CPU's value first
    Source: kernel/bpf/arraymap.c, bpf_percpu_array_update

    Scenario Outline: values of <size> bytes reach each CPU, as any program sees
      Given a per-CPU array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When user space updates index 2 to patterns from 50
      Then a program on every CPU sees pattern 50 at index 2 for CPU 0
      And a program on every CPU sees pattern 51 at index 2 for CPU 1
      When user space updates index 2 to zeros on CPU 1 and pattern 60 elsewhere
      Then a program on every CPU sees pattern 60 at index 2 for CPU 0
      And a program on every CPU sees zeros at index 2 for CPU 1
      And nothing else has changed

      Examples:
        | size |
        | 1    |
        | 5    |
        | 8    |
        | 12   |

    Scenario: an update with BPF_EXIST writes each slot as well
      Given a per-CPU array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 0 to patterns from 50 with BPF_EXIST
      Then a program on every CPU sees pattern 50 at index 0 for CPU 0
      And a program on every CPU sees pattern 51 at index 0 for CPU 1
      And user space sees patterns from 50 at index 0
      And nothing has changed

    Scenario: what a program stores into another CPU's slot shows in that CPU's place
      Given a per-CPU array map of 3 elements of 5 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to patterns from 50
      When a program on CPU 1 stores the number 0 into index 1 at byte 4, 1 wide for CPU 0
      And a program on CPU 1 stores the number 0 into index 1 at byte 0, 4 wide for CPU 0
      Then user space sees zeros on CPU 0 and patterns from 50 elsewhere at index 1
      And nothing has changed
