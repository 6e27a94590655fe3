Feature: What a verifier says of programs with array maps

  Programs that are loaded and never reach the code that is judged. Each scenario also has a program
  that must load, or one that must not.

  @rule:program.verify.null-check @documented @program
  Rule: What a look-up returned is compared with NULL before it is used
    Source: map_array.rst, the kernel BPF example
    Note: Since 6.14 the check may be left out for a constant key in range; see program.verify.null-check.constant.

    Scenario Outline: without the check a program on <type> does not load
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that loads an unknown key unchecked in the map is loaded
      Then it is refused
      When a program loads index 3 at byte 0, 1 wide
      Then it succeeds
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type            |
        | a per-CPU array map |

    @array
    Scenario Outline: key <key> of 4 is not there, and what the look-up returned needs the check
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that loads key <key> unchecked in the map is loaded
      Then it is refused
      When a program loads index 3 at byte 0, 1 wide
      Then it succeeds
      And nothing has changed

      Examples:
        | key        |
        | 4          |
        | 5          |
        | -1         |
        | 2147483647 |

  @rule:program.verify.null-check.errno @observed @program
  Rule: The errno of a missing check for NULL is EACCES
    Source: kernel/bpf/verifier.c, check_mem_access

    Scenario Outline: on <type>, <code> without a check gives EACCES
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that <code> in the map is loaded
      Then it is refused with EACCES
      When a program loads index 3 at byte 0, 1 wide
      Then it succeeds
      And nothing has changed

      Examples:
        | type         | code                           |
        | an array map | loads an unknown key unchecked |
        | an array map | loads key 4 unchecked          |
        | an array map | loads key -1 unchecked         |

      @percpu
      Examples:
        | type            | code                           |
        | a per-CPU array map | loads an unknown key unchecked |
        | a per-CPU array map | loads key 4 unchecked          |

  @rule:program.verify.early-arithmetic @observed @program
  Rule: Nothing is added to what a look-up returned before it is compared with NULL
    Source: kernel/bpf/verifier.c, adjust_ptr_min_max_vals

    Scenario Outline: adding <addend> before the check gives EACCES on <type>
      Given <type> of 4 elements of 16 bytes
      And every element of the map holds its own pattern
      When a program that adds <addend> before the check in the map is loaded
      Then it is refused with EACCES
      When a program loads index 3 at byte 8, 8 wide
      Then it succeeds
      And nothing has changed

      Examples:
        | type         | addend |
        | an array map | 8      |
        | an array map | -16    |
        | an array map | 1      |

      @percpu
      Examples:
        | type            | addend |
        | a per-CPU array map | 8      |

  @rule:program.verify.null-check.constant @observed @program @since-6.14
  Rule: The check for NULL may be left out where the key is a constant below max_entries
    Source: kernel/bpf/verifier.c, get_constant_map_key

    Scenario Outline: of <entries> elements of <type>, key <key> needs no check and key <other> does
      Given <type> of <entries> elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that loads key <key> unchecked in the map is loaded
      Then it succeeds
      When a program that loads key <other> unchecked in the map is loaded
      Then it is refused with EACCES
      And nothing has changed

      Examples:
        | type         | entries | key | other |
        | an array map | 4       | 0   | 4     |
        | an array map | 4       | 3   | -1    |
        | an array map | 1       | 0   | 1     |
        | an array map | 257     | 256 | 257   |

      @percpu
      Examples:
        | type            | entries | key | other |
        | a per-CPU array map | 4       | 0   | 4     |
        | a per-CPU array map | 4       | 3   | -1    |

  @rule:program.verify.null-check.constant-form @observed @program @since-6.14
  Rule: A key is a known constant where four bytes at a multiple of eight were stored, or zeros elsewhere
    Source: kernel/bpf/verifier.c, get_constant_map_key

    Scenario Outline: on <type>, a program that <code> is refused
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that <code> in the map is loaded
      Then it is refused with EACCES
      When a program that loads key 3 unchecked in the map is loaded
      Then it succeeds
      When a program that loads key 0, not at a multiple of eight, unchecked in the map is loaded
      Then it succeeds
      And nothing has changed

      Examples:
        | type         | code                                                |
        | an array map | loads key 3, not at a multiple of eight, unchecked  |
        | an array map | loads key 1, not at a multiple of eight, unchecked  |
        | an array map | loads key 3, written as eight bytes, unchecked      |

      @percpu
      Examples:
        | type            | code                                               |
        | a per-CPU array map | loads key 3, not at a multiple of eight, unchecked |
        | a per-CPU array map | loads key 3, written as eight bytes, unchecked     |

  @rule:program.verify.null-check.percpu-lookup @observed @percpu @program @since-6.14
  Rule: The lookup of a CPU's slot needs the check for NULL whatever the key is
    Source: kernel/bpf/verifier.c, check_helper_call

    Scenario: the constant 0 in range needs the check, for the slot of a CPU
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that loads key 0 of a CPU unchecked in the map is loaded
      Then it is refused with EACCES
      When a program that loads key 0 unchecked in the map is loaded
      Then it succeeds
      And nothing has changed

  @rule:program.verify.null-check.inner-map @observed @array @program @since-6.14
  Rule: Of a map created with BPF_F_INNER_MAP no element is known to be there
    Source: kernel/bpf/verifier.c, can_elide_value_nullness
    Note: Linux took such programs in 6.14 to 6.17 and in the first releases of 6.18 to 7.1.

    Scenario: the constant 0 in range needs the check
      Given an array map of 4 elements of 8 bytes with BPF_F_INNER_MAP
      And every element of the map holds its own pattern
      When a program that loads key 0 unchecked in the map is loaded
      Then it is refused with EACCES
      When a program that loads key 3 unchecked in the map is loaded
      Then it is refused with EACCES
      When a program loads index 0
      Then it succeeds
      And nothing has changed

  @rule:program.verify.variable-offset @observed @program @since-4.9
  Rule: An offset that only the run knows has bounds that keep the access inside the value
    Source: kernel/bpf/verifier.c, check_mem_region_access

    Scenario Outline: in <size> bytes of <type>, an offset of at most <mask> loads and of at most <more> does not
      Given <type> of 4 elements of <size> bytes
      And every element of the map holds its own pattern
      When a program that loads at an offset masked with <mask> in the map is loaded
      Then it succeeds
      When a program that loads at an offset masked with <more> in the map is loaded
      Then it is refused with EACCES
      When a program that loads at an unbounded offset in the map is loaded
      Then it is refused with EACCES
      When a program that loads at an offset that may be negative in the map is loaded
      Then it is refused with EACCES
      And nothing has changed

      Examples:
        | type         | size | mask | more       |
        | an array map | 8    | 7    | 15         |
        | an array map | 12   | 7    | 15         |
        | an array map | 1    | 0    | 1          |
        | an array map | 64   | 63   | 2147483647 |

      @percpu
      Examples:
        | type            | size | mask | more |
        | a per-CPU array map | 8    | 7    | 15   |
        | a per-CPU array map | 12   | 7    | 15   |

  @rule:program.verify.strict-alignment @observed @program @since-4.12
  Rule: Under BPF_F_STRICT_ALIGNMENT a load or store of a value is aligned to its own size
    Source: kernel/bpf/verifier.c, check_ptr_alignment

    Scenario Outline: on <type>, <width> bytes at byte <offset> of a value
      Given <type> of 4 elements of 16 bytes
      And every element of the map holds its own pattern
      When a strictly aligned program loads index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a strictly aligned program stores the number 7 into index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a strictly aligned program loads index 1 at byte <aligned>, <width> wide
      Then it succeeds
      And nothing has changed

      Examples:
        | type         | width | offset | aligned |
        | an array map | 8     | 4      | 8       |
        | an array map | 8     | 1      | 0       |
        | an array map | 4     | 2      | 12      |
        | an array map | 2     | 1      | 14      |

      @percpu
      Examples:
        | type            | width | offset | aligned |
        | a per-CPU array map | 8     | 4      | 8       |
        | a per-CPU array map | 4     | 1      | 4       |

    Scenario: without the flag the same accesses load
      Given an array map of 4 elements of 16 bytes
      And every element of the map holds its own pattern
      When a strictly aligned program stores the number 7 into index 1 at byte 4, 8 wide
      Then it is refused with EACCES
      When a program stores the number 7 into index 1 at byte 4, 8 wide
      Then it succeeds
      When a program loads index 1 at byte 4, 8 wide
      Then it gives the number 7
      And nothing else has changed

  @rule:program.verify.key-memory @manual @program @since-4.18
  Rule: The key of a look-up is where four bytes can be read, on the stack or in an element
    Source: bpf(2), BPF_MAP_LOOKUP_ELEM

    Scenario Outline: on <type> an element of 4 bytes or more holds a key, a number is no address
      Given <type> of 4 elements of 4 bytes
      And <type> of 4 elements of 3 bytes as map B
      And every element of the map holds its own pattern
      When a program that looks up a key that lies in an element in the map is loaded
      Then it succeeds
      When a program that looks up a key that lies in an element in map B is loaded
      Then it is refused with EACCES
      When a program that looks up a number as the address of a key in the map is loaded
      Then it is refused with EACCES
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type            |
        | a per-CPU array map |

  @rule:program.verify.uninitialised-key @observed @program @since-6.3
  Rule: To a program of a caller with CAP_PERFMON a key may be stack that was never written
    Source: kernel/bpf/verifier.c, check_stack_range_initialized

    Scenario Outline: on <type> such a program loads
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that looks up an uninitialised key in the map is loaded
      Then it succeeds
      When a program that looks up a number as the address of a key in the map is loaded
      Then it is refused with EACCES
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type            |
        | a per-CPU array map |

  @rule:program.verify.stored-address @observed @program
  Rule: A program of a caller with CAP_PERFMON may store an address where eight bytes of a value are
    Source: kernel/bpf/verifier.c, check_mem_access

    Scenario Outline: <type> takes an address into 8 bytes and not into 4
      Given <type> of 4 elements of 8 bytes
      And <type> of 4 elements of 4 bytes as map B
      And every element of the map holds its own pattern
      When a program that stores an address in the map is loaded
      Then it succeeds
      When a program that stores an address in map B is loaded
      Then it is refused with EACCES
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type            |
        | a per-CPU array map |

  @rule:program.verify.direct @manual @array @program @since-5.2
  Rule: A program can have an address in the one element of an array map without a look-up
    Source: include/uapi/linux/bpf.h, BPF_PSEUDO_MAP_VALUE

    Scenario Outline: byte <address> and <offset> on is byte <byte> of the element
      Given an array map of 1 element of 16 bytes
      And user space updates index 0 to bytes 101112131415161718191a1b1c1d1e1f
      When a program loads index 0 at byte <offset>, 1 wide from the address of byte <address>
      Then it gives the number <value>
      When user space updates index 0 to pattern 9
      Then a program sees pattern 9 at index 0
      And nothing else has changed

      Examples:
        | address | offset | byte | value |
        | 0       | 0      | 0    | 16    |
        | 0       | 15     | 15   | 31    |
        | 15      | 0      | 15   | 31    |
        | 8       | -8     | 0    | 16    |
        | 12      | -4     | 8    | 24    |

    Scenario Outline: byte <address> and <offset> on, <width> wide, is not in the element
      Given an array map of 1 element of 12 bytes
      And every element of the map holds its own pattern
      When a program loads index 0 at byte <offset>, <width> wide from the address of byte <address>
      Then it is refused with EACCES
      When a program loads index 0 at byte 0, 1 wide from the address of byte 11
      Then it succeeds
      And nothing has changed

      Examples:
        | address | offset | width |
        | 0       | 12     | 1     |
        | 8       | 4      | 1     |
        | 8       | -9     | 1     |
        | 8       | 0      | 8     |

  @rule:program.verify.direct.one-element @observed @array @program @since-5.2
  Rule: A map of several elements has no direct addresses, and says so with ENOTSUPP
    Source: kernel/bpf/arraymap.c, array_map_direct_value_addr

    Scenario Outline: of <entries> elements, byte <address> has no address
      Given an array map of <entries> elements of 8 bytes
      And an array map of 1 element of 8 bytes as map B
      And every element of the map holds its own pattern
      When a program loads index 0 at byte 0, 1 wide from the address of byte <address>
      Then it is refused with ENOTSUPP
      When a program loads index 0 of map B at byte 0, 1 wide from the address of byte 0
      Then it gives the number 0
      And nothing has changed

      Examples:
        | entries | address |
        | 2       | 0       |
        | 2       | 8       |
        | 257     | 0       |

  @rule:program.verify.direct.percpu @observed @percpu @program @since-5.2 @until-7.2
  Rule: A per-CPU array map has no direct addresses, and says so with EINVAL
    Source: kernel/bpf/verifier.c, resolve_pseudo_ldimm64

    Scenario Outline: of <entries> elements none has one
      Given a per-CPU array map of <entries> elements of 8 bytes
      And an array map of 1 element of 8 bytes as map B
      And every element of the map holds its own pattern
      When a program loads index 0 at byte 0, 1 wide from the address of byte 0
      Then it is refused with EINVAL
      When a program loads index 0 of map B at byte 0, 1 wide from the address of byte 0
      Then it gives the number 0
      And nothing has changed

      Examples:
        | entries |
        | 1       |
        | 4       |

  @rule:program.verify.direct.offset @observed @array @program @since-5.2
  Rule: A direct address lies below value_size, and 2^29 is refused before the map is asked
    Source: kernel/bpf/verifier.c, resolve_pseudo_ldimm64

    Scenario Outline: of 12 bytes byte <address> has no address
      Given an array map of 1 element of 12 bytes
      And every element of the map holds its own pattern
      When a program loads index 0 at byte 0, 1 wide from the address of byte <address>
      Then it is refused with EINVAL
      When a program loads index 0 at byte 0, 1 wide from the address of byte 11
      Then it succeeds
      And nothing has changed

      Examples:
        | address    |
        | 12         |
        | 15         |
        | 16         |
        | 536870912  |
        | 4294967295 |

    @until-6.19
    Scenario: of a map of two elements 2^29 is refused with EINVAL and 12 with ENOTSUPP
      Given an array map of 2 elements of 12 bytes
      And every element of the map holds its own pattern
      When a program loads index 0 at byte 0, 1 wide from the address of byte 536870912
      Then it is refused with EINVAL
      When a program loads index 0 at byte 0, 1 wide from the address of byte 12
      Then it is refused with ENOTSUPP
      And nothing has changed

  @rule:program.verify.reference @observed @program
  Rule: A reference to a map has no offset
    Source: kernel/bpf/verifier.c, resolve_pseudo_ldimm64

    Scenario Outline: on <type> an offset of <offset> is refused with EINVAL, one of 0 is none
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that refers to an offset of <offset> in the map is loaded
      Then it is refused with EINVAL
      When a program that refers to an offset of 0 in the map is loaded
      Then it succeeds
      And nothing has changed

      Examples:
        | type         | offset |
        | an array map | 1      |
        | an array map | 8      |
        | an array map | -2     |

      @percpu
      Examples:
        | type            | offset |
        | a per-CPU array map | 8      |

    Scenario: a closed map is refused with EBADF, with an offset with EINVAL
      Given an array map of 4 elements of 8 bytes
      And an array map of 4 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      When user space closes map B
      And a program that refers to an offset of 0 in map B is loaded
      Then it is refused with EBADF
      When a program that refers to an offset of 8 in map B is loaded
      Then it is refused with EINVAL
      And nothing has changed

  @rule:program.verify.many-maps @observed @program
  Rule: A program refers to 64 maps at most
    Source: kernel/bpf/verifier.c, add_used_map

    Scenario Outline: with <type> 64 maps load and 65 are refused with E2BIG
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that refers to 64 maps in the map is loaded
      Then it succeeds
      When a program that refers to 65 maps in the map is loaded
      Then it is refused with E2BIG
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type            |
        | a per-CPU array map |

  @rule:program.verify.map-field @observed @program @needs:iterator @since-5.9
  Rule: A program may load the fields of the kernel's own structure of a map, and store to none
    Source: kernel/bpf/verifier.c, check_ptr_to_map_access

    Scenario Outline: the first field of <type>
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that loads a field of the map itself in the map is loaded
      Then it succeeds
      When a program that stores to a field of the map itself in the map is loaded
      Then it is refused with EACCES
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:program.sleepable @observed @program @since-5.14
  Rule: Programs that may sleep use array maps as others do
    Source: kernel/bpf/verifier.c, check_map_prog_compatibility

    Scenario Outline: a sleepable program reads, stores and deletes in <type>
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a sleepable program updates index 1 to pattern 60
      Then it succeeds
      And a program sees pattern 60 at index 1
      When a sleepable program stores the number 60 into index 1
      And a sleepable program atomically adds 3 to index 1
      And a sleepable program loads index 1
      Then it gives the number 63
      When a sleepable program deletes index 1
      Then it is refused with EINVAL
      When a sleepable program looks up index 4
      Then it finds no value
      And nothing else has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    @needs:lock @since-6.7
    Scenario: a sleepable program updates an element around its lock
      Given an array map of 4 elements of 8 bytes as map B
      And every element of map B holds its own pattern
      When the map is created with:
        | value_size    | 12 |
        | bpf_spin_lock | 8  |
      Then it succeeds
      When a sleepable program updates index 1 to bytes 606162636465666768696a6b
      Then it succeeds
      And user space sees bytes 606162636465666700000000 at index 1
      And nothing else has changed

    @needs:lock @until-6.7
    Scenario: a sleepable program does not load with a map that has a lock
      Given an array map of 4 elements of 8 bytes as map B
      And every element of map B holds its own pattern
      When the map is created with:
        | value_size    | 12 |
        | bpf_spin_lock | 8  |
      Then it succeeds
      When a sleepable program updates index 1 to bytes 606162636465666768696a6b
      Then it is refused with EINVAL
      And nothing has changed

  @rule:program.verify.other-helpers @observed @program @since-4.20
  Rule: Push, pop, peek and tail call are refused on array maps
    Source: kernel/bpf/verifier.c, check_map_func_compatibility

    Scenario Outline: a program that <code> in <type> is refused with EINVAL
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When a program that <code> in the map is loaded
      Then it is refused with EINVAL
      When a program that looks up a key that lies in an element in the map is loaded
      Then it succeeds
      And nothing has changed

      Examples:
        | type         | code             |
        | an array map | pushes a value   |
        | an array map | pops a value     |
        | an array map | peeks at a value |
        | an array map | tail-calls       |

      @percpu
      Examples:
        | type            | code             |
        | a per-CPU array map | pushes a value   |
        | a per-CPU array map | pops a value     |
        | a per-CPU array map | peeks at a value |
        | a per-CPU array map | tail-calls       |
