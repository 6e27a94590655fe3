Feature: Maps of maps

  Array maps as the values of an array of maps or of a hash of maps.

  @rule:inner.insert @manual @program @needs:inner @since-4.12
  Rule: A map that is put into a map of maps is reached by programs through it
    Source: Documentation/bpf/map_of_maps.rst

    Scenario Outline: what a program stores in <type> through <kind> is in that map, and back
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And <type> of 4 elements of 8 bytes as map B
      When map O is created with:
        | map_type     | <kind> |
        | max_entries  | 3      |
        | inner_map_fd | map A  |
      Then it succeeds
      When user space updates index 2 of map O to map B
      Then it succeeds
      When a program updates index 1 of the map at index 2 of map O to pattern 40
      Then it succeeds
      And a program sees pattern 40 at index 1 of map B
      When user space updates index 3 of map B to pattern 50
      Then a program sees pattern 50 at index 3 of the map at index 2 of map O
      When a program updates index 4 of the map at index 2 of map O to pattern 60
      Then it is refused with E2BIG
      When a program looks up index 4 of the map at index 2 of map O
      Then it finds no value
      When a program looks up index 0 of the map at index 1 of map O
      Then it finds no value
      And user space sees patterns from 1 at index 0
      And user space sees pattern 50 at index 3 of map B

      Examples:
        | type         | kind          |
        | an array map | ARRAY_OF_MAPS |
        | an array map | HASH_OF_MAPS  |

      @percpu
      Examples:
        | type                | kind          |
        | a per-CPU array map | ARRAY_OF_MAPS |
        | a per-CPU array map | HASH_OF_MAPS  |

    Scenario: another map takes the place of the first
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes as map B
      And every element of map B holds its own index
      When map O is created with:
        | inner_map_fd | map A |
      And user space updates index 0 of map O to map B
      Then a program sees the number 3 at index 3 of the map at index 0 of map O
      When user space updates index 0 of map O to map A
      Then it succeeds
      And a program sees pattern 4 at index 3 of the map at index 0 of map O
      And nothing has changed

  @rule:inner.match @observed @needs:inner @since-4.12
  Rule: An inner map has the type, the sizes, the flags and the lock of the template
    Source: kernel/bpf/map_in_map.c, bpf_map_meta_equal

    Scenario Outline: <kind> refuses a map with <field> <value> with EINVAL where the template has another
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | max_entries | 4       |
        | <field>     | <value> |
      Then it succeeds
      When map O is created with:
        | map_type     | <kind> |
        | inner_map_fd | map A  |
      And user space updates index 0 of map O to map B
      Then it is refused with EINVAL
      When user space updates index 0 of map O to map A
      Then it succeeds
      And nothing has changed

      Examples:
        | field      | value            | kind          |
        | value_size | 4                | ARRAY_OF_MAPS |
        | value_size | 9                | HASH_OF_MAPS  |
        | map_flags  | BPF_F_NUMA_NODE  | HASH_OF_MAPS  |

      @needs:mmap
      Examples:
        | field     | value          | kind          |
        | map_flags | BPF_F_MMAPABLE | ARRAY_OF_MAPS |

      @needs:access
      Examples:
        | field     | value             | kind          |
        | map_flags | BPF_F_RDONLY_PROG | ARRAY_OF_MAPS |
        | map_flags | BPF_F_WRONLY_PROG | HASH_OF_MAPS  |

      @percpu
      Examples:
        | field    | value        | kind          |
        | map_type | PERCPU_ARRAY | ARRAY_OF_MAPS |
        | map_type | PERCPU_ARRAY | HASH_OF_MAPS  |

  @rule:inner.match.lock @observed @array @needs:inner @needs:lock @since-6.2
  Rule: A map with a lock and a template with one go together where both locks have the same place
    Source: kernel/bpf/map_in_map.c, bpf_map_meta_equal

    Scenario Outline: a lock at <inner> and one at <template>: <result>
      Given an array map of 4 elements of 16 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | value_size    | 16      |
        | bpf_spin_lock | <inner> |
      And map C is created with:
        | value_size    | 16         |
        | bpf_spin_lock | <template> |
      And map O is created with:
        | inner_map_fd | map C |
      Then it succeeds
      When user space updates index 0 of map O to map A
      Then it is refused with EINVAL
      When user space updates index 0 of map O to map B
      Then <result>
      When user space updates index 1 of map O to map C
      Then it succeeds
      And nothing has changed

      Examples:
        | inner | template | result                     |
        | 0     | 0        | it succeeds                |
        | 8     | 8        | it succeeds                |
        | 0     | 8        | it is refused with EINVAL |
        | 4     | 0        | it is refused with EINVAL |

    Scenario: where the template has no lock, a map with one is refused
      Given an array map of 4 elements of 16 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | value_size    | 16 |
        | bpf_spin_lock | 0  |
      And map O is created with:
        | inner_map_fd | map A |
      And user space updates index 0 of map O to map B
      Then it is refused with EINVAL
      When user space updates index 0 of map O to map A
      Then it succeeds
      And nothing has changed

  @rule:inner.length @observed @array @needs:inner @since-4.12
  Rule: An inner array map has as many elements as the template
    Source: kernel/bpf/arraymap.c, array_map_meta_equal

    Scenario Outline: <entries> elements where the template has 4
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of <entries> elements of 8 bytes as map B
      When map O is created with:
        | map_type     | <kind> |
        | inner_map_fd | map A  |
      And user space updates index 1 of map O to map B
      Then it is refused with EINVAL
      When user space updates index 1 of map O to map A
      Then it succeeds
      And nothing has changed

      Examples:
        | entries | kind          |
        | 1       | ARRAY_OF_MAPS |
        | 5       | ARRAY_OF_MAPS |
        | 3       | HASH_OF_MAPS  |

  @rule:inner.length.free @manual @array @program @needs:inner @since-5.10
  Rule: With BPF_F_INNER_MAP inner maps have any number of elements, and programs reach all of them and no more
    Source: Documentation/bpf/map_of_maps.rst
    Source: include/uapi/linux/bpf.h, BPF_F_INNER_MAP

    Scenario Outline: <entries> elements where the template has 4
      Given an array map of 4 elements of 8 bytes with BPF_F_INNER_MAP
      And an array map of <entries> elements of 8 bytes with BPF_F_INNER_MAP as map B
      And every element of map B holds its own index
      When map O is created with:
        | map_type     | <kind> |
        | inner_map_fd | map A  |
      And user space updates index 1 of map O to map B
      Then it succeeds
      And a program sees the number <last> at index <last> of the map at index 1 of map O
      When a program looks up index <entries> of the map at index 1 of map O
      Then it finds no value
      When a program updates index <last> of the map at index 1 of map O to pattern 30
      Then it succeeds
      And user space sees pattern 30 at index <last> of map B
      And nothing has changed

      Examples:
        | entries | last | kind          |
        | 1       | 0    | ARRAY_OF_MAPS |
        | 2       | 1    | HASH_OF_MAPS  |
        | 4       | 3    | ARRAY_OF_MAPS |
        | 5       | 4    | ARRAY_OF_MAPS |
        | 300     | 299  | HASH_OF_MAPS  |

  @rule:inner.length.free-both @observed @array @needs:inner @since-5.10
  Rule: BPF_F_INNER_MAP belongs to the template and to the inner map, or to neither
    Source: kernel/bpf/map_in_map.c, bpf_map_meta_equal

    Scenario: a map without the flag is refused where the template has it, and the other way round
      Given an array map of 4 elements of 8 bytes with BPF_F_INNER_MAP
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes as map B
      When map O is created with:
        | inner_map_fd | map A |
      And user space updates index 0 of map O to map B
      Then it is refused with EINVAL
      When user space updates index 0 of map O to map A
      Then it succeeds
      When map P is created with:
        | inner_map_fd | map B |
      And user space updates index 0 of map P to map A
      Then it is refused with EINVAL
      When user space updates index 0 of map P to map B
      Then it succeeds
      And nothing has changed

  @rule:percpu.inner.length @observed @percpu @needs:inner @since-5.10 @until-7.0
  Rule: An inner per-CPU array map may have any number of elements
    Source: kernel/bpf/arraymap.c, percpu_array_map_ops

    Scenario Outline: <entries> elements where the template has 4
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And a per-CPU array map of <entries> elements of 8 bytes as map B
      When map O is created with:
        | map_type     | <kind> |
        | inner_map_fd | map A  |
      And user space updates index 0 of map O to map B
      Then it succeeds
      When user space opens the map at index 0 of map O as map C
      And user space describes map C
      Then it reports:
        | max_entries | <entries> |
      And nothing has changed

      Examples:
        | entries | kind          |
        | 1       | ARRAY_OF_MAPS |
        | 5       | ARRAY_OF_MAPS |
        | 6       | HASH_OF_MAPS  |

  @rule:percpu.inner.length-fixed @observed @percpu @needs:inner @since-7.1
  Rule: Since 7.1 an inner per-CPU array map has as many elements as the template
    Source: kernel/bpf/arraymap.c, percpu_array_map_ops, commit 593980175389

    Scenario Outline: <entries> elements where the template has 4
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And a per-CPU array map of <entries> elements of 8 bytes as map B
      When map O is created with:
        | inner_map_fd | map A |
      And user space updates index 0 of map O to map B
      Then it is refused with EINVAL
      When user space updates index 0 of map O to map A
      Then it succeeds
      And nothing has changed

      Examples:
        | entries |
        | 1       |
        | 5       |

  @rule:percpu.inner.length-first @observed @percpu @needs:inner @since-4.12 @until-5.9
  Rule: Before 5.10 an inner per-CPU array map has as many elements as the template
    Source: kernel/bpf/map_in_map.c, bpf_map_meta_equal

    Scenario: 5 elements where the template has 4
      Given a per-CPU array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And a per-CPU array map of 5 elements of 8 bytes as map B
      When map O is created with:
        | inner_map_fd | map A |
      And user space updates index 0 of map O to map B
      Then it is refused with EINVAL
      When user space updates index 0 of map O to map A
      Then it succeeds
      And nothing has changed

  @rule:percpu.inner.lookup @manual @percpu @program @needs:inner @since-5.10 @until-7.0
  Rule: A program finds every element of an inner per-CPU array map that is longer than the template
    Source: Documentation/bpf/map_array.rst, bpf_map_lookup_elem()

    Scenario Outline: index <index> of 6 where the template has 4
      Given a per-CPU array map of 4 elements of 8 bytes
      And a per-CPU array map of 6 elements of 8 bytes as map B
      And every element of map B holds its own index
      When map O is created with:
        | map_type     | <kind> |
        | inner_map_fd | map A  |
      And user space updates index 0 of map O to map B
      Then it succeeds
      And a program sees the number 3 at index 3 of the map at index 0 of map O
      And a program sees the number <index> at index <index> of the map at index 0 of map O
      And nothing has changed

      Examples:
        | index | kind          |
        | 4     | ARRAY_OF_MAPS |
        | 5     | HASH_OF_MAPS  |

  @rule:percpu.inner.lookup-percpu @observed @percpu @program @needs:inner @since-5.19 @until-7.0
  Rule: A look-up of a CPU's slot in an inner per-CPU array map has the bound of that map
    Source: kernel/bpf/arraymap.c, percpu_array_map_lookup_percpu_elem

    Scenario: index 5 of 6 where the template has 4
      Given a per-CPU array map of 4 elements of 8 bytes
      And a per-CPU array map of 6 elements of 8 bytes as map B
      And every element of map B holds its own pattern
      When map O is created with:
        | inner_map_fd | map A |
      And user space updates index 0 of map O to map B
      Then it succeeds
      And a program sees patterns from 11 at index 5 of the map at index 0 of map O for CPU 0
      And a program sees patterns from 9 at index 4 of the map at index 0 of map O for CPU 0
      When a program looks up index 6 of the map at index 0 of map O for CPU 0
      Then it finds no value
      When a program updates index 5 of the map at index 0 of map O to pattern 70
      Then it succeeds
      And a program on CPU 0 sees pattern 70 at index 5 of map B

  @rule:inner.match.not @observed @needs:inner @since-4.12
  Rule: The name, the mode of the descriptor and freezing do not matter for an inner map
    Source: kernel/bpf/map_in_map.c, bpf_map_meta_equal

    @needs:access
    Scenario Outline: a map with a name behind a read-only descriptor goes with <type>
      Given <type> of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map B is created with:
        | map_type  | <map_type>   |
        | map_name  | another      |
        | map_flags | BPF_F_RDONLY |
      And map O is created with:
        | inner_map_fd | map A |
      And user space updates index 0 of map O to map B
      Then it succeeds
      When user space opens the map at index 0 of map O as map C
      And user space describes map C
      Then it reports:
        | name | another |
      When user space updates index 1 of map C to patterns from 60
      Then user space sees patterns from 60 at index 1 of map B
      And nothing has changed

      Examples:
        | type         | map_type |
        | an array map | ARRAY    |

      @percpu
      Examples:
        | type                | map_type     |
        | a per-CPU array map | PERCPU_ARRAY |

    @needs:freeze @since-5.2
    Scenario: a frozen map goes with one that is not
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes as map B
      When user space freezes the map
      And map O is created with:
        | inner_map_fd | map B |
      And user space updates index 0 of map O to map A
      Then it succeeds
      When user space opens the map at index 0 of map O as map C
      Then user space sees pattern 2 at index 1 of map C
      When user space updates index 1 of map C to pattern 60
      Then it is refused with EPERM
      And nothing has changed

  @rule:inner.template @manual @program @needs:inner @since-4.12
  Rule: The template may be closed while the map of maps lives
    Source: Documentation/bpf/map_of_maps.rst

    Scenario Outline: with the template closed, <type> like it is still taken, and another not
      Given <type> of 4 elements of 8 bytes
      And <type> of 4 elements of 8 bytes as map B
      And every element of map B holds its own pattern
      And <type> of 4 elements of 16 bytes as map C
      When map O is created with:
        | inner_map_fd | map A |
      And user space closes the map
      And user space updates index 3 of map O to map B
      Then it succeeds
      When user space updates index 3 of map O to map C
      Then it is refused
      When a program updates index 1 of the map at index 3 of map O to pattern 30
      Then a program sees pattern 30 at index 1 of map B
      And a program sees zeros at index 1 of map C

      Examples:
        | type         |
        | an array map |

      @percpu
      Examples:
        | type                |
        | a per-CPU array map |

  @rule:inner.id @observed @needs:inner @needs:info @since-4.13
  Rule: User space finds the id of the inner map in a map of maps
    Source: kernel/bpf/map_in_map.c, bpf_map_fd_sys_lookup_elem

    Scenario Outline: the map that <kind> names has the id of what was put there
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      And an array map of 4 elements of 8 bytes as map B
      And every element of map B holds its own index
      When map O is created with:
        | map_type     | <kind> |
        | inner_map_fd | map A  |
      And user space updates index 0 of map O to map B
      And user space updates index 1 of map O to map A
      And user space describes map B
      And user space opens the map at index 0 of map O as map C
      Then it succeeds
      When user space describes map C
      Then it reports:
        | id | that of map B |
      And user space sees the number 3 at index 3 of map C
      When user space opens the map at index 1 of map O as map D
      Then user space sees pattern 4 at index 3 of map D
      When user space opens the map at index 2 of map O as map E
      Then it is refused with ENOENT
      And nothing has changed

      Examples:
        | kind          |
        | ARRAY_OF_MAPS |
        | HASH_OF_MAPS  |

  @rule:inner.lifetime @manual @needs:inner @needs:info @needs:identity @since-4.13
  Rule: A map of maps keeps the maps in it alive
    Source: Documentation/bpf/map_of_maps.rst

    Scenario: an inner map without descriptors is opened by its id, and by its place
      Given an array map of 4 elements of 8 bytes
      And an array map of 4 elements of 8 bytes as map B
      And every element of map B holds its own pattern
      When map O is created with:
        | inner_map_fd | map A |
      And user space updates index 0 of map O to map B
      And user space describes map B
      And user space closes map B
      And user space opens the id of map B as map C
      Then it succeeds
      And user space sees pattern 4 at index 3 of map C
      When user space closes map C
      And user space opens the map at index 0 of map O as map D
      Then user space sees pattern 3 at index 2 of map D

  @rule:inner.insert.order @observed @needs:inner @since-4.12
  Rule: An array of maps tells E2BIG for a place that it has not, then EBADF for a closed descriptor and EINVAL for a map of maps
    Source: kernel/bpf/arraymap.c, bpf_fd_array_map_update_elem
    Source: kernel/bpf/map_in_map.c, bpf_map_fd_get_ptr

    Scenario Outline: into <kind>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map O is created with:
        | map_type     | <kind> |
        | max_entries  | 2      |
        | inner_map_fd | map A  |
      And map P is created with:
        | map_type     | <kind> |
        | inner_map_fd | map A  |
      And user space updates index 0 of map O to map Z
      Then it is refused with EBADF
      When user space updates index 0 of map O to map P
      Then it is refused with EINVAL
      When user space updates index 0 of map O to map A
      And user space updates index 1 of map O to map A
      Then it succeeds
      When user space updates index 2 of map O to map A
      Then it is refused with E2BIG
      When user space updates index 2 of map O to map Z
      Then it is refused with <errno>
      And nothing has changed

      Examples:
        | kind          | errno |
        | ARRAY_OF_MAPS | E2BIG |
        | HASH_OF_MAPS  | EBADF |

  @rule:inner.create @observed @needs:inner @since-4.12
  Rule: A map of maps has at least one entry, and a template that is an open map and no map of maps
    Source: kernel/bpf/map_in_map.c, bpf_map_meta_alloc

    Scenario Outline: <kind> of <entries> like <template> is refused with <errno>
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When map P is created with:
        | map_type     | <kind> |
        | inner_map_fd | map A  |
      Then it succeeds
      When map O is created with:
        | map_type     | <kind>     |
        | max_entries  | <entries>  |
        | inner_map_fd | <template> |
      Then it is refused with <errno>
      When user space updates index 0 of map P to map A
      And user space opens the map at index 0 of map P as map B
      Then user space sees pattern 2 at index 1 of map B
      And nothing has changed

      Examples:
        | kind          | entries | template | errno  |
        | ARRAY_OF_MAPS | 0       | map A    | EINVAL |
        | HASH_OF_MAPS  | 0       | map A    | EINVAL |
        | ARRAY_OF_MAPS | 2       | map Z    | EBADF  |
        | HASH_OF_MAPS  | 2       | map Z    | EBADF  |
        | ARRAY_OF_MAPS | 2       | map P    | EINVAL |
        | HASH_OF_MAPS  | 2       | map P    | EINVAL |
