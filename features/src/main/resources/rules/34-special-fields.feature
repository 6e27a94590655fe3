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
