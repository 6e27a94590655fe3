Feature: Maps for one program

  A map can be created for the one program that has a hash.

  @rule:exclusive.program @observed @program @needs:access @since-6.18
  Rule: A map for one program is used by no other program
    Source: kernel/bpf/verifier.c, check_map_prog_compatibility

    Scenario Outline: a program of another hash does not load with an exclusive <type>, and system calls do what they do
      Given an array map of 4 elements of 8 bytes as map B
      When the map is created with:
        | map_type       | <type>   |
        | excl_prog_hash | 32 bytes |
      Then it succeeds
      When a program looks up index 1
      Then it is refused with EACCES
      When a program updates index 1 to pattern 4
      Then it is refused with EACCES
      When user space updates index 1 to pattern 5
      Then user space sees pattern 5 at index 1
      When a program updates index 1 of map B to pattern 6
      Then a program sees pattern 6 at index 1 of map B

      Examples:
        | type  |
        | ARRAY |

      @percpu
      Examples:
        | type         |
        | PERCPU_ARRAY |

  @rule:exclusive.hash @observed @needs:access @since-6.18
  Rule: The hash of the program that a map is for has 32 bytes that can be read
    Source: kernel/bpf/syscall.c, map_create

    Scenario Outline: for <type> a hash of <hash> is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type       | <type> |
        | excl_prog_hash | <hash> |
      Then it is refused with <errno>
      When map B is created with:
        | map_type       | <type>   |
        | excl_prog_hash | 32 bytes |
      Then it succeeds
      When user space updates index 3 of map B to pattern 5
      Then user space sees pattern 5 at index 3 of map B
      And nothing else has changed

      Examples:
        | hash     | errno  | type  |
        | 31 bytes | EINVAL | ARRAY |
        | 33 bytes | EINVAL | ARRAY |
        | 0 bytes  | EINVAL | ARRAY |
        | NULL     | EINVAL | ARRAY |

      @needs:pointers
      Examples:
        | hash       | errno  | type  |
        | unreadable | EFAULT | ARRAY |

      @percpu
      Examples:
        | hash     | errno  | type         |
        | 31 bytes | EINVAL | PERCPU_ARRAY |
        | NULL     | EINVAL | PERCPU_ARRAY |

  @rule:exclusive.inner @observed @needs:access @needs:inner @since-6.18
  Rule: A map for one program is neither template nor inner map
    Source: kernel/bpf/map_in_map.c, bpf_map_meta_alloc

    Scenario Outline: <type> is refused with ENOTSUPP in both places
      Given an array map of 4 elements of 8 bytes
      When map B is created with:
        | map_type       | <type>   |
        | excl_prog_hash | 32 bytes |
      And map C is created with:
        | map_type | <type> |
      And map O is created with:
        | inner_map_fd | map B |
      Then it is refused with ENOTSUPP
      When map O is created with:
        | inner_map_fd | map C |
      Then it succeeds
      When user space updates index 0 of map O to map B
      Then it is refused with ENOTSUPP
      When user space updates index 0 of map O to map C
      Then it succeeds
      When user space updates index 1 of map B to pattern 5
      Then user space sees pattern 5 at index 1 of map B
      And nothing else has changed

      Examples:
        | type  |
        | ARRAY |

      @percpu
      Examples:
        | type         |
        | PERCPU_ARRAY |

  @rule:exclusive.iterator @observed @program @needs:access @needs:iterator @since-6.18
  Rule: A map for one program has no iterators
    Source: kernel/bpf/map_iter.c, bpf_iter_attach_map

    Scenario: an exclusive map and another
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | excl_prog_hash | 32 bytes |
      And an iterator notes map B
      Then it is refused with EPERM
      When an iterator notes the map
      Then it reports:
        | returned | 4                               |
        | values   | pattern 1, pattern 2, pattern 3 |
      And nothing has changed
