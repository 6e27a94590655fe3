Feature: The next key

  How user space walks over the keys of a map, from none to the last.

  @rule:array.next-key.first @observed @since-4.12
  Rule: The key after none is 0
    Source: kernel/bpf/arraymap.c, bpf_array_get_next_key

    Scenario Outline: in <kind> of <entries> elements index 0 follows no key
      Given <kind> of <entries> elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after no key
      Then it finds index 0
      And nothing has changed

      Examples:
        | kind         | entries |
        | an array map | 1       |
        | an array map | 2       |
        | an array map | 257     |

      @percpu
      Examples:
        | kind                | entries |
        | a per-CPU array map | 1       |
        | a per-CPU array map | 5       |

  @rule:array.next-key.follows @manual
  Rule: The key after that of any element but the last is one more
    Source: bpf(2), BPF_MAP_GET_NEXT_KEY

    Scenario Outline: index <next> follows index <index> in <kind> of 300
      Given <kind> of 300 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after index <index>
      Then it finds index <next>
      And nothing has changed

      Examples:
        | kind         | index | next |
        | an array map | 0     | 1    |
        | an array map | 1     | 2    |
        | an array map | 127   | 128  |
        | an array map | 254   | 255  |
        | an array map | 255   | 256  |
        | an array map | 298   | 299  |

      @percpu
      Examples:
        | kind                | index | next |
        | a per-CPU array map | 0     | 1    |
        | a per-CPU array map | 255   | 256  |
        | a per-CPU array map | 298   | 299  |

  @rule:array.next-key.after-last @manual
  Rule: The key after that of the last element does not exist
    Source: bpf(2), BPF_MAP_GET_NEXT_KEY

    Scenario Outline: no key follows index <last> in <kind> of <entries>
      Given <kind> of <entries> elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after index <last>
      Then it is refused with ENOENT
      And nothing has changed

      Examples:
        | kind         | entries | last |
        | an array map | 1       | 0    |
        | an array map | 2       | 1    |
        | an array map | 5       | 4    |
        | an array map | 256     | 255  |
        | an array map | 257     | 256  |

      @percpu
      Examples:
        | kind                | entries | last |
        | a per-CPU array map | 1       | 0    |
        | a per-CPU array map | 5       | 4    |

  @rule:array.next-key.unknown @manual
  Rule: The key after one that no element has is that of the first element
    Source: bpf(2), BPF_MAP_GET_NEXT_KEY

    Scenario Outline: index 0 follows index <index> in <kind> of 5
      Given <kind> of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after index <index>
      Then it finds index 0
      When user space asks for the key after index 3
      Then it finds index 4
      And nothing has changed

      Examples:
        | kind         | index      |
        | an array map | 5          |
        | an array map | 6          |
        | an array map | 8          |
        | an array map | 0x7fffffff |
        | an array map | 0x80000000 |
        | an array map | 0xfffffffe |
        | an array map | 0xffffffff |

      @percpu
      Examples:
        | kind                | index      |
        | a per-CPU array map | 5          |
        | a per-CPU array map | 8          |
        | a per-CPU array map | 0x80000000 |
        | a per-CPU array map | 0xffffffff |

    Scenario Outline: in <kind> of one element index 0 follows every key but its own
      Given <kind> of 1 element of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after index 1
      Then it finds index 0
      When user space asks for the key after index 0xffffffff
      Then it finds index 0
      When user space asks for the key after index 0
      Then it is refused with ENOENT
      And nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu
      Examples:
        | kind                |
        | a per-CPU array map |

  @rule:array.next-key.walk @observed @since-4.12
  Rule: A walk from no key on comes to every index once, in ascending order, and then to an end
    Source: kernel/bpf/arraymap.c, bpf_array_get_next_key

    Scenario Outline: a walk over <kind> of 4
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after the start
      Then it finds index 0
      When user space asks for the key after index 0
      Then it finds index 1
      When user space asks for the key after index 1
      Then it finds index 2
      When user space asks for the key after index 2
      Then it finds index 3
      When user space asks for the key after index 3
      Then it is refused with ENOENT
      And nothing has changed

      Examples:
        | kind         |
        | an array map |

      @percpu
      Examples:
        | kind                |
        | a per-CPU array map |

  @rule:array.next-key.independent @observed
  Rule: The next key depends on the keys alone, not on what was written or asked before
    Source: kernel/bpf/arraymap.c, bpf_array_get_next_key

    Scenario Outline: neither an update nor a deletion nor an earlier question moves a walk over <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after index 1
      Then it finds index 2
      When user space updates index 2 to zeros
      And user space deletes index 2
      And user space asks for the key after index 1
      Then it finds index 2
      When user space updates index 4 to patterns from 90
      And user space asks for the key after index 3
      Then it is refused with ENOENT
      And user space sees zeros at index 2
      And nothing else has changed

      Examples:
        | kind         |
        | an array map |

      @percpu
      Examples:
        | kind                |
        | a per-CPU array map |

  @rule:array.next-key.fault @manual @needs:pointers
  Rule: A key that is there but cannot be read whole has no key after it
    Source: bpf(2), ERRORS, EFAULT

    Scenario Outline: the key after <key> is refused with EFAULT for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after <key>
      Then it is refused with EFAULT
      When user space asks for the key after index 2
      Then it finds index 3
      And nothing has changed

      Examples:
        | kind         | key               |
        | an array map | an unreadable key |
        | an array map | the key 00        |
        | an array map | the key 000000    |

      @percpu
      Examples:
        | kind                | key               |
        | a per-CPU array map | an unreadable key |
        | a per-CPU array map | the key 000000    |

    @observed
    Scenario Outline: the key after <key>, of more than 4 bytes, is index 1 for <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after <key>
      Then it finds index 1
      When user space asks for the key after index 3
      Then it is refused with ENOENT
      And nothing has changed

      Examples:
        | kind         | key                        |
        | an array map | the key 00000000ff         |
        | an array map | the key 000000000102030405 |

      @percpu
      Examples:
        | kind                | key                |
        | a per-CPU array map | the key 00000000ff |

    @observed @until-4.11
    Scenario: before 4.12 a NULL key is one that cannot be read
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after no key
      Then it is refused with EFAULT
      When user space asks for the key after index 2
      Then it finds index 3
      And nothing has changed

  @rule:array.next-key.order @observed
  Rule: Of several faults of the question for the next key the descriptor is told first, then permission, then the key, and last the end of the map
    Source: kernel/bpf/syscall.c, map_get_next_key

    Background:
      Given an array map of 4 elements of 8 bytes as map C
      And user space closes map C

    Scenario Outline: a closed descriptor comes before <other> in <kind>
      Given <kind> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space asks for the key after <key> of map C
      Then it is refused with EBADF
      And nothing has changed

      Examples:
        | kind         | other              | key     |
        | an array map | the end of the map | index 3 |
        | an array map | the first key      | no key  |

      @percpu
      Examples:
        | kind                | other              | key     |
        | a per-CPU array map | the end of the map | index 3 |
        | a per-CPU array map | the first key      | no key  |

      @needs:pointers
      Examples:
        | kind         | other     | key               |
        | an array map | a bad key | an unreadable key |

      @percpu @needs:pointers
      Examples:
        | kind                | other     | key               |
        | a per-CPU array map | a bad key | an unreadable key |

    @since-4.15 @needs:access
    Scenario Outline: a write-only descriptor comes before <other> in <kind>
      Given <kind> of 4 elements of 8 bytes
      And <kind> of 4 elements of 8 bytes with BPF_F_WRONLY as map B
      And every element of the map holds its own pattern
      When user space asks for the key after <key> of map B
      Then it is refused with EPERM
      When user space asks for the key after index 2
      Then it finds index 3
      When user space closes map B
      Then nothing has changed

      Examples:
        | kind         | other              | key     |
        | an array map | the end of the map | index 3 |
        | an array map | the first key      | no key  |

      @percpu
      Examples:
        | kind                | other              | key     |
        | a per-CPU array map | the end of the map | index 3 |
        | a per-CPU array map | the first key      | no key  |

      @needs:pointers
      Examples:
        | kind         | other     | key               |
        | an array map | a bad key | an unreadable key |

      @percpu @needs:pointers
      Examples:
        | kind                | other     | key               |
        | a per-CPU array map | a bad key | an unreadable key |
