Feature: Further fields of a creation

  A creation has fields that array maps make nothing of, and some that describe the types of keys and
  values.

  @rule:types.absent @observed @array @lacks:types
  Rule: An implementation without descriptions of types refuses to take one
    Source: kernel/bpf/syscall.c, map_create

    Scenario: creation with types is refused and a map without them is not disturbed
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | btf_fd         | own        |
        | btf_key_type   | unsigned 4 |
        | btf_value_type | unsigned 8 |
      Then it is refused
      And nothing has changed

  @rule:array.create.inner-map-ignored @observed @needs:types @since-4.12
  Rule: What inner_map_fd holds does not matter
    Source: kernel/bpf/arraymap.c, array_map_alloc

    Scenario Outline: with <inner> descriptor as inner_map_fd <type> is created
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type     | <type>  |
        | inner_map_fd | <inner> |
      Then it succeeds
      And every element of map B is zeros
      And nothing has changed

      Examples:
        | type  | inner  |
        | ARRAY | closed |
        | ARRAY | other  |

      @percpu
      Examples:
        | type         | inner  |
        | PERCPU_ARRAY | closed |

  @rule:array.create.device @observed @array @needs:types @since-4.16
  Rule: A device that carries out no programs takes no array, which is EOPNOTSUPP, and a device that does not exist is EINVAL
    Source: kernel/bpf/offload.c, bpf_map_offload_map_alloc

    Scenario Outline: with map_ifindex <device> an array map is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_ifindex | <device> |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | device     | errno      |
        | 1          | EOPNOTSUPP |
        | 2147483647 | EINVAL     |

  @rule:percpu.create.device @observed @percpu @needs:types @since-4.16
  Rule: No device takes a per-CPU array, which is EINVAL
    Source: kernel/bpf/offload.c, bpf_map_offload_map_alloc

    Scenario Outline: with map_ifindex <device> a per-CPU array map is refused
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type    | PERCPU_ARRAY |
        | map_ifindex | <device>     |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | device     |
        | 1          |
        | 2147483647 |

  @rule:array.create.kernel-type @observed @needs:types @since-5.6
  Rule: A value type of the kernel's own is EINVAL
    Source: kernel/bpf/syscall.c, map_create

    Scenario Outline: with a btf_vmlinux_value_type_id <type> is refused
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type                  | <type> |
        | btf_vmlinux_value_type_id | 1      |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | type  |
        | ARRAY |

      @percpu
      Examples:
        | type         |
        | PERCPU_ARRAY |

  @rule:array.create.fields-without-flag @observed @needs:types @since-6.9
  Rule: A token and the object of a value type do not matter without their flags
    Source: kernel/bpf/syscall.c, map_create

    Scenario Outline: with <object> descriptor as object and <token> one as token a map is created
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | value_type_btf_obj_fd | <object> |
        | map_token_fd          | <token>  |
      Then it succeeds
      And every element of map B is zeros
      And nothing has changed

      Examples:
        | object | token  |
        | closed | none   |
        | none   | closed |
        | other  | other  |

  @rule:array.create.token @observed @needs:types @since-6.9
  Rule: A token that is a closed descriptor is EBADF, one that is something else EINVAL
    Source: kernel/bpf/syscall.c, map_create

    Scenario Outline: with <token> descriptor as token a map is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_flags    | BPF_F_TOKEN_FD |
        | map_token_fd | <token>        |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | token  | errno  |
        | closed | EBADF  |
        | other  | EINVAL |

  @rule:array.create.types-unused @observed @needs:types @since-4.18
  Rule: A description of types does not matter where no type is named
    Source: kernel/bpf/syscall.c, map_create

    Scenario Outline: with <source> descriptor as btf_fd and no type a map is created
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | btf_fd | <source> |
      Then it succeeds
      And every element of map B is zeros
      And nothing has changed

      Examples:
        | source |
        | closed |
        | other  |
        | kernel |

  @rule:array.create.key-type-alone @observed @needs:types @since-4.18
  Rule: A type of the key without one of the value is EINVAL
    Source: kernel/bpf/syscall.c, map_create

    Scenario: with a type of the key alone an array map is refused, with both it is created
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | btf_fd       | own      |
        | btf_key_type | signed 4 |
      Then it is refused with EINVAL
      When map B is created with:
        | btf_fd         | own      |
        | btf_key_type   | signed 4 |
        | btf_value_type | signed 8 |
      Then it succeeds
      And every element of map B is zeros
      And nothing has changed

  @rule:array.create.types-descriptor @observed @needs:types @since-5.11
  Rule: Types come from an open description, else EBADF, not something else, else EINVAL, and not the kernel's own, else EACCES
    Source: kernel/bpf/syscall.c, map_create

    Scenario Outline: with types from <source> descriptor a map is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | btf_fd         | <source>   |
        | btf_key_type   | unsigned 4 |
        | btf_value_type | unsigned 8 |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | source | errno  |
        | closed | EBADF  |
        | other  | EINVAL |
        | kernel | EACCES |

  @rule:array.create.key-type @observed @needs:types @since-4.18
  Rule: The type of the key is an integer of 32 bits in 4 bytes, by any name and of any meaning
    Source: kernel/bpf/arraymap.c, array_map_check_btf

    Scenario Outline: keys of type <key> are taken
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | btf_fd         | own        |
        | btf_key_type   | <key>      |
        | btf_value_type | unsigned 8 |
      Then it succeeds
      And every element of map B is zeros
      And nothing has changed

      Examples:
        | key                           |
        | unsigned 4                    |
        | signed 4                      |
        | char 4                        |
        | bool 4                        |
        | alias of signed 4             |
        | alias of alias of unsigned 4  |

    Scenario Outline: keys of type <key> are refused
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | btf_fd         | own        |
        | btf_key_type   | <key>      |
        | btf_value_type | unsigned 8 |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | key                   |
        | unsigned 2            |
        | unsigned 8            |
        | unsigned 4 of 16 bits |
        | enum 4                |
        | alias of enum 4       |
        | struct 4              |
        | pointer               |

  @rule:array.create.value-type @observed @needs:types @since-4.18
  Rule: The type of the value has the size of a value, whatever it is
    Source: kernel/bpf/syscall.c, map_check_btf

    Scenario Outline: values of 8 bytes of type <value> are taken by <type>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type       | <type>   |
        | btf_fd         | own      |
        | btf_key_type   | signed 4 |
        | btf_value_type | <value>  |
      Then it succeeds
      And every element of map B is zeros
      And nothing has changed

      Examples:
        | type  | value             |
        | ARRAY | unsigned 8        |
        | ARRAY | struct 8          |
        | ARRAY | enum 8            |
        | ARRAY | alias of struct 8 |

      @percpu
      Examples:
        | type         | value    |
        | PERCPU_ARRAY | struct 8 |

    Scenario Outline: values of 8 bytes of type <value> are refused by <type>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type       | <type>   |
        | btf_fd         | own      |
        | btf_key_type   | signed 4 |
        | btf_value_type | <value>  |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | type  | value      |
        | ARRAY | unsigned 4 |
        | ARRAY | struct 12  |
        | ARRAY | struct 7   |

      @percpu
      Examples:
        | type         | value     |
        | PERCPU_ARRAY | struct 16 |

  @rule:array.create.section @observed @needs:types @since-5.2
  Rule: A type of the value alone is that of one data section in an array of one element, before 7.3 a plain one, else EINVAL
    Source: kernel/bpf/arraymap.c, array_map_check_btf

    Scenario: an array map of one data section is created without a type of its key
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | max_entries    | 1         |
        | btf_fd         | own       |
        | btf_value_type | section 8 |
      Then it succeeds
      And every element of map B is zeros
      And nothing has changed

    Scenario Outline: <entries> of type <value> in <type> are refused without a type of the key
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type       | <type>    |
        | max_entries    | <entries> |
        | btf_fd         | own       |
        | btf_value_type | <value>   |
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | type  | entries | value      |
        | ARRAY | 2       | section 8  |
        | ARRAY | 1       | struct 8   |
        | ARRAY | 1       | unsigned 8 |
        | ARRAY | 1       | section 16 |

      @percpu @until-7.2
      Examples:
        | type         | entries | value     |
        | PERCPU_ARRAY | 1       | section 8 |

      @percpu @since-7.3
      Examples:
        | type         | entries | value    |
        | PERCPU_ARRAY | 1       | struct 8 |

    @percpu @since-7.3
    Scenario: a per-CPU array map of one data section is created without a type of its key
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type       | PERCPU_ARRAY |
        | max_entries    | 1            |
        | btf_fd         | own          |
        | btf_value_type | section 8    |
      Then it succeeds
      And every element of map B is zeros
      And nothing has changed

  @rule:array.create.fields-order @observed @needs:types @since-6.9
  Rule: After a size come the token, the device, memory, the name, and last the types
    Source: kernel/bpf/syscall.c, map_create

    Background:
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    Scenario Outline: a creation with <one> and <other> is refused with <errno>
      When map B is created with:
        | value_size     | <value_size>  |
        | max_entries    | <max_entries> |
        | map_flags      | <map_flags>   |
        | map_name       | <map_name>    |
        | map_token_fd   | <token>       |
        | map_ifindex    | <device>      |
        | btf_fd         | <btf_fd>      |
        | btf_key_type   | <key>         |
        | btf_value_type | <value>       |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | one                 | other            | value_size | max_entries | map_flags      | map_name         | token  | device | btf_fd | key      | value    | errno      |
        | a key type alone    | a token          | 8          | 4           | BPF_F_TOKEN_FD | m                | closed | 0      | closed | signed 4 | none     | EINVAL     |
        | a key type alone    | oversized value  | 0x80000000 | 4           | 0              | m                | none   | 0      | closed | signed 4 | none     | EINVAL     |
        | an oversized value  | a token          | 0x80000000 | 4           | BPF_F_TOKEN_FD | m                | closed | 0      | none   | none     | none     | E2BIG      |
        | an oversized value  | a device         | 0x80000000 | 4           | 0              | m                | none   | 1      | none   | none     | none     | E2BIG      |
        | a token             | a bad name       | 8          | 4           | BPF_F_TOKEN_FD | sixteen____bytes | closed | 0      | none   | none     | none     | EBADF      |
        | a token             | a device         | 8          | 4           | BPF_F_TOKEN_FD | m                | closed | 1      | none   | none     | none     | EBADF      |
        | a token             | lack of memory   | 0x200000   | 0xffffffff  | BPF_F_TOKEN_FD | m                | closed | 0      | none   | none     | none     | EBADF      |
        | a device            | a bad name       | 8          | 4           | 0              | sixteen____bytes | none   | 1      | none   | none     | none     | EOPNOTSUPP |
        | a device            | lack of memory   | 0x200000   | 0xffffffff  | 0              | m                | none   | 1      | none   | none     | none     | EOPNOTSUPP |
        | a bad name          | closed types     | 8          | 4           | 0              | sixteen____bytes | none   | 0      | closed | signed 4 | signed 8 | EINVAL     |
        | lack of memory      | closed types     | 0x200000   | 0xffffffff  | 0              | m                | none   | 0      | closed | signed 4 | signed 8 | ENOMEM     |
        | closed types        | a wrong key type | 8          | 4           | 0              | m                | none   | 0      | closed | signed 8 | signed 8 | EBADF      |
