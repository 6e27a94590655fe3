Feature: Memory mapping

  The second paragraph of the document: array maps in the memory of user space.

  @rule:mmap.enable @documented @array @since-5.5
  Rule: Since 5.5 an array map created with BPF_F_MMAPABLE can be mapped into memory
    Source: map_array.rst, memory mapping, sentence 1

    @memory
    Scenario: a map with the flag can be mapped and shows its elements
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then it succeeds
      And the mapping shows pattern 3 at 16 bytes
      And nothing has changed

    @memory
    Scenario: a map without the flag cannot be mapped
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then it is refused
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then it is refused
      And nothing has changed

    @memory @observed
    Scenario: the errno for a map without the flag is EINVAL
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then it is refused with EINVAL
      And nothing has changed

    @memory
    Scenario: the flag changes nothing else
      Given an array map of 5 elements of 9 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space updates index 4 to pattern 99
      Then it succeeds
      And user space sees pattern 99 at index 4
      When user space looks up index 5
      Then it is refused
      And nothing else has changed

  @rule:mmap.absent @documented @array @lacks:mmap
  Rule: An implementation without memory mapping refuses BPF_F_MMAPABLE
    Source: map_array.rst, memory mapping, sentence 1

    Scenario: creation with the flag is refused and a map without it is not disturbed
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_flags | BPF_F_MMAPABLE |
      Then it is refused
      And nothing has changed

  @rule:mmap.array-only @documented @percpu @since-5.5
  Rule: Memory mapping is for array maps, not for per-CPU array maps
    Source: map_array.rst, memory mapping, sentence 1

    Background:
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern

    @memory
    Scenario: a per-CPU array map with BPF_F_MMAPABLE is refused
      When map B is created with:
        | map_type  | PERCPU_ARRAY   |
        | map_flags | BPF_F_MMAPABLE |
      Then it is refused
      And nothing has changed

    @memory
    Scenario: a per-CPU array map cannot be mapped
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then it is refused
      And nothing has changed

    @memory @observed
    Scenario: the errnos are EINVAL at creation and ENOTSUPP for a mapping
      When map B is created with:
        | map_type  | PERCPU_ARRAY   |
        | map_flags | BPF_F_MMAPABLE |
      Then it is refused with EINVAL
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      Then it is refused with ENOTSUPP
      And nothing has changed

  @rule:mmap.first-page @documented @array @memory @since-5.5
  Rule: Values start on a page of their own, after the one of the definition, so a mapping starts with element 0
    Source: map_array.rst, memory mapping, sentences 2 and 3
    Note: The page of the definition is the kernel's own and is not part of any mapping.

    Scenario Outline: byte 0 of a mapping is byte 0 of element 0, for values of <size> bytes
      Given an array map of 4 elements of <size> bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then it succeeds
      And the mapping shows pattern 1 at 0 bytes
      When user space stores pattern 99 at 0 bytes of the mapping
      Then user space sees pattern 99 at index 0
      And nothing else has changed

      Examples:
        | size |
        | 1    |
        | 5    |
        | 8    |
        | 9    |
        | 512  |
        | 1024 |

    Scenario: a mapping that starts on the second page of the values shows what lies there
      Given an array map of 16384 elements of 8 bytes with BPF_F_MMAPABLE
      When user space maps 2 pages of the map from 0 bytes on as the mapping rw-
      And user space stores pattern 21 at 1 page of the mapping
      And user space maps 1 page of the map from 1 page on as mapping 1 r--
      Then it succeeds
      And mapping 1 shows pattern 21 at 0 bytes
      And nothing else has changed

  @rule:mmap.whole-pages @documented @array @memory @since-5.5
  Rule: Values take as many whole pages as hold them all, which may be more than they need
    Source: map_array.rst, memory mapping, sentence 3

    Scenario Outline: <entries> elements of <size> bytes take <pages> pages and not one more
      Given an array map of <entries> elements of <size> bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps <pages> pages of the map from 0 bytes on as the mapping rw-
      Then it succeeds
      And the mapping shows pattern 1 at 0 bytes
      When user space maps <more> pages of the map from 0 bytes on as mapping 1 rw-
      Then it is refused
      And nothing has changed

      Examples:
        | entries | size | pages | more |
        | 1       | 1    | 1     | 2    |
        | 4       | 8    | 1     | 2    |

    Scenario: a map that fills a page to its last byte takes no second one
      Given an array map of 1 element of 4096 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then it succeeds
      And the mapping shows pattern 1 at 0 bytes
      When user space maps 2 pages of the map from 0 bytes on as mapping 1 rw-
      Then it is refused
      And nothing has changed

    Scenario: the bytes after the last element are there, and belong to no element
      Given an array map of 3 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      And user space maps 1 page of the map from 0 bytes on as mapping 1 rw-
      And user space stores pattern 44 at 24 bytes of the mapping
      Then it succeeds
      And mapping 1 shows pattern 44 at 24 bytes
      When user space stores pattern 45 at 1 page less 8 bytes of the mapping
      Then it succeeds
      And mapping 1 shows pattern 45 at 1 page less 8 bytes
      When user space looks up index 3
      Then it is refused
      And nothing has changed

    Scenario: the length of a mapping counts in whole pages
      Given an array map of 3 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 byte of the map from 0 bytes on as the mapping rw-
      Then it succeeds
      And the mapping shows pattern 2 at 8 bytes
      When user space maps 1 page and 1 byte of the map from 0 bytes on as mapping 1 rw-
      Then it is refused
      And nothing has changed

  @rule:mmap.without-calls @documented @array @memory @since-5.5
  Rule: Through a mapping user space reads and changes values without calls
    Source: map_array.rst, memory mapping, sentence 4

    Background:
      Given an array map of 5 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      And user space maps 1 page of the map from 0 bytes on as the mapping rw-

    Scenario: a store through the mapping is what a lookup finds
      When user space stores pattern 70 at 32 bytes of the mapping
      Then it succeeds
      And user space sees pattern 70 at index 4
      And nothing else has changed

    Scenario: an update is what the mapping shows
      When user space updates index 3 to pattern 71
      Then the mapping shows pattern 71 at 24 bytes
      And user space sees pattern 71 at index 3
      And nothing else has changed

    @program
    Scenario: a store through the mapping is what a program finds
      When user space stores pattern 72 at 8 bytes of the mapping
      Then a program on every CPU sees pattern 72 at index 1
      And user space sees pattern 72 at index 1
      And nothing else has changed

    @program
    Scenario: what a program stores, the mapping shows
      When a program stores the number 73 into index 2
      Then the mapping shows the number 73 at 16 bytes
      When a program updates index 2 to pattern 74
      Then the mapping shows pattern 74 at 16 bytes
      And user space sees pattern 74 at index 2
      And nothing else has changed

    Scenario: two mappings of the map show the same memory
      When user space maps 1 page of the map from 0 bytes on as mapping 1 rw-
      And user space stores pattern 75 at 8 bytes of mapping 1
      Then the mapping shows pattern 75 at 8 bytes
      And user space sees pattern 75 at index 1
      And nothing else has changed

    Scenario: a read-only mapping follows later updates
      When user space maps 1 page of the map from 0 bytes on as mapping 1 r--
      And user space updates index 0 to pattern 76
      Then mapping 1 shows pattern 76 at 0 bytes
      And user space sees pattern 76 at index 0
      And nothing else has changed

    @program
    Scenario: an atomic add through the mapping and one by a program meet in the same element
      When user space updates index 2 to the number 100
      And user space atomically adds 5 to 8 bytes at 16 bytes of the mapping
      Then it gives the number 100
      When a program atomically adds 7 to index 2
      Then it gives the number 105
      And the mapping shows the number 112 at 16 bytes
      And user space sees the number 112 at index 2
      And nothing else has changed
