Feature: Spin locks in values

  Values with a struct bpf_spin_lock: what BPF_F_LOCK does with them, and what a lock rules out.

  @rule:lock.offset @observed @array @needs:lock @since-5.1
  Rule: A lock lies inside the value at a multiple of 4 bytes, and the bytes around it are the value's own
    Source: kernel/bpf/btf.c, btf_parse_fields

    Scenario Outline: a lock at byte <offset> of <size> is accepted and shows as zeros
      Given an array map of 4 elements of 8 bytes as map B
      And every element of map B holds its own pattern
      When the map is created with:
        | value_size    | <size>   |
        | max_entries   | 2        |
        | bpf_spin_lock | <offset> |
      Then it succeeds
      When user space updates index 1 to bytes <given> with BPF_F_LOCK
      Then it succeeds
      And user space sees bytes <seen> at index 1
      And nothing has changed

      Examples:
        | offset | size | given                            | seen                             |
        | 0      | 5    | ffffffff99                       | 0000000099                       |
        | 0      | 8    | ffffffff99a1a2a3                 | 0000000099a1a2a3                 |
        | 4      | 8    | 91929394ffffffff                 | 9192939400000000                 |
        | 4      | 16   | 91929394ffffffffa1a2a3a4b1b2b3b4 | 9192939400000000a1a2a3a4b1b2b3b4 |
        | 8      | 12   | 9192939495969798ffffffff         | 919293949596979800000000         |
        | 8      | 16   | 9192939495969798ffffffffb1b2b3b4 | 919293949596979800000000b1b2b3b4 |
        | 12     | 16   | 9192939495969798a1a2a3a4ffffffff | 9192939495969798a1a2a3a400000000 |

    Scenario: a value that is nothing but a lock always reads as zero
      Given an array map of 4 elements of 8 bytes as map B
      And every element of map B holds its own pattern
      When the map is created with:
        | value_size    | 4 |
        | bpf_spin_lock | 0 |
      Then it succeeds
      When user space updates index 3 to bytes ffffffff
      Then it succeeds
      And user space sees zeros at index 3
      When user space updates index 3 to bytes ffffffff with BPF_F_LOCK
      Then it succeeds
      And nothing has changed

    @since-6.2
    Scenario Outline: a lock at byte <offset> of <size> is misaligned and refused with EFAULT
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | value_size    | <size>   |
        | bpf_spin_lock | <offset> |
      Then it is refused with EFAULT
      And nothing has changed

      Examples:
        | offset | size |
        | 1      | 5    |
        | 2      | 16   |
        | 6      | 16   |
        | 11     | 16   |

    @until-6.2
    Scenario Outline: what would be a misaligned lock at byte <offset> of 16 is none
      Given an array map of 4 elements of 8 bytes as map B
      And every element of map B holds its own pattern
      When the map is created with:
        | value_size    | 16       |
        | bpf_spin_lock | <offset> |
      Then it succeeds
      When user space updates index 3 to pattern 60
      Then it succeeds
      And user space sees pattern 60 at index 3
      When user space updates index 3 to pattern 70 with BPF_F_LOCK
      Then it is refused with EINVAL
      And nothing else has changed

      Examples:
        | offset |
        | 2      |
        | 6      |
        | 11     |

    Scenario Outline: a lock at byte <offset> of <size> goes beyond the value and is refused with EINVAL
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | value_size    | <size>   |
        | bpf_spin_lock | <offset> |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | offset | size |
        | 0      | 1    |
        | 0      | 3    |
        | 4      | 4    |
        | 4      | 6    |
        | 8      | 8    |
        | 2      | 5    |
        | 13     | 16   |
        | 16     | 16   |
        | 4096   | 16   |

  @rule:lock.hidden @manual @array @needs:lock @since-5.1
  Rule: A lookup gives zeros in place of the lock, with BPF_F_LOCK and without
    Source: include/uapi/linux/bpf.h, BPF_MAP_LOOKUP_ELEM

    Background:
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 3  |
        | bpf_spin_lock | 4  |
      And user space updates index 0 to bytes 010203040000000005060708090a0b0c
      And user space updates index 1 to bytes 111213140000000015161718191a1b1c
      And user space updates index 2 to bytes 212223240000000025262728292a2b2c
      And user space sees bytes 010203040000000005060708090a0b0c at index 0
      And user space sees bytes 111213140000000015161718191a1b1c at index 1
      And user space sees bytes 212223240000000025262728292a2b2c at index 2

    Scenario Outline: bytes given in place of the lock with <flags> never come back
      When user space updates index 1 to bytes 31323334ffffffff35363738393a3b3c with <flags>
      Then it succeeds
      When user space looks up index 1
      Then it finds bytes 313233340000000035363738393a3b3c
      When user space looks up index 1 with BPF_F_LOCK
      Then it finds bytes 313233340000000035363738393a3b3c
      And nothing else has changed

      Examples:
        | flags                 |
        | BPF_ANY               |
        | BPF_F_LOCK            |
        | BPF_F_LOCK\|BPF_EXIST |

    @needs:batch @since-5.6
    Scenario Outline: a batch lookup with <flags> gives zeros there too
      When user space looks up a batch of 3 elements after the start with <flags>
      Then it reports:
        | errno  | none                                                                                                                    |
        | count  | 3                                                                                                                       |
        | keys   | 0 1 2                                                                                                                   |
        | values | bytes 010203040000000005060708090a0b0c, bytes 111213140000000015161718191a1b1c, bytes 212223240000000025262728292a2b2c |
      When user space updates index 0 to bytes 01020304ffffffff05060708090a0b0c
      And user space looks up a batch of 1 elements after the start with <flags>
      Then it reports:
        | count  | 1                                      |
        | values | bytes 010203040000000005060708090a0b0c |
      And nothing has changed

      Examples:
        | flags      |
        | BPF_ANY    |
        | BPF_F_LOCK |

  @rule:lock.kept @observed @array @needs:lock @since-5.1
  Rule: An update leaves the lock itself alone, whatever stands in its place
    Source: include/linux/bpf.h, bpf_obj_memcpy

    Background:
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 3  |
        | bpf_spin_lock | 4  |
      And user space updates index 0 to bytes 010203040000000005060708090a0b0c
      And user space updates index 1 to bytes 111213140000000015161718191a1b1c
      And user space updates index 2 to bytes 212223240000000025262728292a2b2c
      And user space sees bytes 010203040000000005060708090a0b0c at index 0
      And user space sees bytes 111213140000000015161718191a1b1c at index 1
      And user space sees bytes 212223240000000025262728292a2b2c at index 2

    Scenario: the lock is still free after updates that would have taken it
      When user space updates index 1 to bytes 31323334ffffffff35363738393a3b3c
      And user space updates index 1 to bytes 41424344ffffffff45464748494a4b4c with BPF_F_LOCK
      Then it succeeds
      When user space updates index 1 to bytes 51525354ffffffff55565758595a5b5c with BPF_F_LOCK
      Then it succeeds
      And user space sees bytes 515253540000000055565758595a5b5c at index 1
      And nothing has changed

    @program
    Scenario: a program still gets the lock after user space and programs wrote over its place
      When user space updates index 1 to bytes 31323334ffffffff35363738393a3b3c
      And a program updates index 1 to bytes 41424344ffffffff45464748494a4b4c
      Then it succeeds
      And user space sees bytes 414243440000000045464748494a4b4c at index 1
      When a program on every CPU updates index 1 to bytes 51525354ffffffff55565758595a5b5c under its spin lock
      Then it succeeds
      And user space sees bytes 515253540000000055565758595a5b5c at index 1
      When user space looks up index 1 with BPF_F_LOCK
      Then it finds bytes 515253540000000055565758595a5b5c
      And nothing has changed

  @rule:lock.update.flags @observed @array @needs:lock @since-5.1
  Rule: Where there is a lock, BPF_F_LOCK joins BPF_ANY and BPF_EXIST, and the rest is refused as without it
    Source: kernel/bpf/arraymap.c, array_map_update_elem

    Background:
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 3  |
        | bpf_spin_lock | 4  |
      And user space updates index 0 to bytes 010203040000000005060708090a0b0c
      And user space updates index 1 to bytes 111213140000000015161718191a1b1c
      And user space updates index 2 to bytes 212223240000000025262728292a2b2c
      And user space sees bytes 010203040000000005060708090a0b0c at index 0
      And user space sees bytes 111213140000000015161718191a1b1c at index 1
      And user space sees bytes 212223240000000025262728292a2b2c at index 2

    Scenario Outline: user space updates with flags <flags>
      When user space updates index 1 to bytes 313233340000000035363738393a3b3c with <flags>
      Then it succeeds
      And user space sees bytes 313233340000000035363738393a3b3c at index 1
      And nothing has changed

      Examples:
        | flags |
        | 0     |
        | 2     |
        | 4     |
        | 6     |

    Scenario Outline: user space is refused with <errno> for flags <flags> at index <index>
      When user space updates index <index> to bytes 313233340000000035363738393a3b3c with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | index      | flags       | errno  |
        | 1          | 1           | EEXIST |
        | 1          | 5           | EEXIST |
        | 1          | 3           | EINVAL |
        | 1          | 7           | EINVAL |
        | 1          | 12          | EINVAL |
        | 1          | 0x100000004 | EINVAL |
        | 3          | 4           | E2BIG  |
        | 3          | 5           | E2BIG  |
        | 0xffffffff | 6           | E2BIG  |
        | 3          | 7           | EINVAL |

    @program
    Scenario Outline: a program updates with flags <flags>
      When a program updates index 1 to bytes 31323334ffffffff35363738393a3b3c with <flags>
      Then it succeeds
      And user space sees bytes 313233340000000035363738393a3b3c at index 1
      And nothing has changed

      Examples:
        | flags |
        | 0     |
        | 2     |
        | 4     |
        | 6     |

    @program
    Scenario Outline: a program is refused with <errno> for flags <flags> at index <index>
      When a program updates index <index> to bytes 313233340000000035363738393a3b3c with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | index      | flags       | errno  |
        | 1          | 1           | EEXIST |
        | 1          | 5           | EEXIST |
        | 1          | 3           | EINVAL |
        | 1          | 7           | EINVAL |
        | 1          | 12          | EINVAL |
        | 1          | 0x100000004 | EINVAL |
        | 3          | 4           | E2BIG  |
        | 3          | 5           | E2BIG  |
        | 0x80000000 | 6           | E2BIG  |
        | 3          | 7           | EINVAL |

  @rule:lock.lookup.flags @observed @array @needs:lock @since-5.1
  Rule: A lookup of a value with a lock takes BPF_F_LOCK or nothing
    Source: kernel/bpf/syscall.c, map_lookup_elem

    Background:
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 3  |
        | bpf_spin_lock | 4  |
      And user space updates index 0 to bytes 010203040000000005060708090a0b0c
      And user space updates index 1 to bytes 111213140000000015161718191a1b1c
      And user space updates index 2 to bytes 212223240000000025262728292a2b2c
      And user space sees bytes 010203040000000005060708090a0b0c at index 0
      And user space sees bytes 111213140000000015161718191a1b1c at index 1
      And user space sees bytes 212223240000000025262728292a2b2c at index 2

    Scenario Outline: flags <flags> at index 2 are taken
      When user space looks up index 2 with <flags>
      Then it finds bytes 212223240000000025262728292a2b2c
      And nothing has changed

      Examples:
        | flags |
        | 0     |
        | 4     |

    Scenario Outline: flags <flags> at index <index> are refused with <errno>
      When user space looks up index <index> with <flags>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | index      | flags | errno  |
        | 2          | 1     | EINVAL |
        | 2          | 2     | EINVAL |
        | 2          | 5     | EINVAL |
        | 2          | 6     | EINVAL |
        | 2          | 12    | EINVAL |
        | 3          | 4     | ENOENT |
        | 0xffffffff | 4     | ENOENT |
        | 3          | 5     | EINVAL |

  @rule:lock.optional @observed @array @needs:lock @since-5.1
  Rule: Nobody has to take the lock to reach the rest of the value
    Source: kernel/bpf/syscall.c, map_lookup_elem and map_update_elem
    Note: The uapi comment says that BPF_F_LOCK has to be given; nothing holds a caller to it.

    Background:
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 3  |
        | bpf_spin_lock | 4  |
      And user space updates index 0 to bytes 010203040000000005060708090a0b0c
      And user space updates index 1 to bytes 111213140000000015161718191a1b1c
      And user space updates index 2 to bytes 212223240000000025262728292a2b2c
      And user space sees bytes 010203040000000005060708090a0b0c at index 0
      And user space sees bytes 111213140000000015161718191a1b1c at index 1
      And user space sees bytes 212223240000000025262728292a2b2c at index 2

    Scenario: user space works without BPF_F_LOCK
      When user space updates index 1 to bytes 313233340000000035363738393a3b3c
      Then it succeeds
      When user space looks up index 1
      Then it finds bytes 313233340000000035363738393a3b3c
      When user space asks for the key after index 1
      Then it finds index 2
      And nothing else has changed

    @program
    Scenario Outline: a program stores <width> bytes at byte <offset> without taking the lock
      When a program stores the number 0 into index 1 at byte <offset>, <width> wide
      Then it succeeds
      When a program loads index 1 at byte <offset>, <width> wide
      Then it gives the number 0
      And user space sees bytes <value> at index 1
      And nothing has changed

      Examples:
        | offset | width | value                            |
        | 0      | 4     | 000000000000000015161718191a1b1c |
        | 3      | 1     | 111213000000000015161718191a1b1c |
        | 8      | 1     | 111213140000000000161718191a1b1c |
        | 8      | 8     | 11121314000000000000000000000000 |

    @program @since-5.12
    Scenario: a program adds beside the lock without taking it
      When a program atomically adds 0 to index 1 at byte 0, 4 wide
      Then it succeeds
      When user space updates index 1 to bytes ffffffff00000000ffffffff191a1b1c
      And a program atomically adds 1 to index 1 at byte 8, 4 wide
      Then it gives the number 4294967295
      And user space sees bytes ffffffff0000000000000000191a1b1c at index 1
      And nothing has changed

  @rule:lock.program.field @observed @array @program @needs:lock @since-5.1
  Rule: A program that loads, stores or adds where the lock lies does not load
    Source: kernel/bpf/verifier.c, check_map_access

    Background:
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 3  |
        | bpf_spin_lock | 4  |
      And user space updates index 0 to bytes 010203040000000005060708090a0b0c
      And user space updates index 1 to bytes 111213140000000015161718191a1b1c
      And user space updates index 2 to bytes 212223240000000025262728292a2b2c
      And user space sees bytes 010203040000000005060708090a0b0c at index 0
      And user space sees bytes 111213140000000015161718191a1b1c at index 1
      And user space sees bytes 212223240000000025262728292a2b2c at index 2

    Scenario Outline: <width> bytes at byte <offset> touch the lock and are refused with EACCES
      When a program loads index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program stores the number 9 into index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program loads index 1 at byte 3, 1 wide
      Then it gives the number 20
      And nothing has changed

      Examples:
        | offset | width |
        | 4      | 4     |
        | 4      | 1     |
        | 7      | 1     |
        | 5      | 2     |
        | 3      | 2     |
        | 7      | 2     |
        | 2      | 4     |
        | 0      | 8     |
        | 4      | 8     |
        | 1      | 8     |

    @since-5.12
    Scenario Outline: an atomic add of <width> bytes at byte <offset> is refused with EACCES
      When a program atomically adds 1 to index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program loads index 1 at byte 8, 1 wide
      Then it gives the number 21
      And nothing has changed

      Examples:
        | offset | width |
        | 4      | 4     |
        | 0      | 8     |

    Scenario: a load of the whole value is refused with EACCES
      When a program looks up index 1
      Then it is refused with EACCES
      When a program looks up index 3
      Then it is refused with EACCES
      When a program loads index 1 at byte 15, 1 wide
      Then it gives the number 28
      And nothing has changed

    @since-5.13
    Scenario: a walk that reads the lock is refused with EACCES, one that reads before it is not
      Given map B is created with:
        | value_size    | 12 |
        | max_entries   | 2  |
        | bpf_spin_lock | 8  |
      And user space updates index 0 of map B to bytes 010203040506070800000000
      And user space updates index 1 of map B to bytes 111213141516171800000000
      And user space sees bytes 010203040506070800000000 at index 0 of map B
      And user space sees bytes 111213141516171800000000 at index 1 of map B
      When a program walks the map
      Then it is refused with EACCES
      When a program walks map B
      Then it reports:
        | returned | 2                                              |
        | keys     | 0 1                                            |
        | values   | bytes 0102030405060708, bytes 1112131415161718 |
      And nothing has changed

  @rule:lock.program.take @observed @program @needs:lock @since-5.1
  Rule: A program that takes a lock loads only where the values hold one
    Source: kernel/bpf/verifier.c, process_spin_lock

    Scenario: a map without a lock has none to take
      Given an array map of 4 elements of 16 bytes
      And every element of the map holds its own pattern
      When a program updates index 1 to pattern 70 under its spin lock
      Then it is refused with EINVAL
      When a program updates index 4 to pattern 70 under its spin lock
      Then it is refused with EINVAL
      And a program sees pattern 2 at index 1
      And nothing has changed

    @percpu
    Scenario: a per-CPU map has none to take
      Given a per-CPU array map of 4 elements of 16 bytes
      And every element of the map holds its own pattern
      When a program on every CPU updates index 1 to pattern 70 under its spin lock
      Then it is refused with EINVAL
      When user space updates index 1 to patterns from 40
      Then a program on every CPU sees patterns from 40 at index 1
      And nothing else has changed

    @needs:access @since-5.2
    Scenario: a read-only map without a lock is refused for the lock, with EINVAL
      Given an array map of 4 elements of 16 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When a program updates index 1 to pattern 70 under its spin lock
      Then it is refused with EINVAL
      When a program stores the number 70 into index 1
      Then it is refused with EACCES
      And a program sees pattern 2 at index 1
      And nothing has changed

    Scenario: a closed map is refused with EBADF
      Given an array map of 4 elements of 16 bytes
      And an array map of 4 elements of 16 bytes as map B
      And every element of the map holds its own pattern
      When a program updates index 1 of map B to pattern 70 under its spin lock
      Then it is refused with EINVAL
      When user space closes map B
      And a program updates index 1 of map B to pattern 70 under its spin lock
      Then it is refused with EBADF
      And nothing has changed

    @array
    Scenario Outline: index <index> of 3 has no lock to take, and nothing is stored
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 3  |
        | bpf_spin_lock | 4  |
      When a program updates index 2 to bytes 313233340000000035363738393a3b3c under its spin lock
      Then it succeeds
      And user space sees bytes 313233340000000035363738393a3b3c at index 2
      When a program updates index <index> to bytes 414243440000000045464748494a4b4c under its spin lock
      Then it finds no value
      And nothing has changed

      Examples:
        | index      |
        | 3          |
        | 0x80000000 |
        | 0xffffffff |

    @array
    Scenario Outline: a program takes the lock at byte <offset> of 16
      Given the map is created with:
        | value_size    | 16       |
        | max_entries   | 3        |
        | bpf_spin_lock | <offset> |
      When a program on every CPU updates index 1 to bytes <given> under its spin lock
      Then it succeeds
      And user space sees bytes <seen> at index 1
      When a program updates index 0 to bytes <given> under its spin lock
      Then user space sees bytes <seen> at index 0
      And user space sees zeros at index 2
      And nothing has changed

      Examples:
        | offset | given                            | seen                             |
        | 0      | ffffffff9293949596979899a1a2a3a4 | 000000009293949596979899a1a2a3a4 |
        | 8      | 9293949596979899ffffffffa1a2a3a4 | 929394959697989900000000a1a2a3a4 |
        | 12     | 9293949596979899a1a2a3a4ffffffff | 9293949596979899a1a2a3a400000000 |

  @rule:lock.batch @observed @array @needs:lock @needs:batch @since-5.6
  Rule: Batches take BPF_F_LOCK where the values hold a lock, alone and nowhere else
    Source: kernel/bpf/syscall.c, generic_map_lookup_batch and generic_map_update_batch

    Background:
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 3  |
        | bpf_spin_lock | 4  |
      And user space updates index 0 to bytes 010203040000000005060708090a0b0c
      And user space updates index 1 to bytes 111213140000000015161718191a1b1c
      And user space updates index 2 to bytes 212223240000000025262728292a2b2c
      And user space sees bytes 010203040000000005060708090a0b0c at index 0
      And user space sees bytes 111213140000000015161718191a1b1c at index 1
      And user space sees bytes 212223240000000025262728292a2b2c at index 2

    Scenario: a batch update under the lock writes every element but its lock
      When user space updates a batch of the map with BPF_F_LOCK:
        | 0 | bytes 31323334ffffffff35363738393a3b3c |
        | 2 | bytes 41424344ffffffff45464748494a4b4c |
      Then it reports:
        | errno | none |
        | count | 2    |
      And user space sees bytes 313233340000000035363738393a3b3c at index 0
      And user space sees bytes 414243440000000045464748494a4b4c at index 2
      When user space looks up a batch of 3 elements after the start with BPF_F_LOCK
      Then it reports:
        | errno  | none                                                                                                                    |
        | count  | 3                                                                                                                       |
        | values | bytes 313233340000000035363738393a3b3c, bytes 111213140000000015161718191a1b1c, bytes 414243440000000045464748494a4b4c |
      And nothing has changed

    Scenario: a batch lookup under the lock that meets the end says so with what it has
      When user space looks up a batch of 5 elements after index 0 with BPF_F_LOCK
      Then it reports:
        | errno  | ENOENT                                                                          |
        | count  | 2                                                                               |
        | keys   | 1 2                                                                             |
        | values | bytes 111213140000000015161718191a1b1c, bytes 212223240000000025262728292a2b2c |
      And nothing has changed

    Scenario: a batch update under the lock keeps what it wrote before a missing element
      When user space updates a batch of the map with BPF_F_LOCK:
        | 0 | bytes 31323334ffffffff35363738393a3b3c |
        | 3 | bytes 41424344ffffffff45464748494a4b4c |
        | 1 | bytes 51525354ffffffff55565758595a5b5c |
      Then it reports:
        | errno | E2BIG |
        | count | 1     |
      And user space sees bytes 313233340000000035363738393a3b3c at index 0
      And user space sees bytes 111213140000000015161718191a1b1c at index 1
      And nothing has changed

    Scenario Outline: flags <flags> are refused with EINVAL
      When user space looks up a batch of 3 elements after the start with <flags>
      Then it is refused with EINVAL
      When user space updates a batch of the map with <flags>:
        | 0 | bytes 31323334ffffffff35363738393a3b3c |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | flags |
        | 1     |
        | 2     |
        | 5     |
        | 6     |
        | 12    |

    Scenario: values without a lock have none for a batch
      Given an array map of 3 elements of 16 bytes as map B
      And every element of map B holds its own pattern
      When user space looks up a batch of 3 elements after the start of map B with BPF_F_LOCK
      Then it is refused with EINVAL
      When user space updates a batch of map B with BPF_F_LOCK:
        | 0 | pattern 90 |
      Then it is refused with EINVAL
      And nothing has changed

  @rule:lock.delete @observed @array @needs:lock @since-5.1
  Rule: A lock makes no element deletable
    Source: kernel/bpf/syscall.c, map_lookup_and_delete_elem

    Background:
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 3  |
        | bpf_spin_lock | 4  |
      And user space updates index 0 to bytes 010203040000000005060708090a0b0c
      And user space updates index 1 to bytes 111213140000000015161718191a1b1c
      And user space updates index 2 to bytes 212223240000000025262728292a2b2c
      And user space sees bytes 010203040000000005060708090a0b0c at index 0
      And user space sees bytes 111213140000000015161718191a1b1c at index 1
      And user space sees bytes 212223240000000025262728292a2b2c at index 2

    Scenario: deletion is refused with EINVAL as ever
      When user space deletes index 1
      Then it is refused with EINVAL
      When user space looks up and deletes index 1
      Then it is refused with ENOTSUPP
      And nothing has changed

    @since-5.14
    Scenario: with BPF_F_LOCK it is refused with ENOTSUPP where there is a lock and EINVAL where not
      Given an array map of 3 elements of 16 bytes as map B
      And every element of map B holds its own pattern
      When user space looks up and deletes index 1 with BPF_F_LOCK
      Then it is refused with ENOTSUPP
      When user space looks up and deletes index 1 of map B with BPF_F_LOCK
      Then it is refused with EINVAL
      And nothing has changed

  @rule:lock.percpu @observed @percpu @needs:lock @since-5.1
  Rule: A per-CPU array map takes no values with a lock
    Source: kernel/bpf/syscall.c, map_check_btf

    Scenario: a lock is refused, the same value without one is not
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type      | PERCPU_ARRAY |
        | value_size    | 16           |
        | bpf_spin_lock | 4            |
      Then it is refused
      When map B is created with:
        | map_type   | PERCPU_ARRAY |
        | value_size | 16           |
      Then it succeeds
      And nothing has changed

    @since-6.2
    Scenario Outline: the errno of a lock at byte <offset> of <size> is EOPNOTSUPP
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type      | PERCPU_ARRAY |
        | value_size    | <size>       |
        | bpf_spin_lock | <offset>     |
      Then it is refused with EOPNOTSUPP
      When map B is created with:
        | value_size    | <size>   |
        | bpf_spin_lock | <offset> |
      Then it succeeds
      And nothing has changed

      Examples:
        | offset | size |
        | 0      | 4    |
        | 0      | 16   |
        | 8      | 16   |

    @needs:batch @since-5.13
    Scenario: BPF_F_LOCK is refused by batches of a per-CPU map
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space looks up a batch of 4 elements after the start with BPF_F_LOCK
      Then it is refused with EINVAL
      When user space updates a batch of the map with BPF_F_LOCK:
        | 0 | patterns from 90 |
      Then it is refused with EINVAL
      And nothing has changed

  @rule:lock.access-flags @observed @needs:lock @needs:access @since-5.2
  Rule: A map whose values hold a lock is neither read-only nor write-only for programs
    Source: kernel/bpf/syscall.c, map_check_btf

    Scenario Outline: a lock and <flag> are refused with EACCES
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | value_size    | 16     |
        | map_flags     | <flag> |
        | bpf_spin_lock | 0      |
      Then it is refused with EACCES
      When map B is created with:
        | value_size | 16     |
        | map_flags  | <flag> |
      Then it succeeds
      And nothing has changed

      Examples:
        | flag              |
        | BPF_F_RDONLY_PROG |

      @since-6.2
      Examples:
        | flag              |
        | BPF_F_WRONLY_PROG |

    @percpu
    Scenario Outline: on a per-CPU map a lock and <flag> are refused with EACCES
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type      | PERCPU_ARRAY |
        | value_size    | 16           |
        | map_flags     | <flag>       |
        | bpf_spin_lock | 0            |
      Then it is refused with EACCES
      When map B is created with:
        | map_type   | PERCPU_ARRAY |
        | value_size | 16           |
        | map_flags  | <flag>       |
      Then it succeeds
      And nothing has changed

      Examples:
        | flag              |
        | BPF_F_RDONLY_PROG |

      @since-6.2
      Examples:
        | flag              |
        | BPF_F_WRONLY_PROG |

    Scenario: a descriptor that may not write refuses BPF_F_LOCK with EPERM, and its lookups take it
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | value_size    | 16           |
        | map_flags     | BPF_F_RDONLY |
        | bpf_spin_lock | 4            |
      Then it succeeds
      When user space updates index 1 of map B to pattern 9 with BPF_F_LOCK
      Then it is refused with EPERM
      When user space looks up index 1 of map B with BPF_F_LOCK
      Then it succeeds
      And user space sees zeros at index 1 of map B
      And nothing has changed

    @program
    Scenario: the descriptor's mode does not keep a program from the lock
      When the map is created with:
        | value_size    | 16           |
        | max_entries   | 2            |
        | map_flags     | BPF_F_RDONLY |
        | bpf_spin_lock | 4            |
      Then it succeeds
      When a program updates index 1 to bytes 313233340000000035363738393a3b3c under its spin lock
      Then it succeeds
      And user space sees bytes 313233340000000035363738393a3b3c at index 1
      And user space sees zeros at index 0
      And nothing has changed
