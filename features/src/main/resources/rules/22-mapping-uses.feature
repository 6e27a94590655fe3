Feature: Uses of a mapping

  What else can be tried with a mapping of an array map, and how else one can be asked for.

  @rule:mmap.size-change @observed @array @memory @since-5.5
  Rule: A mapping does not grow, which is EFAULT, and can be cut
    Source: mm/vmalloc.c, remap_vmalloc_range_partial

    @page-4096
    Scenario: a mapping of two pages is cut to its first, and grows in no case
      Given an array map of 1024 elements of 8 bytes with BPF_F_MMAPABLE
      And user space updates index 2 to pattern 60
      When user space maps 2 pages of the map from 0 bytes on as the mapping rw-
      And user space makes a growth of the mapping
      Then it is refused with EFAULT
      When user space makes a cut of the mapping
      Then it succeeds
      And the mapping shows pattern 60 at 16 bytes
      When user space loads 8 bytes at 1 page of the mapping
      Then it is refused with EFAULT
      And user space sees pattern 60 at index 2
      And nothing else has changed

  @rule:mmap.discard @observed @array @memory @since-5.5
  Rule: Pages that a mapping gave back do not come again, and the map keeps them
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario: a mapping that was given back is out of reach, and the map is as it was
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then the mapping shows pattern 1 at 0 bytes
      When user space makes a discard of the mapping
      Then it succeeds
      When user space loads 8 bytes at 0 bytes of the mapping
      Then it is refused with EFAULT
      And nothing has changed
      When user space maps 1 page of the map from 0 bytes on as mapping 1 rw-
      Then mapping 1 shows pattern 2 at 8 bytes
      And nothing has changed

    @needs:freeze
    Scenario: a writable mapping that was given back keeps the map from being frozen
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      And user space makes a discard of the mapping
      And user space freezes the map
      Then it is refused with EBUSY
      And nothing has changed

  @rule:mmap.flush @observed @array @memory @since-5.5
  Rule: A mapping is not flushed at once, which is EINVAL; to flush it later, or to invalidate it, does nothing
    Source: kernel/bpf/syscall.c, bpf_map_fops

    Scenario: three ways of msync
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      And user space makes a flush of the mapping
      Then it is refused with EINVAL
      When user space makes a later flush of the mapping
      Then it succeeds
      When user space makes an invalidation of the mapping
      Then it succeeds
      And the mapping shows pattern 3 at 16 bytes
      And nothing has changed

  @rule:mmap.options @observed @array @memory @since-5.5
  Rule: A mapping may be populated and locked; huge pages are EINVAL and durable stores EOPNOTSUPP
    Source: mm/mmap.c, do_mmap

    Scenario Outline: a mapping is asked for <option>
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-, <option>
      Then it succeeds
      And the mapping shows pattern 3 at 16 bytes
      And nothing has changed

      Examples:
        | option    |
        | populated |
        | locked    |

    Scenario Outline: a mapping of <length> asked for <option> is refused with <errno>
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps <length> of the map from 0 bytes on as the mapping rw-, <option>
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | length  | option  | errno      |
        | 1 page  | huge    | EINVAL     |
        | 1 page  | durable | EOPNOTSUPP |
        | 9 pages | durable | EOPNOTSUPP |

  @rule:mmap.read-only-store @observed @array @memory @since-5.5
  Rule: Nothing is stored through a mapping that is read-only
    Source: kernel/bpf/syscall.c, bpf_map_mmap

    Scenario: a store through a read-only mapping of a frozen map changes nothing
      Given an array map of 4 elements of 8 bytes with BPF_F_MMAPABLE
      And every element of the map holds its own pattern
      When user space maps 1 page of the map from 0 bytes on as the mapping r--
      And user space stores pattern 60 at 8 bytes of the mapping
      Then it is refused with EFAULT
      And the mapping shows pattern 2 at 8 bytes
      And nothing has changed
