Feature: Usage in user space

  Access by descriptor.

  @rule:userspace.access @documented
  Rule: User space looks up and updates elements through a descriptor of the map
    Source: map_array.rst, userspace, sentence 1

    Scenario Outline: user space updates and looks up element <index> of a map of 257
      Given an array map of 257 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index <index> to pattern 66
      Then it succeeds
      When user space looks up index <index>
      Then it finds pattern 66
      And user space sees pattern 66 at index <index>
      And nothing else has changed

      Examples:
        | index |
        | 0     |
        | 1     |
        | 255   |
        | 256   |

    @percpu
    Scenario: user space updates and looks up a per-CPU element
      Given a per-CPU array map of 5 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 4 to patterns from 66
      Then it succeeds
      And user space sees patterns from 66 at index 4
      And nothing else has changed

    Scenario: an update replaces what was there, and the same update again changes nothing
      Given an array map of 3 elements of 12 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to pattern 66
      And user space updates index 1 to pattern 67
      Then user space sees pattern 67 at index 1
      When user space updates index 1 to pattern 67
      Then it succeeds
      And user space sees pattern 67 at index 1
      And nothing else has changed

    Scenario: a lookup finds what was written since the one before
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to pattern 66
      And user space looks up index 1
      Then it finds pattern 66
      When user space updates index 1 to pattern 67
      And user space looks up index 1
      Then it finds pattern 67
      And nothing else has changed

    Scenario: BPF_EXIST updates an element, since every element exists
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 2 to pattern 66 with BPF_EXIST
      Then it succeeds
      And user space sees pattern 66 at index 2
      And nothing else has changed

    @percpu
    Scenario: BPF_EXIST updates a per-CPU element, since every element exists
      Given a per-CPU array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 2 to patterns from 66 with BPF_EXIST
      Then it succeeds
      And user space sees patterns from 66 at index 2
      And nothing else has changed

    @program
    Scenario: user space and programs see each other's updates
      Given an array map of 3 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 0 to pattern 68
      Then a program sees pattern 68 at index 0
      When a program updates index 0 to pattern 69
      Then user space sees pattern 69 at index 0
      And nothing else has changed

  @rule:userspace.by-fd @documented
  Rule: The descriptor says which map is meant
    Source: map_array.rst, userspace, sentence 1

    Scenario: an update through one descriptor changes its map alone
      Given an array map of 4 elements of 8 bytes
      And an array map of 4 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      When user space updates index 1 of map B to pattern 90
      Then it succeeds
      And user space sees pattern 90 at index 1 of map B
      And nothing else has changed

    @percpu
    Scenario: a map and a per-CPU map of the same size are two maps
      Given an array map of 3 elements of 8 bytes
      And a per-CPU array map of 3 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      When user space updates index 1 of map B to patterns from 90
      Then it succeeds
      And user space sees patterns from 90 at index 1 of map B
      And nothing else has changed

    Scenario: a closed descriptor names no map, and other maps are not disturbed
      Given an array map of 4 elements of 8 bytes
      And an array map of 4 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      When user space closes map B
      Then it succeeds
      When user space looks up index 1 of map B
      Then it is refused
      And nothing has changed

    @manual
    Scenario: the errno for a closed descriptor is EBADF
      Given an array map of 4 elements of 8 bytes
      And an array map of 4 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      When user space closes map B
      And user space looks up index 1 of map B
      Then it is refused with EBADF
      When user space updates index 1 of map B to pattern 5
      Then it is refused with EBADF
      When user space deletes index 1 of map B
      Then it is refused with EBADF
      And nothing has changed

  @rule:userspace.delete-fails @documented
  Rule: The user-space call of the same name deletes nothing either
    Source: map_array.rst, userspace, sentence 1
    Source: map_array.rst, kernel BPF, delete, sentence 1

    @percpu
    Scenario: neither map type deletes through a descriptor
      Given an array map of 2 elements of 8 bytes
      And a per-CPU array map of 2 elements of 8 bytes as map B
      And every element of the map holds its own pattern
      And every element of map B holds its own pattern
      When user space deletes index 0
      Then it is refused
      When user space deletes index 0 of map B
      Then it is refused
      And nothing has changed
