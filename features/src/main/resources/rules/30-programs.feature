Feature: What a program meets

  The helpers at run time, what loads and what does not, and several programs at once.

  @rule:program.lookup.null @manual @program
  Rule: A program that looks up an index from max_entries on gets NULL and reaches no element through it
    Source: bpf-helpers(7), bpf_map_lookup_elem

    @percpu
    Scenario Outline: on a per-CPU map of 257, index <index> gives NULL on every CPU
      Given a per-CPU array map of 257 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 256 to patterns from 20
      And a program on every CPU looks up index <index>
      Then it finds no value
      And a program on every CPU sees patterns from 20 at index 256
      And user space sees patterns from 20 at index 256
      And nothing else has changed

      Examples:
        | index      |
        | 257        |
        | 512        |
        | 65536      |
        | 0x7fffffff |
        | 0x80000000 |
        | 0xffffffff |

    Scenario Outline: loads and stores at index <index> of 5 touch nothing
      Given an array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program loads index <index>
      Then it finds no value
      When a program stores the number 7 into index <index>
      Then it finds no value
      And a program sees pattern 5 at index 4
      And nothing has changed

      Examples:
        | index      |
        | 5          |
        | 7          |
        | 0x80000000 |
        | 0xffffffff |

    @percpu
    Scenario: loads and stores past the end of a per-CPU map touch nothing
      Given a per-CPU array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU loads index 5
      Then it finds no value
      When a program on every CPU stores the number 7 into index 5
      Then it finds no value
      And nothing has changed

    @since-5.12
    Scenario: an atomic add past the end touches nothing
      Given an array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program atomically adds 1 to index 5
      Then it finds no value
      When a program atomically adds 0 to index 4
      Then it succeeds
      And nothing has changed

    @percpu @since-5.19
    Scenario: a store to a CPU that there is not, or past the end, touches nothing
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program stores the number 7 into index 1 for the CPU after the last
      Then it finds no value
      When a program stores the number 7 into index 1 for CPU 4294967295
      Then it finds no value
      When a program stores the number 7 into index 4 for CPU 0
      Then it finds no value
      When a program looks up index 4 for the CPU after the last
      Then it finds no value
      And nothing has changed

  @rule:program.lookup.stable @observed @program
  Rule: On one CPU, looking an element up again gives the address it had before
    Source: kernel/bpf/arraymap.c, array_map_lookup_elem and percpu_array_map_lookup_elem

    Scenario Outline: element <index> of 257 stays where it is
      Given an array map of 257 elements of 12 bytes
      And every element of the map holds its own pattern
      When a program on every CPU measures the distance from index <index> to index <index>
      Then it gives the number 0
      When a program on every CPU measures the distance from index 0 to index <index>
      Then it gives the number <bytes>
      And nothing has changed

      Examples:
        | index | bytes |
        | 1     | 16    |
        | 256   | 4096  |

    @percpu
    Scenario: the slots of a CPU stay where they are
      Given a per-CPU array map of 4 elements of 12 bytes
      And every element of the map holds its own pattern
      When a program on every CPU measures the distance from index 0 to index 0
      Then it gives the number 0
      When a program on every CPU measures the distance from index 3 to index 3
      Then it gives the number 0
      When a program on every CPU measures the distance from index 3 to index 4
      Then it finds no value
      And nothing has changed

  @rule:program.update.flags @observed @program
  Rule: The update helper refuses every flag word but 0, BPF_EXIST and BPF_NOEXIST with EINVAL where there is no lock
    Source: kernel/bpf/arraymap.c, array_map_update_elem

    Scenario Outline: flags <flags> are refused
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program updates index 2 to pattern 55 with <flags>
      Then it is refused with EINVAL
      When a program updates index 3 to pattern 4 with BPF_EXIST
      Then it succeeds
      And nothing has changed

      Examples:
        | flags                            |
        | BPF_F_LOCK                       |
        | BPF_F_LOCK\|BPF_EXIST             |
        | BPF_F_LOCK\|BPF_EXIST\|BPF_NOEXIST |
        | 0x20                             |
        | 0x80000000                       |
        | 0x100000000                      |
        | 0x100000002                      |
        | 0xffffffffffffffff               |

    @percpu
    Scenario Outline: flags <flags> are refused on a per-CPU map
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU updates index 2 to pattern 55 with <flags>
      Then it is refused with EINVAL
      When user space updates index 3 to patterns from 70
      And a program on CPU 0 updates index 3 to pattern 71 with BPF_EXIST
      Then it succeeds
      And user space sees pattern 71 on CPU 0 and patterns from 70 elsewhere at index 3
      And nothing has changed

      Examples:
        | flags                  |
        | BPF_NOEXIST\|BPF_EXIST  |
        | BPF_F_LOCK             |
        | BPF_F_LOCK\|BPF_EXIST   |
        | 0x80000000             |
        | 0x100000000            |
        | 0xffffffffffffffff     |

  @rule:program.update.errors @observed @program
  Rule: The update helper answers E2BIG for an index past the end and EEXIST for BPF_NOEXIST
    Source: kernel/bpf/arraymap.c, array_map_update_elem

    Scenario Outline: index <index> of 5 with <flags> is refused with E2BIG
      Given an array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program updates index <index> to pattern 55 with <flags>
      Then it is refused with E2BIG
      When a program updates index 4 to pattern 55
      Then it succeeds
      And user space sees pattern 55 at index 4
      And nothing has changed

      Examples:
        | index      | flags     |
        | 5          | BPF_EXIST |
        | 7          | BPF_ANY   |
        | 8          | BPF_ANY   |
        | 0x80000000 | BPF_EXIST |
        | 0xffffffff | BPF_ANY   |

    @percpu
    Scenario Outline: index <index> of 5 per-CPU elements with <flags> is refused with <errno>
      Given a per-CPU array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU updates index <index> to pattern 55 with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | index      | flags       | errno  |
        | 5          | BPF_ANY     | E2BIG  |
        | 5          | BPF_EXIST   | E2BIG  |
        | 0x80000000 | BPF_ANY     | E2BIG  |
        | 0xffffffff | BPF_ANY     | E2BIG  |
        | 0          | BPF_NOEXIST | EEXIST |
        | 4          | BPF_NOEXIST | EEXIST |

  @rule:program.update.order @observed @program
  Rule: The update helper names an unknown flag first, then the index, then BPF_NOEXIST, and last BPF_F_LOCK without a lock
    Source: kernel/bpf/arraymap.c, array_map_update_elem

    Scenario Outline: <fault 1> and <fault 2> give <errno>, at index <index> with <flags>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program updates index <index> to pattern 55 with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | fault 1      | fault 2       | index      | flags                   | errno  |
        | unknown flag | index         | 4          | BPF_NOEXIST\|BPF_EXIST   | EINVAL |
        | unknown flag | index         | 4          | BPF_F_CPU               | EINVAL |
        | unknown flag | index         | 0xffffffff | 0x8000000000000000      | EINVAL |
        | unknown flag | BPF_NOEXIST   | 3          | BPF_NOEXIST\|BPF_F_CPU   | EINVAL |
        | unknown flag | BPF_NOEXIST   | 0          | BPF_NOEXIST\|0x100000000 | EINVAL |
        | unknown flag | lock          | 3          | BPF_F_LOCK\|BPF_F_CPU    | EINVAL |
        | index        | BPF_NOEXIST   | 4          | BPF_NOEXIST             | E2BIG  |
        | index        | BPF_NOEXIST   | 0xffffffff | BPF_NOEXIST             | E2BIG  |

      @needs:lock @since-5.1
      Examples:
        | fault 1      | fault 2       | index      | flags                   | errno  |
        | index        | lock          | 4          | BPF_F_LOCK              | E2BIG  |
        | index        | lock          | 0x80000000 | BPF_F_LOCK\|BPF_EXIST    | E2BIG  |
        | index        | lock and more | 4          | BPF_F_LOCK\|BPF_NOEXIST  | E2BIG  |
        | BPF_NOEXIST  | lock          | 3          | BPF_F_LOCK\|BPF_NOEXIST  | EEXIST |

    @percpu
    Scenario Outline: on a per-CPU map <fault 1> and <fault 2> give <errno>
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU updates index <index> to pattern 55 with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | fault 1      | fault 2     | index | flags                  | errno  |
        | unknown flag | index       | 4     | BPF_NOEXIST\|BPF_EXIST  | EINVAL |
        | unknown flag | BPF_NOEXIST | 3     | BPF_NOEXIST\|BPF_F_CPU  | EINVAL |
        | unknown flag | lock        | 3     | BPF_F_LOCK\|0x20        | EINVAL |
        | index        | BPF_NOEXIST | 4     | BPF_NOEXIST            | E2BIG  |

      @needs:lock @since-5.1
      Examples:
        | fault 1      | fault 2     | index | flags                  | errno  |
        | index        | lock        | 4     | BPF_F_LOCK             | E2BIG  |
        | BPF_NOEXIST  | lock        | 3     | BPF_F_LOCK\|BPF_NOEXIST | EEXIST |

  @rule:program.update.order-of-calls @observed @program @needs:lock @since-5.1
  Rule: BPF_F_LOCK without a lock is the first thing the system call refuses and the last the helper does
    Source: kernel/bpf/syscall.c, map_update_elem
    Source: kernel/bpf/arraymap.c, array_map_update_elem

    Scenario Outline: at index <index> with <flags> a program gets <errno>, user space EINVAL
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program updates index <index> to pattern 55 with <flags>
      Then it is refused with <errno>
      When user space updates index <index> to pattern 55 with <flags>
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | index      | flags                  | errno  |
        | 2          | BPF_F_LOCK\|BPF_NOEXIST | EEXIST |
        | 4          | BPF_F_LOCK             | E2BIG  |
        | 0xffffffff | BPF_F_LOCK\|BPF_NOEXIST | E2BIG  |

    @percpu
    Scenario: a per-CPU map makes the same difference
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU updates index 2 to pattern 55 with BPF_F_LOCK|BPF_NOEXIST
      Then it is refused with EEXIST
      When user space updates index 2 to patterns from 55 with BPF_F_LOCK|BPF_NOEXIST
      Then it is refused with EINVAL
      When a program on every CPU updates index 4 to pattern 55 with BPF_F_LOCK
      Then it is refused with E2BIG
      And nothing has changed

  @rule:program.delete.error @observed @program
  Rule: The delete helper answers EINVAL whatever the index is
    Source: kernel/bpf/arraymap.c, array_map_delete_elem

    Scenario Outline: index <index> of 5 is not deleted
      Given an array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program deletes index <index>
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | index      |
        | 0          |
        | 0x80000000 |
        | 0xffffffff |

    @percpu
    Scenario Outline: index <index> of 5 per-CPU elements is not deleted
      Given a per-CPU array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU deletes index <index>
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | index      |
        | 0          |
        | 4          |
        | 5          |
        | 0xffffffff |

  @rule:program.value.bounds @manual @program
  Rule: A program reaches the bytes of a value and not one more, the padding after it included
    Source: bpf(2), BPF_MAP_CREATE
    Note: A program that goes beyond does not load.

    Scenario Outline: of <size> bytes, <width> at byte <offset> can be stored and loaded
      Given an array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program stores the number 113 into index 1 at byte <offset>, <width> wide
      Then it succeeds
      When a program loads index 1 at byte <offset>, <width> wide
      Then it gives the number 113
      And nothing else has changed

      Examples:
        | size | offset | width |
        | 1    | 0      | 1     |
        | 3    | 2      | 1     |
        | 3    | 0      | 2     |
        | 5    | 4      | 1     |
        | 5    | 0      | 4     |
        | 8    | 0      | 8     |
        | 8    | 7      | 1     |
        | 9    | 8      | 1     |
        | 12   | 8      | 4     |
        | 24   | 16     | 8     |
        | 4096 | 4088   | 8     |

    @observed
    Scenario Outline: of <size> bytes, <width> at byte <offset> are out of reach, with EACCES
      Given an array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program loads index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program stores the number 113 into index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      And a program sees pattern 2 at index 1
      And nothing has changed

      Examples:
        | size | offset     | width |
        | 1    | 1          | 1     |
        | 1    | 0          | 2     |
        | 1    | 7          | 1     |
        | 3    | 3          | 1     |
        | 3    | 2          | 2     |
        | 3    | 0          | 4     |
        | 4    | 0          | 8     |
        | 5    | 5          | 1     |
        | 5    | 4          | 4     |
        | 8    | 8          | 1     |
        | 8    | 8          | 8     |
        | 8    | 4          | 8     |
        | 8    | 1          | 8     |
        | 8    | 16         | 8     |
        | 9    | 9          | 1     |
        | 9    | 8          | 2     |
        | 9    | 15         | 1     |
        | 12   | 12         | 4     |
        | 12   | 8          | 8     |
        | 4096 | 4096       | 1     |
        | 4096 | 4092       | 8     |
        | 8    | 32768      | 1     |
        | 8    | 65536      | 1     |

    @observed @since-5.12
    Scenario Outline: of <size> bytes, an atomic add of <width> at byte <offset> is out of reach, with EACCES
      Given an array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program atomically adds 1 to index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program atomically adds 0 to index 1 at byte 0, 4 wide
      Then it succeeds
      And nothing has changed

      Examples:
        | size | offset | width |
        | 4    | 4      | 4     |
        | 4    | 0      | 8     |
        | 5    | 4      | 4     |
        | 8    | 8      | 8     |
        | 12   | 8      | 8     |
        | 12   | 12     | 4     |

    @percpu
    Scenario Outline: of <size> bytes of a CPU, <width> at byte <offset> can be stored and loaded
      Given a per-CPU array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program on every CPU stores the number 113 into index 1 at byte <offset>, <width> wide
      Then it succeeds
      When a program on every CPU loads index 1 at byte <offset>, <width> wide
      Then it gives the number 113
      And nothing else has changed

      Examples:
        | size | offset | width |
        | 1    | 0      | 1     |
        | 5    | 4      | 1     |
        | 8    | 0      | 8     |
        | 12   | 8      | 4     |

    @percpu @observed
    Scenario Outline: of <size> bytes of a CPU, <width> at byte <offset> are out of reach, with EACCES
      Given a per-CPU array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program on every CPU loads index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program on every CPU stores the number 113 into index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When user space updates index 1 to patterns from 40
      Then a program on every CPU sees patterns from 40 at index 1
      And nothing else has changed

      Examples:
        | size | offset | width |
        | 1    | 1      | 1     |
        | 1    | 8      | 1     |
        | 5    | 5      | 1     |
        | 5    | 4      | 4     |
        | 8    | 8      | 8     |
        | 9    | 15     | 1     |
        | 12   | 12     | 4     |
        | 12   | 8      | 8     |

    @percpu @observed @since-5.19
    Scenario Outline: of <size> bytes of another CPU, <width> at byte <offset> are out of reach, with EACCES
      Given a per-CPU array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program stores the number 113 into index 1 at byte <offset>, <width> wide for CPU 0
      Then it is refused with EACCES
      When user space updates index 1 to patterns from 40
      Then a program on every CPU sees patterns from 40 at index 1 for CPU 0
      And nothing else has changed

      Examples:
        | size | offset | width |
        | 5    | 5      | 1     |
        | 8    | 8      | 8     |
        | 12   | 8      | 8     |
        | 12   | -4     | 4     |

  @rule:program.value.before @observed @program @since-4.9
  Rule: A program does not reach bytes before the value
    Source: kernel/bpf/verifier.c, check_mem_region_access

    Scenario Outline: <width> bytes at byte <offset> are refused with EACCES
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program loads index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program stores the number 9 into index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      And a program sees pattern 2 at index 1
      And nothing has changed

      Examples:
        | offset      | width |
        | -1          | 1     |
        | -1          | 2     |
        | -4          | 8     |
        | -8          | 8     |
        | -32768      | 1     |
        | -32769      | 1     |

    @percpu
    Scenario Outline: <width> bytes at byte <offset> of a CPU's slot are refused with EACCES
      Given a per-CPU array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU loads index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program on every CPU stores the number 9 into index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program on CPU 0 loads index 1 at byte 0, 1 wide
      Then it succeeds
      And nothing has changed

      Examples:
        | offset | width |
        | -1     | 1     |
        | -8     | 8     |

    @since-5.12
    Scenario Outline: an atomic add of <width> bytes at byte <offset> is refused with EACCES
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program atomically adds 1 to index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program atomically adds 0 to index 1 at byte 0, 8 wide
      Then it succeeds
      And nothing has changed

      Examples:
        | offset | width |
        | -4     | 4     |
        | -8     | 8     |

  @rule:program.value.far @observed @program @since-4.15
  Rule: A program that reaches 2^29 bytes or more away from a value is refused for its arithmetic, not for its access
    Source: kernel/bpf/verifier.c, check_reg_sane_offset

    Scenario Outline: a byte at <offset>, <where> the value, is refused with <errno>
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program loads index 1 at byte <offset>, 1 wide
      Then it is refused with <errno>
      When a program stores the number 9 into index 1 at byte <offset>, 1 wide
      Then it is refused with <errno>
      And a program sees pattern 2 at index 1
      And nothing has changed

      Examples:
        | offset      | where  | errno  |
        | 536870911   | after  | EACCES |
        | 536870912   | after  | EINVAL |
        | 2147483647  | after  | EINVAL |
        | -536870911  | before | EACCES |
        | -536870912  | before | EINVAL |
        | -2147483648 | before | EINVAL |

    @percpu
    Scenario: a CPU's slot is no nearer
      Given a per-CPU array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU loads index 1 at byte 536870911, 1 wide
      Then it is refused with EACCES
      When a program on every CPU loads index 1 at byte 536870912, 1 wide
      Then it is refused with EINVAL
      And nothing has changed

    @needs:access @since-5.2
    Scenario: the arithmetic is looked at before the access flags
      Given an array map of 3 elements of 8 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When a program stores the number 9 into index 1 at byte 536870912, 1 wide
      Then it is refused with EINVAL
      When a program stores the number 9 into index 1 at byte 0, 1 wide
      Then it is refused with EACCES
      And a program sees pattern 2 at index 1
      And nothing has changed

  @rule:program.value.misaligned @observed @program
  Rule: Plain loads and stores of a program need no alignment
    Source: kernel/bpf/verifier.c, check_ptr_alignment
    Note: On machines that have misaligned accesses, such as x86-64 and arm64.

    Scenario Outline: <width> bytes at byte <offset> are stored and loaded
      Given an array map of 3 elements of 16 bytes
      And every element of the map holds its own pattern
      When a program stores the number 101 into index 1 at byte <offset>, <width> wide
      Then it succeeds
      When a program loads index 1 at byte <offset>, <width> wide
      Then it gives the number 101
      And nothing else has changed

      Examples:
        | offset | width |
        | 1      | 2     |
        | 1      | 4     |
        | 6      | 4     |
        | 1      | 8     |
        | 4      | 8     |
        | 7      | 8     |

    @percpu
    Scenario: a CPU's slot takes misaligned stores too
      Given a per-CPU array map of 3 elements of 16 bytes
      And every element of the map holds its own pattern
      When a program on every CPU stores the number 101 into index 1 at byte 7, 8 wide
      Then it succeeds
      When a program on every CPU loads index 1 at byte 7, 8 wide
      Then it gives the number 101
      And nothing else has changed

  @rule:program.atomic.aligned @observed @program @since-5.12
  Rule: An atomic add is aligned to its own width inside the value
    Source: kernel/bpf/verifier.c, check_atomic_rmw

    Scenario Outline: <width> bytes at byte <offset> are refused with EACCES
      Given an array map of 3 elements of 16 bytes
      And every element of the map holds its own pattern
      When a program atomically adds 1 to index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      And a program sees pattern 2 at index 1
      And nothing has changed

      Examples:
        | offset | width |
        | 1      | 4     |
        | 2      | 4     |
        | 3      | 4     |
        | 6      | 4     |
        | 1      | 8     |
        | 4      | 8     |
        | 7      | 8     |

    @percpu
    Scenario Outline: <width> bytes at byte <offset> of a CPU's slot are refused with EACCES
      Given a per-CPU array map of 3 elements of 16 bytes
      And every element of the map holds its own pattern
      When a program on every CPU atomically adds 1 to index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program on every CPU atomically adds 0 to index 1 at byte 8, 8 wide
      Then it succeeds
      And nothing has changed

      Examples:
        | offset | width |
        | 2      | 4     |
        | 4      | 8     |

    Scenario Outline: <width> bytes at byte <offset> are added to
      Given an array map of 3 elements of 16 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to bytes ffffffffffffffffffffffffffffffff
      When a program atomically adds 1 to index 1 at byte <offset>, <width> wide
      Then it gives the number <before>
      And user space sees bytes <after> at index 1
      And nothing else has changed

      Examples:
        | offset | width | before     | after                            |
        | 0      | 4     | 4294967295 | 00000000ffffffffffffffffffffffff |
        | 4      | 4     | 4294967295 | ffffffff00000000ffffffffffffffff |
        | 8      | 4     | 4294967295 | ffffffffffffffff00000000ffffffff |
        | 12     | 4     | 4294967295 | ffffffffffffffffffffffff00000000 |
        | 0      | 8     | -1         | 0000000000000000ffffffffffffffff |
        | 8      | 8     | -1         | ffffffffffffffff0000000000000000 |

    @percpu
    Scenario: on a per-CPU map the add reaches the part of the running CPU
      Given a per-CPU array map of 3 elements of 12 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to zeros
      When a program on CPU 1 atomically adds 5 to index 1 at byte 8, 4 wide
      Then it gives the number 0
      When a program on CPU 1 loads index 1 at byte 8, 4 wide
      Then it gives the number 5
      When a program on CPU 0 loads index 1 at byte 8, 4 wide
      Then it gives the number 0
      And a program on CPU 0 sees zeros at index 1
      And nothing else has changed

  @rule:program.atomic.width @observed @program @since-5.12
  Rule: There are atomic adds of 4 and 8 bytes only
    Source: kernel/bpf/verifier.c, check_atomic

    Scenario Outline: an atomic add of <width> bytes at byte <offset> is refused with EINVAL
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program atomically adds 1 to index 1 at byte <offset>, <width> wide
      Then it is refused with EINVAL
      When a program atomically adds 0 to index 1 at byte 0, 4 wide
      Then it succeeds
      And nothing has changed

      Examples:
        | offset | width |
        | 0      | 1     |
        | 0      | 2     |
        | 8      | 2     |
        | -1     | 1     |

  @rule:program.update.short-value @observed @program
  Rule: A program that hands the update helper less than a whole value does not load
    Source: kernel/bpf/verifier.c, check_func_arg

    Scenario Outline: <value> is too short for <size> bytes
      Given an array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program updates index 1 to bytes <value>
      Then it is refused with EACCES
      When a program updates index 1 to pattern 66
      Then it succeeds
      And user space sees pattern 66 at index 1
      And nothing else has changed

      Examples:
        | size | value                  |
        | 2    | 01                     |
        | 5    | 01020304               |
        | 8    | 01020304050607         |
        | 9    | 0102030405060708       |
        | 12   | 0102030405060708       |
        | 12   | 0102030405060708090a0b |
        | 4096 | 0102030405060708       |

    @percpu
    Scenario Outline: <value> is too short for <size> bytes of a CPU
      Given a per-CPU array map of 3 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program on every CPU updates index 1 to bytes <value>
      Then it is refused with EACCES
      When user space updates index 1 to patterns from 66
      Then a program on every CPU sees patterns from 66 at index 1
      And nothing else has changed

      Examples:
        | size | value            |
        | 8    | 01020304050607   |
        | 12   | 0102030405060708 |

  @rule:program.lookup-percpu.type @observed @array @program @since-5.19
  Rule: A program that asks a plain array map for a CPU's value does not load
    Source: kernel/bpf/verifier.c, check_map_func_compatibility

    Scenario Outline: index <index> for <cpu> is refused with EINVAL
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program looks up index <index> for <cpu>
      Then it is refused with EINVAL
      When a program stores the number 9 into index <index> for <cpu>
      Then it is refused with EINVAL
      And a program sees pattern 4 at index 3
      And nothing has changed

      Examples:
        | index | cpu                |
        | 0     | CPU 0              |
        | 3     | CPU 0              |
        | 4     | CPU 0              |
        | 0     | the CPU after the last |

  @rule:program.closed-map @observed @program
  Rule: A program that names a closed descriptor does not load
    Source: kernel/bpf/verifier.c, add_used_map

    Background:
      Given an array map of 4 elements of 8 bytes
      And an array map of 4 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      And user space closes map B

    Scenario: each helper is refused with EBADF
      When a program looks up index 1 of map B
      Then it is refused with EBADF
      When a program updates index 1 of map B to pattern 9
      Then it is refused with EBADF
      When a program deletes index 1 of map B
      Then it is refused with EBADF
      And a program sees pattern 2 at index 1
      And nothing has changed

    Scenario: loads, stores and addresses are refused with EBADF
      When a program loads index 1 of map B
      Then it is refused with EBADF
      When a program stores the number 9 into index 1 of map B
      Then it is refused with EBADF
      When a program locates index 1 of map B
      Then it is refused with EBADF
      And a program sees pattern 2 at index 1
      And nothing has changed

    @since-5.12
    Scenario: an atomic add is refused with EBADF
      When a program atomically adds 1 to index 1 of map B
      Then it is refused with EBADF
      When a program atomically adds 0 to index 1
      Then it succeeds
      And nothing has changed

    @percpu
    Scenario: a closed per-CPU map is refused with EBADF
      Given a per-CPU array map of 4 elements of 8 bytes as map C
      When a program on every CPU updates index 1 of map C to pattern 9
      Then it succeeds
      When user space closes map C
      And a program on every CPU looks up index 1 of map C
      Then it is refused with EBADF
      And a program on every CPU sees pattern 2 at index 1
      And nothing has changed

  @rule:program.load.order @observed @program
  Rule: Of a program's faults the closed descriptor comes first, then a helper or instruction that there is not, then what it reaches
    Source: kernel/bpf/verifier.c, bpf_check

    Background:
      Given an array map of 4 elements of 8 bytes
      And an array map of 4 elements of 12 bytes as map B
      And every element of the map holds its own pattern

    Scenario: a closed map and a short value give EBADF
      When a program updates index 1 of map B to bytes 0102030405060708
      Then it is refused with EACCES
      When user space closes map B
      And a program updates index 1 of map B to bytes 0102030405060708
      Then it is refused with EBADF
      And nothing has changed

    Scenario Outline: a closed map and <width> bytes at byte <offset> give EBADF
      When a program loads index 1 of map B at byte <offset>, <width> wide
      Then it is refused with EACCES
      When user space closes map B
      And a program loads index 1 of map B at byte <offset>, <width> wide
      Then it is refused with EBADF
      When a program stores the number 9 into index 1 of map B at byte <offset>, <width> wide
      Then it is refused with EBADF
      And nothing has changed

      Examples:
        | offset | width |
        | 12     | 4     |
        | -1     | 1     |

    @since-5.12
    Scenario Outline: a closed map and an atomic add of <width> bytes at byte <offset>, otherwise <errno>, give EBADF
      When a program atomically adds 1 to index 1 of map B at byte <offset>, <width> wide
      Then it is refused with <errno>
      When user space closes map B
      And a program atomically adds 1 to index 1 of map B at byte <offset>, <width> wide
      Then it is refused with EBADF
      And nothing has changed

      Examples:
        | offset | width | errno  |
        | 4      | 8     | EACCES |
        | 12     | 4     | EACCES |
        | 0      | 2     | EINVAL |

    @since-5.19
    Scenario: a closed map and a CPU's value of a plain array give EBADF
      When a program looks up index 1 of map B for CPU 0
      Then it is refused with EINVAL
      When user space closes map B
      And a program looks up index 1 of map B for CPU 0
      Then it is refused with EBADF
      And nothing has changed

    @since-5.19
    Scenario Outline: a CPU's value of a plain array and <width> bytes at byte <offset> give EINVAL
      When a program stores the number 9 into index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program stores the number 9 into index 1 at byte <offset>, <width> wide for CPU 0
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | offset | width |
        | 8      | 1     |
        | -1     | 1     |

    @needs:access @since-5.19
    Scenario: a CPU's value of a plain array and a map closed to programs give EINVAL
      Given an array map of 4 elements of 8 bytes with BPF_F_WRONLY_PROG as map C
      And an array map of 4 elements of 8 bytes with BPF_F_RDONLY_PROG as map D
      When a program looks up index 1 of map C for CPU 0
      Then it is refused with EINVAL
      When a program looks up index 1 of map C
      Then it is refused with EACCES
      When a program stores the number 9 into index 1 of map D for CPU 0
      Then it is refused with EINVAL
      When a program stores the number 9 into index 1 of map D
      Then it is refused with EACCES
      And nothing has changed

    @needs:access @since-5.12
    Scenario: an atomic add of 2 bytes and a read-only map give EINVAL
      Given an array map of 4 elements of 8 bytes with BPF_F_RDONLY_PROG as map C
      When a program atomically adds 1 to index 1 of map C at byte 0, 2 wide
      Then it is refused with EINVAL
      When a program atomically adds 1 to index 1 of map C
      Then it is refused with EACCES
      And nothing has changed

  @rule:program.load.before-run @observed @program
  Rule: What keeps a program from loading comes before what its helpers would answer
    Source: kernel/bpf/verifier.c, check_helper_call

    Scenario Outline: a short value comes before <errno> for index <index> with <flags>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program updates index <index> to bytes 01020304 with <flags>
      Then it is refused with EACCES
      When a program updates index <index> to pattern 9 with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | index | flags                 | errno  |
        | 1     | BPF_NOEXIST\|BPF_EXIST | EINVAL |
        | 4     | BPF_ANY               | E2BIG  |
        | 1     | BPF_NOEXIST           | EEXIST |

    @needs:access @since-5.2
    Scenario Outline: a read-only map comes before <errno> for index <index> with <flags>
      Given an array map of 4 elements of 8 bytes with BPF_F_RDONLY_PROG
      And an array map of 4 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      When a program updates index <index> to pattern 9 with <flags>
      Then it is refused with EACCES
      When a program updates index <index> of map B to pattern 9 with <flags>
      Then it is refused with <errno>
      And a program sees pattern 4 at index 3
      And nothing has changed

      Examples:
        | index | flags                 | errno  |
        | 1     | BPF_NOEXIST\|BPF_EXIST | EINVAL |
        | 4     | BPF_ANY               | E2BIG  |
        | 1     | BPF_NOEXIST           | EEXIST |
        | 1     | BPF_F_LOCK            | EINVAL |

    @needs:access @since-5.2
    Scenario: a read-only map comes before the answer to a deletion
      Given an array map of 4 elements of 8 bytes with BPF_F_RDONLY_PROG
      And an array map of 4 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      When a program deletes index 1
      Then it is refused with EACCES
      When a program deletes index 1 of map B
      Then it is refused with EINVAL
      And a program sees pattern 2 at index 1
      And nothing has changed

    @needs:access @since-5.13
    Scenario: a write-only map comes before the flags of a walk
      Given an array map of 3 elements of 8 bytes with BPF_F_WRONLY_PROG
      And an array map of 3 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      When a program walks the map with 0x1
      Then it is refused with EACCES
      When a program walks map B with 0x1
      Then it reports:
        | returned | -22 |
      And nothing has changed

    Scenario: an access out of bounds at an index past the end is refused, not passed over
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program loads index 4 at byte 8, 1 wide
      Then it is refused with EACCES
      When a program loads index 4 at byte 7, 1 wide
      Then it finds no value
      And nothing has changed

    @percpu
    Scenario: the same holds on a per-CPU map
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program on every CPU updates index 4 to bytes 01020304
      Then it is refused with EACCES
      When a program on every CPU updates index 4 to pattern 9
      Then it is refused with E2BIG
      When a program on every CPU loads index 4 at byte 8, 1 wide
      Then it is refused with EACCES
      When a program on every CPU loads index 4
      Then it finds no value
      And nothing has changed

  @rule:program.atomic.at-once @manual @program @needs:race @since-5.12
  Rule: Atomic adds at the same time to one part of a value are all counted and stay inside that part
    Source: bpf(2), BPF_MAP_TYPE_ARRAY

    Scenario: adds to a value of 4 bytes add up
      Given an array map of 3 elements of 4 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to zeros
      When at once, 20000 times each, a program on every CPU atomically adds 3 to index 1 at byte 0, 4 wide
      Then it succeeds
      And user space sees the number 60000 times the online CPUs at index 1
      And nothing else has changed

    Scenario: adds to both halves of a value add up in each
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to zeros
      When at once, 20000 times each, a program on every CPU atomically adds 1 to index 1 at byte 0, 4 wide
      And at once, 20000 times each, a program on every CPU atomically adds 1 to index 1 at byte 4, 4 wide
      Then it succeeds
      And user space sees the number 85899345940000 times the online CPUs at index 1
      And nothing else has changed

    Scenario Outline: adds of <addend> that go once around <width> bytes at byte <offset> end where they began
      Given an array map of 3 elements of 24 bytes
      And every element of the map holds its own pattern
      When at once, 65536 times each, a program on every CPU atomically adds <addend> to index 1 at byte <offset>, <width> wide
      Then it succeeds
      And a program sees pattern 2 at index 1
      And nothing has changed

      Examples:
        | addend          | offset | width |
        | 65536           | 0      | 4     |
        | 65536           | 4      | 4     |
        | 65536           | 20     | 4     |
        | 281474976710656 | 8      | 8     |
        | 281474976710656 | 16     | 8     |

    Scenario: subtractions of programs on all CPUs add up too
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 2 to zeros
      When at once, 20000 times each, a program on every CPU atomically adds -2 to index 2
      Then it succeeds
      And user space sees the number -40000 times the online CPUs at index 2
      And nothing else has changed

    @percpu
    Scenario Outline: adds to <width> bytes at byte <offset> add up for each CPU alone
      Given a per-CPU array map of 3 elements of 24 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to zeros
      When at once, 20000 times each, a program on every CPU atomically adds 2 to index 1 at byte <offset>, <width> wide
      Then it succeeds
      When a program on every CPU loads index 1 at byte <offset>, <width> wide
      Then it gives the number 40000
      And nothing else has changed

      Examples:
        | offset | width |
        | 0      | 4     |
        | 4      | 4     |
        | 20     | 4     |
        | 16     | 8     |
