Feature: More that a program does with an element

  Changes in one instruction and in several, elements as arguments, callbacks, and locks.

  @rule:program.atomic.operations @manual @program @since-5.12
  Rule: And, or, xor, exchange and compare-exchange change four or eight bytes in one instruction and give what was there before
    Source: Documentation/bpf/standardization/instruction-set.rst, atomic operations

    Scenario Outline: on <type>, a program that <change> <operand> at byte <offset>, <width> wide
      Given <type> of 3 elements of 16 bytes
      And every element of the map holds its own pattern
      And a program stores the number 12 into index 1 at byte <offset>, <width> wide
      When a program <change> <operand> in index 1 at byte <offset>, <width> wide
      Then it gives the number 12
      When a program loads index 1 at byte <offset>, <width> wide
      Then it gives the number <after>
      And nothing else has changed

      Examples:
        | type         | change                   | operand | offset | width | after |
        | an array map | atomically ands          | 10      | 0      | 4     | 8     |
        | an array map | atomically ands          | 10      | 8      | 8     | 8     |
        | an array map | atomically ors           | 10      | 4      | 4     | 14    |
        | an array map | atomically ors           | 10      | 0      | 8     | 14    |
        | an array map | atomically xors          | 10      | 12     | 4     | 6     |
        | an array map | atomically xors          | 10      | 8      | 8     | 6     |
        | an array map | atomically stores        | 10      | 4      | 4     | 10    |
        | an array map | atomically stores        | 10      | 0      | 8     | 10    |
        | an array map | atomically replaces 12 by | 10      | 4      | 4     | 10    |
        | an array map | atomically replaces 12 by | 10      | 8      | 8     | 10    |
        | an array map | atomically replaces 13 by | 10      | 4      | 4     | 12    |
        | an array map | atomically replaces 13 by | 10      | 8      | 8     | 12    |

      @percpu
      Examples:
        | type            | change                   | operand | offset | width | after |
        | a per-CPU array map | atomically ands          | 10      | 4      | 4     | 8     |
        | a per-CPU array map | atomically ors           | 10      | 0      | 8     | 14    |
        | a per-CPU array map | atomically xors          | 10      | 8      | 8     | 6     |
        | a per-CPU array map | atomically stores        | 10      | 12     | 4     | 10    |
        | a per-CPU array map | atomically replaces 12 by | 10      | 8      | 8     | 10    |
        | a per-CPU array map | atomically replaces 13 by | 10      | 4      | 4     | 12    |

    Scenario Outline: <change> 1 past the end changes nothing
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program <change> 1 in index 4
      Then it finds no value
      When a program atomically ors 0 in index 3
      Then it succeeds
      And nothing has changed

      Examples:
        | change                   |
        | atomically ands          |
        | atomically stores        |
        | atomically replaces 0 by |

  @rule:program.atomic.operations-aligned @observed @program @since-5.12
  Rule: Every atomic operation is aligned to its own size
    Source: kernel/bpf/verifier.c, check_atomic_rmw

    Scenario Outline: a program that <change> 1 at byte <offset>, <width> wide is refused with EACCES
      Given an array map of 4 elements of 16 bytes
      And every element of the map holds its own pattern
      When a program <change> 1 in index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program atomically ors 0 in index 1 at byte 12, 4 wide
      Then it succeeds
      And nothing has changed

      Examples:
        | change                   | offset | width |
        | atomically ands          | 4      | 8     |
        | atomically ors           | 1      | 4     |
        | atomically xors          | 2      | 4     |
        | atomically stores        | 4      | 8     |
        | atomically replaces 0 by | 6      | 4     |
        | atomically stores        | 16     | 8     |

  @rule:program.plain-add @documented @program
  Rule: A program adds to an element by a load, an add and a store through its pointer
    Source: map_array.rst, the kernel BPF example

    Scenario Outline: <addend> and <before> are <after>, <width> wide
      Given an array map of 3 elements of 16 bytes
      And every element of the map holds its own pattern
      And a program stores the number <before> into index 1 at byte <offset>, <width> wide
      When a program adds <addend> to index 1 at byte <offset>, <width> wide
      Then it succeeds
      When a program loads index 1 at byte <offset>, <width> wide
      Then it gives the number <after>
      When a program adds <addend> to index 3 at byte <offset>, <width> wide
      Then it finds no value
      And nothing else has changed

      Examples:
        | before | addend | offset | width | after |
        | 12     | 30     | 0      | 8     | 42    |
        | 255    | 1      | 3      | 1     | 0     |
        | 65535  | 2      | 2      | 2     | 1     |
        | 5      | -5     | 12     | 4     | 0     |

    @percpu
    Scenario: on a per-CPU map the program adds to the running CPU's slot
      Given a per-CPU array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      And user space updates index 1 to zeros
      When a program on CPU 0 adds 5 to index 1
      Then it succeeds
      When a program on CPU 0 adds 6 to index 1
      Then it succeeds
      And user space sees the number 11 on CPU 0 and zeros elsewhere at index 1
      And nothing else has changed

  @rule:program.update.same-map @observed @program @since-4.18
  Rule: The value of an update may be an element of the same map
    Source: kernel/bpf/verifier.c, check_func_arg

    Scenario Outline: of <size> bytes of <type>, index <from> is copied to index <to>
      Given <type> of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      And user space updates index <from> to pattern 60
      When a program on every CPU copies index <from> to index <to>
      Then it succeeds
      And a program on every CPU sees pattern 60 at index <to>
      And a program on every CPU sees pattern 60 at index <from>
      And nothing else has changed

      Examples:
        | type         | size | from | to |
        | an array map | 8    | 2    | 1  |
        | an array map | 12   | 0    | 3  |
        | an array map | 300  | 3    | 0  |
        | an array map | 8    | 2    | 2  |

      @percpu
      Examples:
        | type            | size | from | to |
        | a per-CPU array map | 8    | 2    | 1  |
        | a per-CPU array map | 12   | 3    | 0  |

    Scenario Outline: from index <from> to index <to> with <flags> is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program copies index <from> to index <to> with <flags>
      Then it is refused with <errno>
      When a program copies index 3 to index 3 with BPF_EXIST
      Then it succeeds
      And nothing has changed

      Examples:
        | from | to | flags       | errno  |
        | 1    | 4  | BPF_ANY     | E2BIG  |
        | 1    | 2  | BPF_NOEXIST | EEXIST |
        | 1    | 2  | BPF_F_LOCK  | EINVAL |

    Scenario: there is nothing to copy past the end
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program copies index 4 to index 1
      Then it finds no value
      And a program sees pattern 2 at index 1
      And nothing has changed

    @needs:access @since-5.2
    Scenario Outline: with <flag> a program cannot copy
      Given an array map of 4 elements of 8 bytes with <flag>
      And every element of the map holds its own pattern
      When a program copies index 2 to index 1
      Then it is refused with EACCES
      And nothing has changed

      Examples:
        | flag              |
        | BPF_F_RDONLY_PROG |
        | BPF_F_WRONLY_PROG |

  @rule:program.for-each.ahead @observed @program @since-5.13
  Rule: A walk sees what its callback changed ahead of it
    Source: kernel/bpf/arraymap.c, bpf_for_each_array_elem

    Scenario Outline: 1000 added to each next element of <type> is seen by the next call
      Given <type> of 5 elements of 8 bytes
      And every element of the map holds its own index
      When a program adds 1000 ahead in a walk of the map
      Then it reports:
        | returned | 5                                                                                                     |
        | keys     | 0 1 2 3 4                                                                                             |
        | values   | the number 0, the number 1001, the number 1002, the number 1003, the number 1004 |
      And a program sees the number 0 at index 0
      And a program sees the number 1004 at index 4

      Examples:
        | type         |
        | an array map |

    Scenario: a map of one element has nothing ahead
      Given an array map of 1 element of 8 bytes
      And every element of the map holds its own pattern
      When a program adds 1000 ahead in a walk of the map
      Then it reports:
        | returned | 1 |
        | keys     | 0 |
      And nothing has changed

    @percpu
    Scenario: on a per-CPU map the running CPU's slots ahead are seen changed, and no other
      Given a per-CPU array map of 2 elements of 8 bytes
      And user space updates index 1 to the number 7
      When a program on CPU 0 adds 1000 ahead in a walk of the map
      Then it reports:
        | returned | 2   |
        | keys     | 0 1 |
      And user space sees the number 1007 on CPU 0 and the number 7 elsewhere at index 1
      And user space sees zeros at index 0
      And nothing has changed

  @rule:program.for-each.result @observed @program @since-5.13
  Rule: A callback returns 0 or 1, or the program does not load
    Source: kernel/bpf/verifier.c, prepare_func_exit

    Scenario Outline: on <type>, <result> is refused with EINVAL, 0 and 1 are not
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that returns <result> from a callback in the map is loaded
      Then it is refused with EINVAL
      When a program that returns 0 from a callback in the map is loaded
      Then it succeeds
      When a program that returns 1 from a callback in the map is loaded
      Then it succeeds
      And nothing has changed

      Examples:
        | type         | result |
        | an array map | 2      |
        | an array map | -1     |

      @percpu
      Examples:
        | type            | result |
        | a per-CPU array map | 2      |

  @rule:program.for-each.arguments @observed @program @since-5.13
  Rule: A callback reads four bytes of key and value_size bytes of value, and writes the value alone
    Source: kernel/bpf/verifier.c, set_map_elem_callback_state

    Scenario Outline: a program that <code> in <type> is refused with EACCES
      Given <type> of 4 elements of 12 bytes
      And every element of the map holds its own pattern
      When a program that <code> in the map is loaded
      Then it is refused with EACCES
      When a program that stores at byte 11 of the value of a callback in the map is loaded
      Then it succeeds
      And nothing has changed

      Examples:
        | type         | code                                          |
        | an array map | stores to the key of a callback               |
        | an array map | loads eight bytes of the key of a callback    |
        | an array map | stores at byte 12 of the value of a callback  |
        | an array map | stores at byte -1 of the value of a callback  |

      @percpu
      Examples:
        | type            | code                                          |
        | a per-CPU array map | stores to the key of a callback               |
        | a per-CPU array map | loads eight bytes of the key of a callback    |
        | a per-CPU array map | stores at byte 12 of the value of a callback  |

    @needs:access @since-5.2
    Scenario: the callback stores to no map that is read-only for programs
      Given an array map of 4 elements of 8 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When a program that stores at byte 0 of the value of a callback in the map is loaded
      Then it is refused with EACCES
      When a program that returns 0 from a callback in the map is loaded
      Then it succeeds
      And nothing has changed

  @rule:lock.program.balanced @observed @array @program @needs:lock @since-5.1
  Rule: A program that holds a lock releases it before it ends, calls a helper or takes one
    Source: kernel/bpf/verifier.c, process_spin_lock

    Scenario Outline: a program that <code> is refused with EINVAL
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 3  |
        | bpf_spin_lock | 8  |
      And user space updates index 1 to bytes 01020304050607080000000091929394
      When a program that <code> in the map is loaded
      Then it is refused with EINVAL
      When a program that takes the lock at byte 8 in the map is loaded
      Then it succeeds
      And user space sees bytes 01020304050607080000000091929394 at index 1
      And nothing has changed

      Examples:
        | code                                |
        | takes the lock twice                |
        | releases the lock that it does not hold |
        | calls a helper under the lock       |
        | ends under the lock                 |
        | takes the lock at byte 0            |
        | takes the lock at byte 4            |
        | takes the lock at byte 12           |

  @rule:lock.program.type @observed @array @program @needs:lock @since-5.1
  Rule: A socket filter cannot use a map whose values hold a lock
    Source: kernel/bpf/verifier.c, check_map_prog_compatibility

    Scenario: a look-up, an update and the lock are refused to a socket filter with EINVAL
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 3  |
        | bpf_spin_lock | 0  |
      And an array map of 4 elements of 16 bytes as map B
      When a socket filter locates index 1
      Then it is refused with EINVAL
      When a socket filter updates index 1 to bytes 00000000111111112222222233333333
      Then it is refused with EINVAL
      When a socket filter updates index 1 to bytes 00000000111111112222222233333333 under its spin lock
      Then it is refused with EINVAL
      When a program updates index 1 to bytes 00000000111111112222222233333333 under its spin lock
      Then it succeeds
      When a socket filter updates index 1 of map B to pattern 5
      Then it succeeds
      And user space sees pattern 5 at index 1 of map B
      And user space sees bytes 00000000111111112222222233333333 at index 1
      And nothing else has changed

  @rule:program.type @observed @program
  Rule: A socket filter uses array maps as any program does
    Source: kernel/bpf/verifier.c, check_map_prog_compatibility

    Scenario Outline: a socket filter updates and loads elements of <type>
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a socket filter stores the number 9 into index 1
      Then it succeeds
      When a socket filter loads index 1
      Then it gives the number 9
      When a socket filter updates index 4 to pattern 5
      Then it is refused with E2BIG
      When a socket filter looks up index 4
      Then it finds no value
      And a program loads index 1
      And it gives the number 9
      And nothing else has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type            |
        | a per-CPU array map |
