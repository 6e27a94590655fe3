Feature: Examples

  The code samples of the document, each carried out: its calls, its sizes, its values.

  @rule:example.declaration @documented @array
  Rule: The sample declaration makes an array map of 256 elements of a long each
    Source: map_array.rst, examples, kernel BPF, sample 1

    @program
    Scenario: a program finds all 256 elements and no more
      Given an array map of 256 elements of 8 bytes with BPF_F_MMAPABLE as map B
      And an array map of 256 elements of 8 bytes
      When a program updates index 255 to the number 9
      Then it succeeds
      And user space sees the number 9 at index 255
      When a program looks up index 256
      Then it finds no value
      And nothing else has changed

  @rule:example.count-packets @documented @array @program
  Rule: The sample program counts the bytes of packets by their IP protocol
    Source: map_array.rst, examples, kernel BPF, sample 2

    Background:
      Given an array map of 256 elements of 8 bytes

    Scenario Outline: packets of protocol <protocol> count in element <protocol>
      When a program counts a packet of IP protocol <protocol> and 60 bytes in the map
      Then it succeeds
      And user space sees the number 60 at index <protocol>
      When a program counts a packet of IP protocol <protocol> and 1500 bytes in the map
      Then user space sees the number 1560 at index <protocol>
      And nothing else has changed

      Examples:
        | protocol |
        | 0        |
        | 1        |
        | 6        |
        | 17       |
        | 255      |

    Scenario: packets of several protocols count apart
      When a program counts a packet of IP protocol 6 and 100 bytes in the map
      And a program counts a packet of IP protocol 17 and 70 bytes in the map
      And a program counts a packet of IP protocol 6 and 40 bytes in the map
      Then user space sees the number 140 at index 6
      And user space sees the number 70 at index 17
      And nothing else has changed

    Scenario: programs on every CPU count in the same element
      When a program on CPU 0 counts a packet of IP protocol 1 and 98 bytes in the map
      And a program on CPU 1 counts a packet of IP protocol 1 and 102 bytes in the map
      Then user space sees the number 200 at index 1
      And nothing else has changed

    Scenario: a packet without a whole IP header is not counted
      When a program counts a packet of IP protocol 6 and 20 bytes in the map
      And a program counts a packet of IP protocol 6 and 60 bytes in the map
      Then user space sees the number 60 at index 6
      And nothing else has changed

  @rule:example.create @documented @array @since-5.5
  Rule: The sample creates a mappable, named array map of 256 elements of a long each
    Source: map_array.rst, examples, userspace, BPF_MAP_TYPE_ARRAY, sample 1

    @memory
    Scenario: the map of the sample holds values and can be mapped
      When the map is created with:
        | map_type    | ARRAY          |
        | map_name    | example_array  |
        | key_size    | 4              |
        | value_size  | 8              |
        | max_entries | 256            |
        | map_flags   | BPF_F_MMAPABLE |
      Then it succeeds
      When user space maps 1 page of the map from 0 bytes on as the mapping rw-
      Then it succeeds
      When user space stores the number 42 at 336 bytes of the mapping
      Then user space sees the number 42 at index 42
      And nothing else has changed

    @memory @needs:info
    Scenario: the map of the sample says what it is
      When the map is created with:
        | map_type    | ARRAY          |
        | map_name    | example_array  |
        | key_size    | 4              |
        | value_size  | 8              |
        | max_entries | 256            |
        | map_flags   | BPF_F_MMAPABLE |
      And user space describes the map
      Then it reports:
        | type        | ARRAY          |
        | name        | example_array  |
        | key_size    | 4              |
        | value_size  | 8              |
        | max_entries | 256            |
        | map_flags   | BPF_F_MMAPABLE |

  @rule:example.initialize @documented @array
  Rule: The sample initializes every element of an array map to its own index
    Source: map_array.rst, examples, userspace, BPF_MAP_TYPE_ARRAY, sample 2

    Scenario: after it, each of 256 elements holds its index
      Given an array map of 256 elements of 8 bytes
      When every element of the map holds its own index
      Then user space sees the number 0 at index 0
      And user space sees the number 1 at index 1
      And user space sees the number 255 at index 255
      And nothing has changed

  @rule:example.lookup @documented @array
  Rule: The sample looks up element 42 of the initialized map and finds 42
    Source: map_array.rst, examples, userspace, BPF_MAP_TYPE_ARRAY, sample 3

    Scenario: element 42 is 42
      Given an array map of 256 elements of 8 bytes
      And every element of the map holds its own index
      When user space looks up index 42
      Then it succeeds
      And user space sees the number 42 at index 42
      And nothing has changed

    @program
    Scenario: a program finds it too
      Given an array map of 256 elements of 8 bytes
      And every element of the map holds its own index
      When a program loads index 42
      Then it gives the number 42
      And nothing has changed

  @rule:example.percpu-initialize @documented @percpu
  Rule: The sample initializes every CPU's value of every element to the element's index
    Source: map_array.rst, examples, userspace, BPF_MAP_TYPE_PERCPU_ARRAY, sample 1

    Scenario: after it, each CPU's value of each of 256 elements is the index
      Given a per-CPU array map of 256 elements of 8 bytes
      When every element of the map holds its own index
      Then user space sees the number 0 at index 0
      And user space sees the number 255 at index 255
      And nothing has changed

  @rule:example.percpu-lookup @documented @percpu
  Rule: The sample looks up element 42 of the initialized per-CPU map and finds 42 for each CPU
    Source: map_array.rst, examples, userspace, BPF_MAP_TYPE_PERCPU_ARRAY, sample 2

    Scenario: element 42 is 42 on every CPU
      Given a per-CPU array map of 256 elements of 8 bytes
      And every element of the map holds its own index
      When user space looks up index 42
      Then it succeeds
      And user space sees the number 42 at index 42
      And nothing has changed

    @program
    Scenario: programs on every CPU find it too
      Given a per-CPU array map of 256 elements of 8 bytes
      And every element of the map holds its own index
      Then a program on every CPU sees the number 42 at index 42
      And nothing has changed
