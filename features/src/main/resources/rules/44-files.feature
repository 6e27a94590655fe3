Feature: Maps in memory and in files

  What a map says of itself byte by byte, what the process file system shows of its descriptor, what
  can be read from its pin, and what its descriptor is as a file.

  @rule:file.absent @observed @lacks:file
  Rule: An implementation without files of maps refuses to show one
    Source: kernel/bpf/syscall.c, bpf_map_show_fdinfo

    Scenario: a descriptor is not shown and its map is not disturbed
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space shows the descriptor of the map
      Then it is refused
      And nothing has changed

  @rule:array.info.bytes @observed @needs:file @since-6.18
  Rule: Fields of the information that do not apply keep what the caller had there
    Source: kernel/bpf/syscall.c, bpf_map_get_info_by_fd

    Scenario Outline: bytes that were ff before stay so where <type> has nothing to say
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When the map is described with:
        | (filled) | 88 |
      Then it reports:
        | errno          | none                             |
        | length         | 104                              |
        | number at 8    | 4                                |
        | number at 12   | 8                                |
        | number at 16   | 4                                |
        | bytes 24 to 40 | zeros                            |
        | bytes 40 to 44 | ffffffff                         |
        | bytes 44 to 48 | zeros                            |
        | bytes 48 to 64 | ffffffffffffffffffffffffffffffff |
        | bytes 64 to 80 | ffffffffffffffffffffffffffffffff |
        | bytes 80 to 88 | zeros                            |
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:array.info.length @observed @needs:file @since-6.18
  Rule: The memory for the information has any length up to a page, with zeros beyond the fields, else E2BIG, and the call tells how much it used
    Source: kernel/bpf/syscall.c, bpf_map_get_info_by_fd

    Scenario Outline: of <length> bytes <used> are used
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When the map is described with:
        | info_len | <length> |
        | (filled) | <filled> |
      Then it reports:
        | errno  | none   |
        | length | <used> |
      And nothing has changed

      Examples:
        | length | filled | used |
        | 0      | 0      | 0    |
        | 1      | 1      | 1    |
        | 20     | 20     | 20   |
        | 88     | 88     | 88   |
        | 103    | 88     | 103  |
        | 104    | 88     | 104  |
        | 105    | 88     | 104  |
        | 4096   | 88     | 104  |

    Scenario Outline: <length> bytes, <filled> of them ff, are refused
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When the map is described with:
        | info_len | <length> |
        | (filled) | <filled> |
      Then it reports:
        | errno  | E2BIG    |
        | length | <length> |
      And nothing has changed

      Examples:
        | length | filled |
        | 104    | 101    |
        | 105    | 105    |
        | 4096   | 4096   |

  @rule:array.info.no-room @observed @needs:file @since-4.13
  Rule: Where no information is asked for its memory is not looked at, else memory that is not there is EFAULT
    Source: kernel/bpf/syscall.c, bpf_map_get_info_by_fd

    Scenario: information of no bytes goes to NULL, and of 8 bytes does not
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When the map is described with:
        | info_len | 0    |
        | info     | NULL |
      Then it succeeds
      When the map is described with:
        | info_len | 8    |
        | info     | NULL |
      Then it is refused with EFAULT
      And nothing has changed

  @rule:array.info.order @observed @needs:file @since-6.18
  Rule: Of several faults of a question for information the descriptor is told first, then more than a page, then the memory, and last the hash
    Source: kernel/bpf/syscall.c, bpf_map_get_info_by_fd

    Scenario Outline: <one> comes before <other> for <type>
      Given an array map of 4 elements of 8 bytes as map C
      And user space closes map C
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map <map> is described with:
        | info_len  | <length> |
        | (filled)  | <filled> |
        | info      | <info>   |
        | hash_size | <hash>   |
      Then it reports:
        | errno  | <errno>  |
        | length | <length> |
      And nothing has changed

      Examples:
        | type         | map | one                 | other               | length | filled | info  | hash | errno  |
        | an array map | C   | a closed descriptor | more than a page    | 4097   | 0      | there | 32   | EBADFD |
        | an array map | C   | a closed descriptor | no memory           | 104    | 0      | NULL  | 32   | EBADFD |
        | an array map | C   | a closed descriptor | a short hash        | 104    | 0      | there | 31   | EBADFD |
        | an array map | A   | no memory           | a short hash        | 104    | 0      | NULL  | 31   | EFAULT |
        | an array map | A   | a short hash        | a map not frozen    | 104    | 0      | there | 31   | EINVAL |

      @page-4096
      Examples:
        | type         | map | one              | other        | length | filled | info  | hash | errno |
        | an array map | A   | more than a page | no memory    | 4097   | 0      | NULL  | 32   | E2BIG |
        | an array map | A   | more than a page | a short hash | 4097   | 0      | there | 31   | E2BIG |

      @percpu
      Examples:
        | type                | map | one                 | other               | length | filled | info  | hash | errno  |
        | a per-CPU array map | A   | a hash of it at all | a map not frozen    | 104    | 0      | there | 32   | EINVAL |

  @rule:array.info.hash @observed @array @needs:file @needs:freeze @since-6.18
  Rule: A frozen array tells the SHA-256 of all its elements with their padding
    Source: kernel/bpf/arraymap.c, array_map_get_hash

    Scenario: the hash of known bytes, elements of 5 bytes at multiples of 8
      Given an array map of 2 elements of 5 bytes
      When user space updates index 0 to bytes 0102030405
      And user space updates index 1 to bytes 060708090a
      And user space freezes the map
      And the map is described with:
        | hash_size | 32 |
      Then it reports:
        | errno  | none                                                             |
        | length | 104                                                              |
        | hash   | f89a4214231a7711a84b6ce80e1615af3a4c3b382249b11ce1aaa96b349c7842 |
      And user space sees bytes 060708090a at index 1
      And nothing else has changed

  @rule:array.info.hash-refused @observed @array @needs:file @needs:freeze @since-6.18
  Rule: A hash is asked for in 32 bytes that can be written, of a map that is frozen: EINVAL, then EPERM, then EFAULT
    Source: kernel/bpf/syscall.c, bpf_map_get_info_by_fd

    Scenario Outline: a hash of <size> bytes in <memory> memory of a map that was not frozen is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When the map is described with:
        | hash_size | <size>   |
        | hash      | <memory> |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | size | memory     | errno  |
        | 32   | writable   | EPERM  |
        | 32   | unwritable | EPERM  |
        | 31   | writable   | EINVAL |
        | 33   | writable   | EINVAL |
        | 0    | writable   | EINVAL |
        | 32   | NULL       | EINVAL |

    Scenario Outline: a hash of <size> bytes in <memory> memory of a frozen map is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space freezes the map
      And the map is described with:
        | hash_size | <size>   |
        | hash      | <memory> |
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | size | memory     | errno  |
        | 32   | unwritable | EFAULT |
        | 31   | unwritable | EINVAL |
        | 32   | NULL       | EINVAL |

  @rule:percpu.info.hash @observed @percpu @needs:file @needs:freeze @since-6.18
  Rule: A per-CPU array has no hash, frozen or not, which is EINVAL
    Source: kernel/bpf/syscall.c, bpf_map_get_info_by_fd

    Scenario: a per-CPU array is asked for its hash before and after it is frozen
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When the map is described with:
        | hash_size | 32 |
      Then it is refused with EINVAL
      When user space freezes the map
      And the map is described with:
        | hash_size | 32 |
      Then it is refused with EINVAL
      And nothing has changed

  @rule:array.descriptor.shown @observed @needs:file @since-5.16
  Rule: The process file system shows what a map was created as, and whether it is frozen
    Source: kernel/bpf/syscall.c, bpf_map_show_fdinfo

    Scenario Outline: <type> is shown, before it is frozen and after
      Given <type> of 3 elements of 5 bytes with BPF_F_RDONLY_PROG
      And every element of the map holds its own pattern
      When user space shows the descriptor of the map
      Then it reports:
        | map_type    | <number> |
        | key_size    | 4        |
        | value_size  | 5        |
        | max_entries | 3        |
        | map_flags   | 0x80     |
        | map_extra   | 0x0      |
        | frozen      | 0        |
      When user space freezes the map
      And user space shows the descriptor of the map
      Then it reports:
        | map_flags | 0x80 |
        | frozen    | 1    |
      And nothing has changed

      Examples:
        | type         | number |
        | an array map | 2      |

      @percpu
      Examples:
        | type                | number |
        | a per-CPU array map | 6      |

  @rule:array.descriptor.flags @manual @needs:file @needs:access @since-4.15
  Rule: A descriptor ends with an execution, and its mode is the one that it was created with
    Source: man-pages, bpf(2), BPF_MAP_CREATE

    Scenario Outline: a descriptor created with <flags> has the flags <shown>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_flags | <flags> |
      Then it succeeds
      When user space shows the descriptor of map B
      Then it reports:
        | flags     | <shown> |
        | map_flags | 0x0     |
      When user space closes map B
      Then it succeeds
      And nothing has changed

      Examples:
        | flags        | shown    |
        | 0            | 02000002 |
        | BPF_F_RDONLY | 02000000 |
        | BPF_F_WRONLY | 02000001 |

  @rule:array.descriptor.memlock @observed @needs:file @since-6.4
  Rule: A map takes its elements, a mappable one whole pages, a per-CPU one an address an element and its slots on all CPUs
    Source: kernel/bpf/arraymap.c, array_map_mem_usage

    Scenario Outline: <entries> elements of 5 bytes take <bytes> bytes
      Given an array map of <entries> elements of 5 bytes
      When user space updates index 1 to pattern 60
      And user space shows the descriptor of the map
      Then it reports:
        | memlock | <bytes> |
      And user space sees pattern 60 at index 1
      And nothing else has changed

      Examples:
        | entries | bytes |
        | 512     | 4096  |
        | 1024    | 8192  |

    @needs:mmap @page-4096
    Scenario: a mappable array of 3 pages takes one more
      Given an array map of 1536 elements of 5 bytes with BPF_F_MMAPABLE
      When user space updates index 1 to pattern 60
      And user space shows the descriptor of the map
      Then it reports:
        | memlock | 16384 |
      And user space sees pattern 60 at index 1
      And nothing else has changed

    @percpu
    Scenario: 512 slots of 5 bytes take 4096 bytes a CPU
      Given a per-CPU array map of 512 elements of 5 bytes
      When user space updates index 1 to patterns from 60
      And user space shows the descriptor of the map
      Then it reports:
        | memlock_a_cpu | 4096 |
      And user space sees patterns from 60 at index 1
      And nothing else has changed

  @rule:array.pin.text @observed @needs:file @needs:pin @needs:types @since-4.18
  Rule: The file of a pin shows every element of a map whose types are known, else it is EIO
    Source: kernel/bpf/arraymap.c, array_map_seq_show_elem

    Scenario Outline: numbers of type <value> are shown
      When the map is created with:
        | value_size     | <size>   |
        | max_entries    | 2        |
        | btf_fd         | own      |
        | btf_key_type   | signed 4 |
        | btf_value_type | <value>  |
      Then it succeeds
      When user space updates index 1 to the number <number>
      And user space makes the pin p of the map
      And user space reads the pin p of the map
      Then it reports:
        | 0 | 0       |
        | 1 | <shown> |
      And user space sees the number <number> at index 1
      And nothing else has changed

      Examples:
        | size | value      | number     | shown      |
        | 8    | unsigned 8 | 5          | 5          |
        | 4    | signed 4   | 4294967287 | -9         |
        | 4    | unsigned 4 | 4294967287 | 4294967287 |

    @percpu
    Scenario: a per-CPU array is shown a CPU a line
      When the map is created with:
        | map_type       | PERCPU_ARRAY |
        | max_entries    | 2            |
        | btf_fd         | own          |
        | btf_key_type   | signed 4     |
        | btf_value_type | unsigned 8   |
      Then it succeeds
      When user space updates index 1 to the number 7 on CPU 0 and the number 9 elsewhere
      And user space makes the pin p of the map
      And user space reads the pin p of the map
      Then it reports:
        | 0 cpu0 | 0 |
        | 1 cpu0 | 7 |
      And user space sees the number 7 on CPU 0 and the number 9 elsewhere at index 1
      And nothing else has changed

    Scenario: a map without types is not shown
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space makes the pin p of the map
      And user space reads the pin p of the map
      Then it is refused with EIO
      And nothing has changed

  @rule:array.descriptor.file @observed @needs:file @since-5.5
  Rule: Nothing is read from a descriptor or written to it, EINVAL; it has no place, ESPIPE; and a poll ends at once with an error
    Source: kernel/bpf/syscall.c, bpf_map_fops

    Scenario Outline: <type> is tried as a file
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space reads the file of the map
      Then it is refused with EINVAL
      When user space writes the file of the map
      Then it is refused with EINVAL
      When user space seeks the file of the map
      Then it is refused with ESPIPE
      When user space polls the file of the map
      Then it gives the number 8
      And nothing has changed

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

    @needs:access
    Scenario Outline: a descriptor with <flags> is none to <verb>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes with <flags> as map B
      When user space <verb> the file of map B
      Then it is refused with EBADF
      When user space closes map B
      Then it succeeds
      And nothing has changed

      Examples:
        | flags        | verb   |
        | BPF_F_RDONLY | writes |
        | BPF_F_WRONLY | reads  |
