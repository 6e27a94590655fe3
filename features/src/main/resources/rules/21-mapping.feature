Feature: Mappings

  What the document leaves open about array maps in memory: which mappings there are, what each shows
  and permits, and what they mean for the map.

  @rule:mmap.page-granular @observed @array @memory @since-5.5
  Rule: A mapping has a length, and its offset counts whole pages; anything else is EINVAL
    Source: mm/mmap.c, do_mmap

    Scenario Outline: <length> from <offset> on cannot be mapped
      Given an array map of 16384 elements of 8 bytes with BPF_F_MMAPABLE
      And user space updates index 2 to pattern 60
      When user space maps <length> of the map from <offset> on as the mapping rw-
      Then it is refused with EINVAL
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then the mapping shows pattern 60 at 16 bytes
      And user space sees pattern 60 at index 2
      And nothing else has changed

      Examples:
        | length  | offset             |
        | 0 bytes | 0 bytes            |
        | 0 bytes | 1 page             |
        | 1 page  | 1 byte             |
        | 1 page  | 8 bytes            |
        | 1 page  | 2048 bytes         |
        | 1 page  | 1 page less 1 byte |
        | 1 page  | 1 page and 1 byte  |
        | 1 byte  | 1 byte             |

  @rule:mmap.too-long @observed @array @memory @since-5.5
  Rule: A length for which no machine has addresses is refused with ENOMEM
    Source: mm/mmap.c, do_mmap

    Scenario Outline: a length of <length> is refused
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps <length> of the map from 0 bytes on as the mapping r--
      Then it is refused with ENOMEM
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then the mapping shows pattern 4 at 24 bytes
      And nothing has changed

      Examples:
        | length   |
        | -1 bytes |
        | -1 pages |

  @rule:mmap.private @observed @array @memory @since-5.5
  Rule: A map is only ever mapped shared; a private mapping is refused with EINVAL
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario Outline: a private mapping <protection> is refused, a shared one made
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping <protection> privately
      Then it is refused with EINVAL
      When user space maps 1 page of the map from 0 bytes on as the mapping <protection>
      Then it succeeds
      And nothing has changed

      Examples:
        | protection |
        | r--        |
        | rw-        |
        | -w-        |
        | ---        |

  @rule:mmap.size @observed @array @memory @since-5.5
  Rule: What can be mapped is the number of elements times the value size rounded up to 8 bytes, in whole pages
    Source: kernel/bpf/arraymap.c, array_map_mmap

    Scenario Outline: <entries> elements of <size> bytes take <length> and not a byte more
      Given an array map of <entries> elements of <size> bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps <length> of the map from 0 bytes on as the mapping rw-
      Then it succeeds
      And the mapping shows pattern 1 at 0 bytes
      And the mapping shows bytes 00 at <length> less 1 byte
      When user space maps <length> and 1 byte of the map from 0 bytes on as mapping 1 rw-
      Then it is refused with EINVAL
      When user space maps <length> and 1 byte of the map from 0 bytes on as mapping 1 ---
      Then it is refused with EINVAL
      And nothing has changed

      Examples:
        | entries | size  | length   |
        | 511     | 8     | 1 page   |

      @page-4096
      Examples:
        | entries | size  | length   |
        | 513     | 1     | 2 pages  |
        | 513     | 8     | 2 pages  |
        | 257     | 9     | 2 pages  |
        | 2       | 4097  | 3 pages  |
        | 1       | 69633 | 18 pages |

      @page-16384
      Examples:
        | entries | size  | length  |
        | 2048    | 8     | 1 page  |
        | 2049    | 1     | 2 pages |
        | 2049    | 8     | 2 pages |
        | 1025    | 9     | 2 pages |
        | 2       | 16385 | 3 pages |

      @page-65536
      Examples:
        | entries | size  | length  |
        | 8192    | 8     | 1 page  |
        | 8193    | 1     | 2 pages |
        | 8193    | 8     | 2 pages |
        | 4097    | 9     | 2 pages |
        | 2       | 65537 | 3 pages |

    Scenario Outline: values of <size> bytes that end with the page take no other page
      Given an array map of <entries> elements of <size> bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      And user space stores <value> at 1 page less <stride> bytes of the mapping
      Then it succeeds
      And user space sees <value> at index <last>
      When user space maps 2 pages of the map from 0 bytes on as mapping 1 r--
      Then it is refused with EINVAL
      And nothing else has changed

      @page-4096
      Examples:
        | entries | size | stride | last | value      |
        | 512     | 1    | 8      | 511  | pattern 60 |
        | 512     | 8    | 8      | 511  | pattern 60 |
        | 256     | 9    | 16     | 255  | pattern 60 |
        | 1       | 4089 | 4096   | 0    | pattern 60 |

      @page-16384
      Examples:
        | entries | size  | stride | last | value      |
        | 2048    | 2     | 8      | 2047 | pattern 60 |
        | 1024    | 10    | 16     | 1023 | pattern 60 |
        | 1       | 16377 | 16384  | 0    | pattern 60 |

      @page-65536
      Examples:
        | entries | size  | stride | last | value      |
        | 8192    | 3     | 8      | 8191 | pattern 60 |
        | 4096    | 11    | 16     | 4095 | pattern 60 |
        | 1       | 65529 | 65536  | 0    | pattern 60 |

    Scenario: a mapping that is refused leaves the one in whose place it would have come
      Given an array map of 512 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      And user space maps 2 pages of the map from 0 bytes on as the mapping rw-
      Then it is refused with EINVAL
      And the mapping shows pattern 3 at 16 bytes
      And nothing has changed

  @rule:mmap.offset @observed @array @memory @since-5.7
  Rule: A mapping may begin at any page of the map, shows the map from there, and ends with the map
    Source: kernel/bpf/arraymap.c, array_map_mmap

    @page-4096
    Scenario: a mapping of the last page alone shows the last element
      Given an array map of 1536 elements of 8 bytes with BPF_F_MMAPABLE
      And user space updates index 1023 to pattern 59
      And user space updates index 1024 to pattern 60
      And user space updates index 1535 to pattern 61
      When user space maps 1 page of the map from 2 pages on as the mapping r--
      Then it succeeds
      And the mapping shows pattern 60 at 0 bytes
      And the mapping shows pattern 61 at 1 page less 8 bytes
      And user space sees pattern 59 at index 1023
      And user space sees pattern 60 at index 1024
      And user space sees pattern 61 at index 1535
      And nothing else has changed

    @page-16384
    Scenario: a mapping that begins at the second page of 16384 bytes shows the element there
      Given an array map of 4096 elements of 8 bytes with BPF_F_MMAPABLE
      And user space updates index 2047 to pattern 59
      And user space updates index 2048 to pattern 60
      When user space maps 1 page of the map from 1 page on as the mapping rw-
      Then it succeeds
      And the mapping shows pattern 60 at 0 bytes
      When user space stores pattern 61 at 1 page less 8 bytes of the mapping
      Then user space sees pattern 61 at index 4095
      And user space sees pattern 60 at index 2048
      And user space sees pattern 59 at index 2047
      And nothing else has changed

    @page-65536
    Scenario: a mapping that begins at the second page of 65536 bytes shows the element there
      Given an array map of 16384 elements of 8 bytes with BPF_F_MMAPABLE
      And user space updates index 8191 to pattern 59
      And user space updates index 8192 to pattern 60
      When user space maps 1 page of the map from 1 page on as the mapping rw-
      Then it succeeds
      And the mapping shows pattern 60 at 0 bytes
      When user space stores pattern 61 at 1 page less 8 bytes of the mapping
      Then user space sees pattern 61 at index 16383
      And user space sees pattern 60 at index 8192
      And user space sees pattern 59 at index 8191
      And nothing else has changed

    @page-4096
    Scenario: a store through a mapping that begins later reaches the element there
      Given an array map of 1536 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 2 pages of the map from 1 page on as the mapping rw-
      And user space stores pattern 60 at 8 bytes of the mapping
      And user space stores pattern 61 at 2 pages less 8 bytes of the mapping
      Then user space sees pattern 60 at index 513
      And user space sees pattern 61 at index 1535
      And user space sees pattern 2 at index 1
      And nothing has changed

    @page-4096
    Scenario Outline: <length> from <offset> on is more than a map of 3 pages has
      Given an array map of 1536 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps <length> of the map from <offset> on as the mapping r--
      Then it is refused with EINVAL
      When user space maps 3 pages of the map from 0 bytes on as the mapping r--
      Then it succeeds
      And the mapping shows pattern 3 at 16 bytes
      And nothing has changed

      Examples:
        | length            | offset          |
        | 3 pages           | 1 page          |
        | 2 pages           | 2 pages         |
        | 1 page and 1 byte | 2 pages         |
        | 1 page            | 3 pages         |
        | 1 byte            | 3 pages         |
        | 1 page            | 524288 pages    |

      @word-64
      Examples:
        | length  | offset          |
        | 1 page  | 1048576 pages   |
        | 1 page  | 268435456 pages |
        | 1 page  | -2 pages        |
        | 2 pages | -3 pages        |

  @rule:mmap.offset.overflow @observed @array @memory @since-5.5
  Rule: An offset so far that the end of the mapping has no number is refused with EOVERFLOW
    Source: mm/mmap.c, do_mmap

    Scenario Outline: <length> from <offset> on is refused
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps <length> of the map from <offset> on as the mapping r--
      Then it is refused with EOVERFLOW
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then the mapping shows pattern 4 at 24 bytes
      And nothing has changed

      Examples:
        | length  | offset   |
        | 1 page  | -1 pages |
        | 1 byte  | -1 pages |
        | 2 pages | -1 pages |
        | 2 pages | -2 pages |

      @word-32
      Examples:
        | length | offset          |
        | 1 page | 1048576 pages   |
        | 1 byte | 1048576 pages   |
        | 1 page | 268435456 pages |

  @rule:mmap.tail @observed @array @memory @since-5.5
  Rule: The bytes between the last element and the end of its page are zero until a mapping stores there, and no call sees or changes them
    Source: kernel/bpf/arraymap.c, array_map_alloc and array_map_mmap

    Background:
      Given an array map of 3 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping rw-

    Scenario Outline: at first there are zeros at <offset>
      Then the mapping shows zeros at <offset>
      And the mapping shows pattern 3 at 16 bytes
      And nothing has changed

      Examples:
        | offset              |
        | 24 bytes            |
        | 2048 bytes          |
        | 1 page less 8 bytes |

    Scenario: element calls past the end do not reach them
      When user space stores pattern 44 at 24 bytes of the mapping
      And user space updates index 3 to pattern 60
      Then it is refused with E2BIG
      When user space looks up index 3
      Then it is refused with ENOENT
      When user space updates index 2 to pattern 61
      Then the mapping shows pattern 61 at 16 bytes
      And the mapping shows pattern 44 at 24 bytes
      And user space sees pattern 61 at index 2
      And nothing else has changed

    @program
    Scenario: programs do not reach them
      When user space stores pattern 44 at 24 bytes of the mapping
      And a program loads index 3
      Then it finds no value
      When a program stores the number 7 into index 3
      Then it finds no value
      When a program updates index 3 to pattern 60
      Then it is refused with E2BIG
      And the mapping shows pattern 44 at 24 bytes
      And nothing has changed

    Scenario: another mapping shows them, and atomic adds change them
      When user space stores the number 40 at 1 page less 8 bytes of the mapping
      And user space atomically adds 2 to 8 bytes at 1 page less 8 bytes of the mapping
      Then it gives the number 40
      When user space maps 1 page of the map from 0 bytes on as mapping 1 r--
      Then mapping 1 shows the number 42 at 1 page less 8 bytes
      And mapping 1 shows pattern 1 at 0 bytes
      And nothing has changed

    Scenario: they outlast the mapping
      When user space stores pattern 44 at 24 bytes of the mapping
      And user space makes an end of the mapping
      And user space maps 1 page of the map from 0 bytes on as mapping 1 r--
      Then mapping 1 shows pattern 44 at 24 bytes
      And mapping 1 shows pattern 3 at 16 bytes
      And nothing has changed

  @rule:mmap.padding @observed @array @memory @since-5.5
  Rule: The bytes that round a value up to 8 belong to the mapping alone: they begin as zero, and no update or lookup touches them
    Source: kernel/bpf/arraymap.c, array_map_update_elem

    Background:
      Given an array map of 4 elements of 5 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping rw-

    Scenario: they begin as zero, and the next value comes after them
      Then the mapping shows bytes 000000 at 13 bytes
      And the mapping shows pattern 2 at 8 bytes
      And the mapping shows pattern 3 at 16 bytes
      And nothing has changed

    Scenario: what is stored there stays, and updates of the value do not change it
      When user space stores bytes aabbcc at 13 bytes of the mapping
      Then it succeeds
      And user space sees pattern 2 at index 1
      When user space updates index 1 to pattern 60
      Then user space sees pattern 60 at index 1
      And the mapping shows bytes aabbcc at 13 bytes
      And the mapping shows pattern 3 at 16 bytes
      And nothing has changed

    @needs:batch @since-5.6
    Scenario: batches do not change it either
      When user space stores bytes aabbcc at 13 bytes of the mapping
      And user space updates a batch of the map:
        | 1 | pattern 60 |
        | 2 | pattern 61 |
      Then the mapping shows bytes aabbcc at 13 bytes
      And the mapping shows pattern 60 at 8 bytes
      When user space looks up a batch of 2 elements after index 0
      Then it reports:
        | keys   | 1 2                    |
        | values | pattern 60, pattern 61 |
      And nothing else has changed

    @program
    Scenario: programs do not change it either
      When user space stores bytes aabbcc at 13 bytes of the mapping
      And a program updates index 1 to pattern 60
      Then the mapping shows pattern 60 at 8 bytes
      And the mapping shows bytes aabbcc at 13 bytes
      And a program sees pattern 60 at index 1
      When a program stores the number 7 into index 1 at byte 5, 1 wide
      Then it is refused with EACCES
      And user space sees pattern 60 at index 1
      And nothing has changed

  @rule:mmap.batch @observed @array @memory @needs:batch @since-5.6
  Rule: Batches and mappings show each other's changes
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario: a store through a mapping is in the batch, and the batch written is in the mapping
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping rw-
      When user space stores pattern 60 at 24 bytes of the mapping
      And user space looks up a batch of 2 elements after index 1
      Then it reports:
        | errno  | none                  |
        | keys   | 2 3                   |
        | values | pattern 3, pattern 60 |
      When user space updates a batch of the map:
        | 0 | pattern 61 |
        | 1 | pattern 62 |
      Then the mapping shows pattern 61 at 0 bytes
      And the mapping shows pattern 62 at 8 bytes
      And user space sees pattern 60 at index 3
      And nothing else has changed

  @rule:mmap.parts @observed @array @memory @since-5.5
  Rule: A mapping stores just the bytes that it is given, whatever elements they lie in
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Background:
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And user space updates index 1 to bytes 1111111111111111
      And user space updates index 2 to bytes 2222222222222222
      And user space maps 1 page of the map from 0 bytes on as the mapping rw-

    Scenario Outline: bytes <bytes> at <offset> change <first> and <second>
      When user space stores bytes <bytes> at <offset> of the mapping
      Then it succeeds
      And user space sees bytes <first> at index 1
      And user space sees bytes <second> at index 2
      And user space sees zeros at index 3
      And nothing has changed

      Examples:
        | bytes    | offset   | first            | second           |
        | aa       | 8 bytes  | aa11111111111111 | 2222222222222222 |
        | aa       | 15 bytes | 11111111111111aa | 2222222222222222 |
        | aabb     | 15 bytes | 11111111111111aa | bb22222222222222 |
        | aabbccdd | 12 bytes | 11111111aabbccdd | 2222222222222222 |

    @program
    Scenario: a program's store of one byte changes one byte of the mapping
      When a program stores the number 0xaa into index 1 at byte 7, 1 wide
      Then the mapping shows bytes 11111111111111aa at 8 bytes
      And the mapping shows bytes 2222222222222222 at 16 bytes
      And user space sees bytes 11111111111111aa at index 1
      And user space sees bytes 2222222222222222 at index 2
      And nothing else has changed

    Scenario: an atomic add of 4 bytes wraps around in them
      When user space stores bytes ffffffff at 12 bytes of the mapping
      And user space atomically adds 1 to 4 bytes at 12 bytes of the mapping
      Then it gives the number 0xffffffff
      And user space sees bytes 1111111100000000 at index 1
      And user space sees bytes 2222222222222222 at index 2
      And nothing has changed

  @rule:mmap.protection @observed @array @memory @since-5.5
  Rule: A mapping permits what its protection says, within its whole pages
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario Outline: of a mapping <protection>, user space <does> in vain
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as mapping 1 r--
      When user space maps 1 page of the map from 0 bytes on as the mapping <protection>
      Then it succeeds
      When user space <does> of the mapping
      Then it is refused with EFAULT
      And mapping 1 shows pattern 1 at 0 bytes
      And nothing has changed

      Examples:
        | protection | does                                     |
        | r--        | stores pattern 60 at 0 bytes             |
        | r--        | stores pattern 60 at 1 page less 8 bytes |
        | r--        | atomically adds 1 to 8 bytes at 0 bytes  |
        | ---        | loads 8 bytes at 0 bytes                 |
        | ---        | stores pattern 60 at 0 bytes             |
        | rw-        | loads 8 bytes at 1 page                  |
        | rw-        | loads 9 bytes at 1 page less 8 bytes     |
        | rw-        | stores pattern 60 at 1 page less 7 bytes |
        | rw-        | atomically adds 1 to 8 bytes at 1 page   |

    Scenario: a mapping -w- stores
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping -w-
      And user space stores pattern 60 at 16 bytes of the mapping
      Then it succeeds
      And user space sees pattern 60 at index 2
      And nothing else has changed

    Scenario: an ended mapping is not there any more, and others are
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping rw-
      And user space maps 1 page of the map from 0 bytes on as mapping 1 rw-
      When user space makes an end of the mapping
      Then it succeeds
      When user space loads 8 bytes at 0 bytes of the mapping
      Then it is refused with EFAULT
      When user space stores pattern 60 at 8 bytes of mapping 1
      Then user space sees pattern 60 at index 1
      And nothing else has changed

  @rule:mmap.execute @observed @array @memory @since-6.16
  Rule: A mapping to execute is refused with EPERM
    Source: fs/anon_inodes.c, anon_inodefs_init_fs_context

    Scenario Outline: a mapping <protection> is refused
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping <protection>
      Then it is refused with EPERM
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then the mapping shows pattern 1 at 0 bytes
      And nothing has changed

      Examples:
        | protection |
        | --x        |
        | r-x        |
        | -wx        |
        | rwx        |

  @rule:mmap.protect.execute @observed @array @memory @since-5.5
  Rule: No mapping becomes executable later; asking for it is EACCES and changes nothing
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario Outline: a mapping <made> does not change to <wanted>
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping <made>
      When user space makes <wanted> of the mapping
      Then it is refused with EACCES
      When user space <does> of the mapping
      Then <answer>
      And nothing has changed

      Examples:
        | made | wanted | does                          | answer                    |
        | r--  | r-x    | loads 8 bytes at 8 bytes      | it finds pattern 2        |
        | r--  | --x    | loads 8 bytes at 8 bytes      | it finds pattern 2        |
        | rw-  | rwx    | stores pattern 60 at 40 bytes | it succeeds               |
        | rw-  | r-x    | stores pattern 60 at 40 bytes | it succeeds               |
        | ---  | --x    | loads 8 bytes at 8 bytes      | it is refused with EFAULT |

  @rule:mmap.protect.read-only @observed @array @memory @since-5.7
  Rule: A mapping made without write permission never gets it; asking for it is EACCES
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario Outline: a mapping <made> does not change to <wanted>, but to r--
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping <made>
      When user space makes <wanted> of the mapping
      Then it is refused with EACCES
      When user space makes r-- of the mapping
      Then it succeeds
      And the mapping shows pattern 2 at 8 bytes
      When user space stores pattern 60 at 8 bytes of the mapping
      Then it is refused with EFAULT
      And nothing has changed

      Examples:
        | made | wanted |
        | r--  | rw-    |
        | r--  | -w-    |
        | ---  | rw-    |
        | ---  | -w-    |

    @needs:freeze
    Scenario: nor when the map is frozen
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping r--
      And user space freezes the map
      When user space makes rw- of the mapping
      Then it is refused with EACCES
      And the mapping shows pattern 2 at 8 bytes
      And nothing has changed

  @rule:mmap.protect.writable @observed @array @memory @since-5.5
  Rule: A mapping made writable gives its permissions up and takes them back at will
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario Outline: a mapping <made> changes to <less> and back
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping <made>
      When user space makes <less> of the mapping
      Then it succeeds
      When user space stores pattern 60 at 8 bytes of the mapping
      Then it is refused with EFAULT
      And user space sees pattern 2 at index 1
      When user space makes rw- of the mapping
      Then it succeeds
      When user space stores pattern 61 at 8 bytes of the mapping
      Then it succeeds
      And the mapping shows pattern 61 at 8 bytes
      And user space sees pattern 61 at index 1
      And nothing else has changed

      Examples:
        | made | less |
        | rw-  | r--  |
        | rw-  | ---  |
        | -w-  | r--  |
        | -w-  | ---  |

    Scenario: without any permission it follows updates unseen
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping r--
      When user space makes --- of the mapping
      And user space loads 8 bytes at 8 bytes of the mapping
      Then it is refused with EFAULT
      When user space updates index 1 to pattern 60
      And user space makes r-- of the mapping
      Then the mapping shows pattern 60 at 8 bytes
      And user space sees pattern 60 at index 1
      And nothing else has changed

  @rule:mmap.freeze.writable @observed @array @memory @needs:freeze @since-5.5
  Rule: A map does not freeze while it has a writable mapping: EBUSY
    Source: kernel/bpf/syscall.c, map_freeze

    Scenario Outline: a mapping <protection> keeps the map from freezing until it ends
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping <protection>
      When user space freezes the map
      Then it is refused with EBUSY
      When user space updates index 1 to pattern 60
      Then it succeeds
      And user space sees pattern 60 at index 1
      When user space makes an end of the mapping
      And user space freezes the map
      Then it succeeds
      When user space updates index 1 to pattern 61
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | protection |
        | rw-        |
        | -w-        |

    Scenario: the last of several writable mappings counts
      Given an array map of 1024 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 2 pages of the map from 0 bytes on as the mapping rw-
      And user space maps 1 page of the map from 0 bytes on as mapping 1 rw-
      When user space makes an end of the mapping
      And user space freezes the map
      Then it is refused with EBUSY
      When user space makes an end of mapping 1
      And user space freezes the map
      Then it succeeds
      And nothing has changed

    @since-5.7
    Scenario Outline: a mapping made <made> counts although it is <less> now
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping <made>
      When user space makes <less> of the mapping
      And user space freezes the map
      Then it is refused with EBUSY
      When user space makes rw- of the mapping
      And user space stores pattern 60 at 8 bytes of the mapping
      Then it succeeds
      And user space sees pattern 60 at index 1
      And nothing else has changed

      Examples:
        | made | less |
        | rw-  | r--  |
        | rw-  | ---  |
        | -w-  | r--  |

    Scenario: a mapping of another map does not count
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE as map B
      And every element of the map holds its own pattern
      And every element of map B holds its own pattern
      And user space maps 1 page of map B from 0 bytes on as the mapping rw-
      When user space freezes map B
      Then it is refused with EBUSY
      When user space freezes the map
      Then it succeeds
      When user space stores pattern 60 at 8 bytes of the mapping
      Then user space sees pattern 60 at index 1 of map B
      And user space sees pattern 2 at index 1
      And nothing else has changed

    Scenario Outline: a mapping <protection> does not count, and goes on
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping <protection>
      When user space freezes the map
      Then it succeeds
      When user space updates index 1 to pattern 60
      Then it is refused with EPERM
      When user space makes r-- of the mapping
      Then it succeeds
      And the mapping shows pattern 2 at 8 bytes
      And nothing has changed

      Examples:
        | protection |
        | r--        |
        | ---        |

  @rule:mmap.frozen @observed @array @memory @needs:freeze @since-5.5
  Rule: A frozen map is mapped to be read, and not to be written: EPERM
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Background:
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space freezes the map

    Scenario Outline: a mapping <protection> is refused
      When user space maps 1 page of the map from 0 bytes on as the mapping <protection>
      Then it is refused with EPERM
      And nothing has changed

      Examples:
        | protection |
        | rw-        |
        | -w-        |

    Scenario Outline: a mapping <protection> is made
      When user space maps 1 page of the map from 0 bytes on as the mapping <protection>
      Then it succeeds
      When user space makes r-- of the mapping
      Then the mapping shows pattern 4 at 24 bytes
      And the mapping shows pattern 1 at 0 bytes
      And nothing has changed

      Examples:
        | protection |
        | r--        |
        | ---        |

    @program
    Scenario: it shows what programs still write
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      And a program stores the number 77 into index 2
      Then the mapping shows the number 77 at 16 bytes
      When a program updates index 1 to pattern 60
      Then the mapping shows pattern 60 at 8 bytes
      And user space sees pattern 60 at index 1
      And user space sees the number 77 at index 2
      And nothing else has changed

  @rule:mmap.program-readonly @observed @array @memory @needs:access @since-5.7
  Rule: A map made with BPF_F_RDONLY_PROG is mapped to be read, and not to be written: EACCES
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Background:
      Given an array map of 4 elements of 8 bytes with BPF_F_RDONLY_PROG|BPF_F_MMAPABLE
      And every element of the map holds its own pattern

    Scenario Outline: a mapping <protection> is refused
      When user space maps 1 page of the map from 0 bytes on as the mapping <protection>
      Then it is refused with EACCES
      And nothing has changed

      Examples:
        | protection |
        | rw-        |
        | -w-        |

    Scenario: a mapping to read follows updates and does not become writable
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      And user space updates index 1 to pattern 60
      Then the mapping shows pattern 60 at 8 bytes
      When user space makes rw- of the mapping
      Then it is refused with EACCES
      And user space sees pattern 60 at index 1
      And nothing else has changed

    @needs:freeze
    Scenario: a mapping to read stays when the map freezes, and more can be made
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      And user space freezes the map
      Then it succeeds
      When user space maps 1 page of the map from 0 bytes on as mapping 1 r--
      Then mapping 1 shows pattern 2 at 8 bytes
      And the mapping shows pattern 4 at 24 bytes
      And nothing has changed

  @rule:mmap.program-readonly-writable @observed @array @memory @needs:access @since-5.5 @until-5.6
  Rule: Before 5.7 a map made with BPF_F_RDONLY_PROG could be mapped to be written
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario: a store through the mapping is what lookups find
      Given an array map of 4 elements of 8 bytes with BPF_F_RDONLY_PROG|BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      And user space stores pattern 60 at 8 bytes of the mapping
      Then user space sees pattern 60 at index 1
      And nothing else has changed

  @rule:mmap.protect.read-only-writable @observed @array @memory @since-5.5 @until-5.6
  Rule: Before 5.7 a mapping made without write permission could get it later
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario: a mapping to read becomes one to write
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping r--
      When user space makes rw- of the mapping
      And user space stores pattern 60 at 8 bytes of the mapping
      Then user space sees pattern 60 at index 1
      And nothing else has changed

  @rule:mmap.program-writeonly @observed @array @memory @needs:access @since-5.5
  Rule: A map made with BPF_F_WRONLY_PROG is mapped as any other
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario: a mapping reads and writes the map
      Given an array map of 4 elements of 8 bytes with BPF_F_WRONLY_PROG|BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      And user space stores pattern 60 at 8 bytes of the mapping
      Then user space sees pattern 60 at index 1
      And the mapping shows pattern 3 at 16 bytes
      And nothing else has changed

    @program
    Scenario: a mapping shows what programs write without reading
      Given an array map of 4 elements of 8 bytes with BPF_F_WRONLY_PROG|BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      And a program stores the number 77 into index 1
      Then the mapping shows the number 77 at 8 bytes
      And user space sees the number 77 at index 1
      And nothing else has changed

  @rule:mmap.readonly-descriptor @observed @array @memory @needs:access @since-5.5
  Rule: Through a descriptor made with BPF_F_RDONLY no mapping comes about: EACCES to write, EINVAL otherwise
    Source: mm/mmap.c, do_mmap
    Source: kernel/bpf/syscall.c, bpf_map_mmap
    Note: A shared mapping of a descriptor that may not write counts as a private one, which maps do not have.

    Scenario Outline: a mapping <protection> is refused with <errno>
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes with BPF_F_RDONLY|BPF_F_MMAPABLE as map B
      When user space maps 1 page of map B from 0 bytes on as the mapping <protection>
      Then it is refused with <errno>
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then the mapping shows pattern 2 at 8 bytes
      And nothing has changed

      Examples:
        | protection    | errno  |
        | r--           | EINVAL |
        | ---           | EINVAL |
        | rw-           | EACCES |
        | -w-           | EACCES |
        | r-- privately | EINVAL |
        | rw- privately | EINVAL |

  @rule:mmap.writeonly-descriptor @observed @array @memory @needs:access @since-5.5
  Rule: Through a descriptor made with BPF_F_WRONLY no mapping comes about: EACCES, whatever its protection
    Source: mm/mmap.c, do_mmap

    Scenario Outline: a mapping <protection> is refused
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes with BPF_F_WRONLY|BPF_F_MMAPABLE as map B
      When user space maps 1 page of map B from 0 bytes on as the mapping <protection>
      Then it is refused with EACCES
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then the mapping shows pattern 2 at 8 bytes
      When user space closes map B
      Then nothing has changed

      Examples:
        | protection    |
        | r--           |
        | ---           |
        | -w-           |
        | rw-           |
        | r-- privately |
        | rw- privately |

  @rule:lock.mmap @observed @array @memory @needs:lock @since-5.5
  Rule: A map whose value holds a spin lock is created with BPF_F_MMAPABLE and yet not mapped: ENOTSUPP
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario Outline: a mapping <protection> of a map with a lock at byte <lock> is refused
      Given an array map of 4 elements of 8 bytes as map B
      And every element of map B holds its own pattern
      And the map is created with:
        | map_flags     | BPF_F_MMAPABLE |
        | value_size    | 16             |
        | bpf_spin_lock | <lock>         |
      Then it succeeds
      When user space updates index 1 to bytes <value>
      When user space maps 1 page of the map from 0 bytes on as the mapping <protection>
      Then it is refused with ENOTSUPP
      And user space sees bytes <value> at index 1
      And user space sees zeros at index 2
      And nothing has changed

      Examples:
        | protection | lock | value                            |
        | r--        | 0    | 00000000111111112222222233333333 |
        | rw-        | 12   | 11111111222222223333333300000000 |

  @rule:mmap.outlives-descriptor @observed @array @memory @since-5.5
  Rule: A mapping keeps its map when the descriptor is closed, or names another map
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Background:
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE as map B
      And user space updates index 1 of map B to pattern 60
      And user space maps 1 page of map B from 0 bytes on as mapping 1 rw-

    Scenario: it shows and takes values after the descriptor is closed
      When user space closes map B
      Then it succeeds
      And mapping 1 shows pattern 60 at 8 bytes
      When user space stores pattern 61 at 16 bytes of mapping 1
      Then it succeeds
      And mapping 1 shows pattern 61 at 16 bytes
      And mapping 1 shows pattern 60 at 8 bytes
      When user space looks up index 1 of map B
      Then it is refused with EBADF
      And nothing has changed

    Scenario: two mappings share a map without a descriptor
      When user space maps 1 page of map B from 0 bytes on as mapping 2 r--
      And user space closes map B
      And user space stores pattern 61 at 16 bytes of mapping 1
      Then mapping 2 shows pattern 61 at 16 bytes
      When user space makes an end of mapping 1
      Then it succeeds
      And mapping 2 shows pattern 60 at 8 bytes
      And mapping 2 shows pattern 61 at 16 bytes
      And nothing has changed

    Scenario: a new map in the place of the old one is not in the mapping
      When map B is created with:
        | map_flags | BPF_F_MMAPABLE |
      Then it succeeds
      When user space updates index 1 of map B to pattern 70
      Then mapping 1 shows pattern 60 at 8 bytes
      When user space stores pattern 61 at 16 bytes of mapping 1
      Then user space sees zeros at index 2 of map B
      And user space sees pattern 70 at index 1 of map B
      And nothing has changed

    Scenario: a mapping that is made anew shows the new map
      When user space maps 1 page of the map from 0 bytes on as mapping 1 rw-
      Then mapping 1 shows pattern 2 at 8 bytes
      When user space stores pattern 61 at 16 bytes of mapping 1
      Then user space sees pattern 61 at index 2
      And user space sees zeros at index 2 of map B
      And user space sees pattern 60 at index 1 of map B
      And nothing else has changed

  @rule:percpu.mmap.refused @observed @percpu @memory @since-5.5
  Rule: A per-CPU map refuses every mapping with ENOTSUPP, a private one as well as one of no permission
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario Outline: a mapping <protection> of a per-CPU map is refused
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And a per-CPU array map of 4 elements of 8 bytes as map B
      And every element of map B holds its own pattern
      When user space maps 1 page of map B from 0 bytes on as the mapping <protection>
      Then it is refused with ENOTSUPP
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then the mapping shows pattern 2 at 8 bytes
      And nothing has changed

      Examples:
        | protection    |
        | -w-           |
        | ---           |
        | r-- privately |
        | rw- privately |

  @rule:mmap.order @observed @memory @since-5.5
  Rule: Mapping reports the length and the offset first, then the descriptor's mode, execution, the kind of map, sharing, the frozen map, the flag for programs, and what is mapped last
    Source: mm/mmap.c, do_mmap
    Source: kernel/bpf/syscall.c, bpf_map_mmap
    Source: kernel/bpf/arraymap.c, array_map_mmap

    Scenario Outline: <first> is reported, not <second>
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And map B is created with:
        | map_flags | <flags> |
      Then it succeeds
      When user space maps <length> of map B from <offset> on as the mapping <protection>
      Then it is refused with <errno>
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then the mapping shows pattern 2 at 8 bytes
      When user space closes map B
      Then nothing has changed

      Examples:
        | first                   | second                | flags          | length  | offset   | protection    | errno     |
        | an offset inside a page | an end without number | BPF_F_MMAPABLE | 1 page  | -1 bytes | rw-           | EINVAL    |
        | a zero length           | an end without number | BPF_F_MMAPABLE | 0 bytes | -1 pages | rw-           | EINVAL    |
        | an end without number   | a private mapping     | BPF_F_MMAPABLE | 1 page  | -1 pages | rw- privately | EOVERFLOW |
        | an end without number   | a map not made for it | 0              | 1 page  | -1 pages | rw-           | EOVERFLOW |

      @since-6.16
      Examples:
        | first                   | second                | flags          | length  | offset   | protection    | errno     |
        | a zero length           | an executable mapping | BPF_F_MMAPABLE | 0 bytes | 0 bytes  | r-x           | EINVAL    |
        | an offset inside a page | an executable mapping | BPF_F_MMAPABLE | 1 page  | 1 byte   | r-x           | EINVAL    |
        | an end without number   | an executable mapping | BPF_F_MMAPABLE | 1 page  | -1 pages | r-x           | EOVERFLOW |
        | an executable mapping   | a private mapping     | BPF_F_MMAPABLE | 1 page  | 0 bytes  | r-x privately | EPERM     |
        | an executable mapping   | an end past the map   | BPF_F_MMAPABLE | 2 pages | 0 bytes  | r-x           | EPERM     |
        | an executable mapping   | a map not made for it | 0              | 1 page  | 0 bytes  | r-x           | EPERM     |

      @needs:access
      Examples:
        | first                                  | second                                 | flags                        | length  | offset   | protection | errno     |
        | a zero length                          | a store through a read-only descriptor | BPF_F_RDONLY\|BPF_F_MMAPABLE | 0 bytes | 0 bytes  | rw-        | EINVAL    |
        | an offset inside a page                | a store through a read-only descriptor | BPF_F_RDONLY\|BPF_F_MMAPABLE | 1 page  | 1 byte   | rw-        | EINVAL    |
        | an end without number                  | a store through a read-only descriptor | BPF_F_RDONLY\|BPF_F_MMAPABLE | 1 page  | -1 pages | rw-        | EOVERFLOW |
        | an end without number                  | a read-only descriptor                 | BPF_F_RDONLY\|BPF_F_MMAPABLE | 1 page  | -1 pages | r--        | EOVERFLOW |
        | a store through a read-only descriptor | an end past the map                    | BPF_F_RDONLY\|BPF_F_MMAPABLE | 2 pages | 0 bytes  | rw-        | EACCES    |
        | a store through a read-only descriptor | a map not made for it                  | BPF_F_RDONLY                 | 1 page  | 0 bytes  | rw-        | EACCES    |
        | a zero length                          | a write-only descriptor                | BPF_F_WRONLY\|BPF_F_MMAPABLE | 0 bytes | 0 bytes  | r--        | EINVAL    |
        | an offset inside a page                | a write-only descriptor                | BPF_F_WRONLY\|BPF_F_MMAPABLE | 1 page  | 1 byte   | r--        | EINVAL    |
        | an end without number                  | a write-only descriptor                | BPF_F_WRONLY\|BPF_F_MMAPABLE | 1 page  | -1 pages | r--        | EOVERFLOW |
        | a write-only descriptor                | an end past the map                    | BPF_F_WRONLY\|BPF_F_MMAPABLE | 2 pages | 0 bytes  | r--        | EACCES    |
        | a write-only descriptor                | a map not made for it                  | BPF_F_WRONLY                 | 1 page  | 0 bytes  | r--        | EACCES    |

      @needs:access @since-6.16
      Examples:
        | first                                  | second                           | flags                             | length | offset  | protection | errno  |
        | a store through a read-only descriptor | an executable mapping            | BPF_F_RDONLY\|BPF_F_MMAPABLE      | 1 page | 0 bytes | rwx        | EACCES |
        | an executable mapping                  | a read-only descriptor           | BPF_F_RDONLY\|BPF_F_MMAPABLE      | 1 page | 0 bytes | r-x        | EPERM  |
        | a write-only descriptor                | an executable mapping            | BPF_F_WRONLY\|BPF_F_MMAPABLE      | 1 page | 0 bytes | r-x        | EACCES |
        | an executable mapping                  | a store where programs only read | BPF_F_RDONLY_PROG\|BPF_F_MMAPABLE | 1 page | 0 bytes | rwx        | EPERM  |

      @needs:access @since-5.7
      Examples:
        | first                            | second                           | flags                             | length  | offset   | protection    | errno     |
        | a zero length                    | a store where programs only read | BPF_F_RDONLY_PROG\|BPF_F_MMAPABLE | 0 bytes | 0 bytes  | rw-           | EINVAL    |
        | an offset inside a page          | a store where programs only read | BPF_F_RDONLY_PROG\|BPF_F_MMAPABLE | 1 page  | 1 byte   | rw-           | EINVAL    |
        | an end without number            | a store where programs only read | BPF_F_RDONLY_PROG\|BPF_F_MMAPABLE | 1 page  | -1 pages | rw-           | EOVERFLOW |
        | a private mapping                | a store where programs only read | BPF_F_RDONLY_PROG\|BPF_F_MMAPABLE | 1 page  | 0 bytes  | rw- privately | EINVAL    |
        | a store where programs only read | a map not made for it            | BPF_F_RDONLY_PROG                 | 1 page  | 0 bytes  | rw-           | EACCES    |
        | a store where programs only read | an end past the map              | BPF_F_RDONLY_PROG\|BPF_F_MMAPABLE | 2 pages | 0 bytes  | rw-           | EACCES    |

    @needs:freeze
    Scenario Outline: <first> is reported, not <second>
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And map B is created with:
        | map_flags | <flags> |
      Then it succeeds
      When user space freezes map B
      When user space maps <length> of map B from <offset> on as the mapping <protection>
      Then it is refused with <errno>
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then the mapping shows pattern 2 at 8 bytes
      When user space closes map B
      Then nothing has changed

      @needs:access
      Examples:
        | first                   | second       | flags                        | length | offset  | protection | errno  |
        | a write-only descriptor | a frozen map | BPF_F_WRONLY\|BPF_F_MMAPABLE | 1 page | 0 bytes | rw-        | EACCES |

      Examples:
        | first                     | second                    | flags          | length  | offset   | protection    | errno     |
        | a zero length             | a store into a frozen map | BPF_F_MMAPABLE | 0 bytes | 0 bytes  | rw-           | EINVAL    |
        | an offset inside a page   | a store into a frozen map | BPF_F_MMAPABLE | 1 page  | 1 byte   | rw-           | EINVAL    |
        | an end without number     | a store into a frozen map | BPF_F_MMAPABLE | 1 page  | -1 pages | rw-           | EOVERFLOW |
        | a private mapping         | a store into a frozen map | BPF_F_MMAPABLE | 1 page  | 0 bytes  | rw- privately | EINVAL    |
        | a store into a frozen map | a map not made for it     | 0              | 1 page  | 0 bytes  | rw-           | EPERM     |
        | a store into a frozen map | an end past the map       | BPF_F_MMAPABLE | 2 pages | 0 bytes  | rw-           | EPERM     |

      @needs:access
      Examples:
        | first                     | second                           | flags                             | length | offset  | protection | errno |
        | a store into a frozen map | a store where programs only read | BPF_F_RDONLY_PROG\|BPF_F_MMAPABLE | 1 page | 0 bytes | rw-        | EPERM |

    @percpu
    Scenario Outline: <first> is reported, not <second>
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And map B is created with:
        | map_type  | PERCPU_ARRAY |
        | map_flags | <flags>      |
      Then it succeeds
      When user space maps <length> of map B from <offset> on as the mapping <protection>
      Then it is refused with <errno>
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then the mapping shows pattern 2 at 8 bytes
      When user space closes map B
      Then nothing has changed

      Examples:
        | first                   | second        | flags | length  | offset   | protection | errno     |
        | a zero length           | a per-CPU map | 0     | 0 bytes | 0 bytes  | rw-        | EINVAL    |
        | an offset inside a page | a per-CPU map | 0     | 1 page  | 1 byte   | rw-        | EINVAL    |
        | an end without number   | a per-CPU map | 0     | 1 page  | -1 pages | rw-        | EOVERFLOW |

      @word-64
      Examples:
        | first         | second              | flags | length        | offset  | protection | errno    |
        | a per-CPU map | an end past the map | 0     | 1048576 pages | 0 bytes | r--        | ENOTSUPP |

      @since-6.16
      Examples:
        | first                 | second        | flags | length | offset  | protection | errno |
        | an executable mapping | a per-CPU map | 0     | 1 page | 0 bytes | r-x        | EPERM |

      @needs:access
      Examples:
        | first                                  | second                           | flags             | length | offset  | protection | errno    |
        | a per-CPU map                          | a store where programs only read | BPF_F_RDONLY_PROG | 1 page | 0 bytes | rw-        | ENOTSUPP |
        | a store through a read-only descriptor | a per-CPU map                    | BPF_F_RDONLY      | 1 page | 0 bytes | rw-        | EACCES   |
        | a per-CPU map                          | a read-only descriptor           | BPF_F_RDONLY      | 1 page | 0 bytes | r--        | ENOTSUPP |
        | a write-only descriptor                | a per-CPU map                    | BPF_F_WRONLY      | 1 page | 0 bytes | r--        | EACCES   |

    @percpu @needs:freeze
    Scenario Outline: <first> is reported, not <second>
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And map B is created with:
        | map_type  | PERCPU_ARRAY |
        | map_flags | <flags>      |
      Then it succeeds
      When user space freezes map B
      When user space maps <length> of map B from <offset> on as the mapping <protection>
      Then it is refused with <errno>
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then the mapping shows pattern 2 at 8 bytes
      When user space closes map B
      Then nothing has changed

      Examples:
        | first         | second       | flags | length | offset  | protection | errno    |
        | a per-CPU map | a frozen map | 0     | 1 page | 0 bytes | rw-        | ENOTSUPP |

    @needs:lock
    Scenario Outline: <first> is reported, not <second>
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And map B is created with:
        | map_flags     | <flags> |
        | value_size    | 16      |
        | bpf_spin_lock | 0       |
      Then it succeeds
      When user space maps <length> of map B from <offset> on as the mapping <protection>
      Then it is refused with <errno>
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then the mapping shows pattern 2 at 8 bytes
      When user space closes map B
      Then nothing has changed

      Examples:
        | first                   | second                | flags          | length  | offset   | protection    | errno     |
        | a zero length           | a lock in the value   | BPF_F_MMAPABLE | 0 bytes | 0 bytes  | rw-           | EINVAL    |
        | an offset inside a page | a lock in the value   | BPF_F_MMAPABLE | 1 page  | 1 byte   | rw-           | EINVAL    |
        | an end without number   | a lock in the value   | BPF_F_MMAPABLE | 1 page  | -1 pages | rw-           | EOVERFLOW |
        | a lock in the value     | a private mapping     | BPF_F_MMAPABLE | 1 page  | 0 bytes  | rw- privately | ENOTSUPP  |
        | a lock in the value     | an end past the map   | BPF_F_MMAPABLE | 2 pages | 0 bytes  | rw-           | ENOTSUPP  |
        | a lock in the value     | a map not made for it | 0              | 1 page  | 0 bytes  | rw-           | ENOTSUPP  |

      @since-6.16
      Examples:
        | first                 | second              | flags          | length | offset  | protection | errno |
        | an executable mapping | a lock in the value | BPF_F_MMAPABLE | 1 page | 0 bytes | r-x        | EPERM |

      @needs:access
      Examples:
        | first                                  | second                 | flags                        | length | offset  | protection | errno    |
        | a store through a read-only descriptor | a lock in the value    | BPF_F_RDONLY\|BPF_F_MMAPABLE | 1 page | 0 bytes | rw-        | EACCES   |
        | a lock in the value                    | a read-only descriptor | BPF_F_RDONLY\|BPF_F_MMAPABLE | 1 page | 0 bytes | r--        | ENOTSUPP |
        | a write-only descriptor                | a lock in the value    | BPF_F_WRONLY\|BPF_F_MMAPABLE | 1 page | 0 bytes | r--        | EACCES   |

    Scenario Outline: a closed descriptor is <errno> with <fault>
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE as map B
      And user space closes map B
      When user space maps <length> of map B from <offset> on as the mapping <protection>
      Then it is refused with <errno>
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then the mapping shows pattern 2 at 8 bytes
      And nothing has changed

      Examples:
        | fault                   | length  | offset   | protection    | errno  |
        | nothing else wrong      | 1 page  | 0 bytes  | rw-           | EBADF  |
        | an offset inside a page | 1 page  | 1 byte   | rw-           | EINVAL |
        | a zero length           | 0 bytes | 0 bytes  | rw-           | EBADF  |
        | an end without number   | 1 page  | -1 pages | rw-           | EBADF  |
        | a private mapping       | 1 page  | 0 bytes  | rw- privately | EBADF  |
        | an executable mapping   | 1 page  | 0 bytes  | r-x           | EBADF  |
        | an end past the map     | 2 pages | 0 bytes  | rw-           | EBADF  |
