Feature: Fields of the kernel

  A value may hold a timer, a work queue or a pointer to an object of the kernel. Programs make use of
  them; user space has to leave them alone, and cannot see them.

  @rule:field.hidden @observed @array @needs:types @since-5.15
  Rule: Lookups show zeros in place of a timer, a work queue or a pointer of the kernel, and updates leave them as they are
    Source: include/linux/bpf.h, bpf_obj_memcpy

    Scenario Outline: a value of <size> bytes with <field>
      Given an array map of 4 elements of <size> bytes as map B
      And every element of map B holds its own pattern
      And the map is created with:
        | value_size     | <size>                   |
        | btf_fd         | own                      |
        | btf_key_type   | signed 4                 |
        | btf_value_type | struct <size> with <field> |
      When user space updates index 1 to bytes <given>
      Then it succeeds
      And user space sees bytes <shown> at index 1
      When user space updates index 1 to bytes <given> with BPF_NOEXIST
      Then it is refused with EEXIST
      When user space looks up index 4
      Then it is refused with ENOENT
      And nothing else has changed

      Examples:
        | size | field      | given                                            | shown                                            |
        | 24   | timer at 0 | 111111111111111111111111111111112222222222222222 | 000000000000000000000000000000002222222222222222 |
        | 24   | timer at 8 | 111111111111111122222222222222222222222222222222 | 111111111111111100000000000000000000000000000000 |

      @since-6.4
      Examples:
        | size | field               | given                            | shown                            |
        | 16   | kernel-pointer at 8 | 11111111111111112222222222222222 | 11111111111111110000000000000000 |
        | 12   | kernel-pointer at 0 | 111111111111111122222222         | 000000000000000022222222         |

      @since-6.10
      Examples:
        | size | field           | given                                            | shown                                            |
        | 24   | work-queue at 8 | 111111111111111122222222222222222222222222222222 | 111111111111111100000000000000000000000000000000 |

    @percpu @since-6.4
    Scenario Outline: a pointer of the kernel at <offset> in every slot of a per-CPU array
      Given a per-CPU array map of 4 elements of 16 bytes as map B
      And every element of map B holds its own pattern
      And the map is created with:
        | map_type       | PERCPU_ARRAY                              |
        | value_size     | 16                                        |
        | btf_fd         | own                                       |
        | btf_key_type   | signed 4                                  |
        | btf_value_type | struct 16 with kernel-pointer at <offset> |
      When user space updates index 1 to the number 7 on CPU 0 and the number 9 elsewhere
      Then it succeeds
      And user space sees <shown> at index 1
      And nothing else has changed

      Examples:
        | offset | shown                                        |
        | 0      | zeros                                        |
        | 8      | the number 7 on CPU 0 and the number 9 elsewhere |

  @rule:field.access-flags @observed @needs:types @needs:access @since-5.15
  Rule: A value with a field of the kernel does not go with limits for programs, which is EACCES
    Source: kernel/bpf/syscall.c, map_check_btf

    Scenario Outline: <type> with a timer and <flags>
      Given an array map of 4 elements of 24 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type       | <type>                    |
        | value_size     | 24                        |
        | map_flags      | <flags>                   |
        | btf_fd         | own                       |
        | btf_key_type   | signed 4                  |
        | btf_value_type | struct 24 with timer at 0 |
      Then it is refused with EACCES
      When map B is created with:
        | map_type       | <type>    |
        | value_size     | 24        |
        | map_flags      | <flags>   |
        | btf_fd         | own       |
        | btf_key_type   | signed 4  |
        | btf_value_type | struct 24 |
      Then it succeeds
      And nothing has changed

      @array
      Examples:
        | type  | flags             |
        | ARRAY | BPF_F_RDONLY_PROG |

      @array @since-6.2
      Examples:
        | type  | flags             |
        | ARRAY | BPF_F_WRONLY_PROG |

      @percpu
      Examples:
        | type         | flags             |
        | PERCPU_ARRAY | BPF_F_RDONLY_PROG |

  @rule:field.percpu @observed @percpu @needs:types @since-6.2
  Rule: The values of a per-CPU array may hold a pointer of the kernel, and no timer or work queue, which is EOPNOTSUPP
    Source: kernel/bpf/syscall.c, map_check_btf

    Scenario Outline: <field> in a per-CPU value
      Given a per-CPU array map of 4 elements of 24 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type       | PERCPU_ARRAY           |
        | value_size     | 24                     |
        | btf_fd         | own                    |
        | btf_key_type   | signed 4               |
        | btf_value_type | struct 24 with <field> |
      Then it is refused with EOPNOTSUPP
      And nothing has changed

      Examples:
        | field      |
        | timer at 0 |
        | timer at 8 |

      @since-6.10
      Examples:
        | field           |
        | work-queue at 0 |

    @since-6.4
    Scenario: a pointer of the kernel in a per-CPU value is hidden on every CPU
      Given the map is created with:
        | map_type       | PERCPU_ARRAY                       |
        | value_size     | 16                                 |
        | btf_fd         | own                                |
        | btf_key_type   | signed 4                           |
        | btf_value_type | struct 16 with kernel-pointer at 8 |
      When user space updates index 1 to the number 77
      Then it succeeds
      And user space sees the number 77 at index 1
      And nothing else has changed

  @rule:field.freeze @observed @array @needs:types @needs:freeze @since-5.15
  Rule: A map whose values hold a field of the kernel does not freeze, which is ENOTSUPP
    Source: kernel/bpf/syscall.c, map_freeze

    Scenario Outline: a map with <field>, created with <flags>, is not frozen
      Given the map is created with:
        | value_size     | 24                     |
        | map_flags      | <flags>                |
        | btf_fd         | own                    |
        | btf_key_type   | signed 4               |
        | btf_value_type | struct 24 with <field> |
      When user space freezes the map
      Then it is refused with ENOTSUPP
      Given an array map of 4 elements of 24 bytes as map B
      And every element of map B holds its own pattern
      When user space freezes map B
      Then it succeeds

      Examples:
        | field      | flags        |
        | timer at 8 | 0            |
        | timer at 8 | BPF_F_RDONLY |

      @since-6.4
      Examples:
        | field               | flags |
        | kernel-pointer at 8 | 0     |

      @since-6.10
      Examples:
        | field           | flags |
        | work-queue at 8 | 0     |

  @rule:field.program @observed @array @program @needs:types @since-5.15
  Rule: A program that loads or stores a part of a field of the kernel does not load, which is EACCES
    Source: kernel/bpf/verifier.c, check_map_access

    Scenario Outline: <width> bytes at byte <offset> touch a <field>
      Given the map is created with:
        | value_size     | 32                     |
        | btf_fd         | own                    |
        | btf_key_type   | signed 4               |
        | btf_value_type | struct 32 with <field> |
      When a program loads index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program stores the number 0 into index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program adds 0 to index 1 at byte <offset>, <width> wide
      Then it is refused with EACCES
      When a program stores the number 9 into index 1 at byte 24, 8 wide
      Then it succeeds
      When a program loads index 1 at byte 24, 8 wide
      Then it gives the number 9

      Examples:
        | field      | offset | width |
        | timer at 8 | 8      | 8     |
        | timer at 8 | 16     | 8     |
        | timer at 8 | 23     | 1     |
        | timer at 8 | 4      | 8     |
        | timer at 0 | 0      | 1     |

      @since-6.4
      Examples:
        | field               | offset | width |
        | kernel-pointer at 8 | 8      | 4     |
        | kernel-pointer at 8 | 12     | 4     |
        | kernel-pointer at 8 | 4      | 8     |
        | kernel-pointer at 8 | 12     | 8     |
        | kernel-pointer at 0 | 7      | 1     |

      @since-6.10
      Examples:
        | field           | offset | width |
        | work-queue at 8 | 8      | 8     |
        | work-queue at 8 | 23     | 1     |

  @rule:field.program.pointer @observed @program @needs:types @since-6.4
  Rule: A program loads a pointer of the kernel whole, and may store that there is none
    Source: kernel/bpf/verifier.c, check_map_kptr_access
    Note: no kernel is asked to store another number there, as some are harmed by it: finding 28

    Scenario Outline: at byte <offset> of <type> it is loaded and stored all at once
      Given the map is created with:
        | map_type       | <type>                                    |
        | value_size     | 24                                        |
        | btf_fd         | own                                       |
        | btf_key_type   | signed 4                                  |
        | btf_value_type | struct 24 with kernel-pointer at <offset> |
      When a program stores the number 5570193308531903821 into index 1 at byte <beside>, 8 wide
      Then it succeeds
      When a program loads index 1 at byte <offset>, 8 wide
      Then it gives the number 0
      When a program stores the number 0 into index 1 at byte <offset>, 8 wide
      Then it succeeds
      When a program stores the number 0 into index 1 at byte <offset>, 4 wide
      Then it is refused with EACCES
      When a program adds 0 to index 1 at byte <offset>, 8 wide
      Then it is refused with EACCES
      When a program atomically adds 0 to index 1 at byte <offset>, 8 wide
      Then it is refused with EACCES
      When a program copies index 1 to index 2
      Then it is refused with EACCES
      When a program looks up index 1
      Then it gives <value>

      Examples:
        | type         | offset | beside | value                                                  |
        | ARRAY        | 8      | 0      | bytes 4d4d4d4d4d4d4d4d00000000000000000000000000000000 |
        | ARRAY        | 0      | 8      | bytes 00000000000000004d4d4d4d4d4d4d4d0000000000000000 |
        | PERCPU_ARRAY | 16     | 8      | bytes 00000000000000004d4d4d4d4d4d4d4d0000000000000000 |

    @needs:privileges
    Scenario: an address is shown with CAP_PERFMON alone
      Given the map is created with:
        | value_size     | 16                                 |
        | btf_fd         | own                                |
        | btf_key_type   | signed 4                           |
        | btf_value_type | struct 16 with kernel-pointer at 8 |
      When a socket filter with CAP_BPF loads index 1 at byte 8, 8 wide
      Then it is refused with EACCES
      When a socket filter with CAP_BPF looks up index 1
      Then it is refused with EACCES
      When a socket filter with CAP_BPF stores the number 9 into index 1 at byte 0, 8 wide
      Then it succeeds
      When a socket filter with CAP_BPF|CAP_PERFMON loads index 1 at byte 8, 8 wide
      Then it gives the number 0
      When a socket filter with CAP_BPF loads index 1 at byte 0, 8 wide
      Then it gives the number 9

  @rule:field.mmap @observed @array @memory @needs:types @since-5.15
  Rule: A map whose values hold a field of the kernel cannot be mapped, though it is created for that, which is ENOTSUPP
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario Outline: a map with <field>
      Given the map is created with:
        | value_size     | 24                     |
        | map_flags      | BPF_F_MMAPABLE         |
        | btf_fd         | own                    |
        | btf_key_type   | signed 4               |
        | btf_value_type | struct 24 with <field> |
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then it is refused with ENOTSUPP
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then it is refused with ENOTSUPP
      Given an array map of 4 elements of 24 bytes with BPF_F_MMAPABLE as map B
      When user space maps 1 page of map B from 0 bytes on as the mapping r--
      Then it succeeds
      And nothing has changed

      Examples:
        | field      |
        | timer at 8 |

      @since-6.4
      Examples:
        | field               |
        | kernel-pointer at 8 |

      @since-6.10
      Examples:
        | field           |
        | work-queue at 8 |
