Feature: Concurrency

  Locks in values.

  @rule:lock.value @documented @array @since-5.1 @needs:lock
  Rule: Since 5.1 a value may hold a bpf_spin_lock that synchronizes access to it
    Source: map_array.rst, concurrency, sentence 1

    Background:
      Given the map is created with:
        | value_size    | 16 |
        | max_entries   | 4  |
        | bpf_spin_lock | 0  |

    Scenario: user space updates and looks up under the lock
      When user space updates index 1 to bytes 00000000111111112222222233333333 with BPF_F_LOCK
      Then it succeeds
      When user space looks up index 1 with BPF_F_LOCK
      Then it finds bytes 00000000111111112222222233333333
      And user space sees zeros at index 2
      And nothing else has changed

    @program
    Scenario: a program stores under the lock, and user space looks up under it
      When a program updates index 3 to bytes 00000000444444445555555566666666 under its spin lock
      Then it succeeds
      When user space looks up index 3 with BPF_F_LOCK
      Then it finds bytes 00000000444444445555555566666666
      And user space sees bytes 00000000444444445555555566666666 at index 3
      And nothing else has changed

    @program
    Scenario: programs on every CPU take the same lock in turn
      When a program on every CPU updates index 0 to bytes 00000000777777778888888899999999 under its spin lock
      Then it succeeds
      And user space sees bytes 00000000777777778888888899999999 at index 0
      And nothing else has changed

  @rule:lock.needed @observed @since-5.1 @needs:lock
  Rule: BPF_F_LOCK is refused where the value holds no lock
    Source: kernel/bpf/syscall.c, map_lookup_elem and map_update_elem

    Scenario: lookups and updates with BPF_F_LOCK are refused with EINVAL
      Given an array map of 4 elements of 16 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to pattern 5 with BPF_F_LOCK
      Then it is refused with EINVAL
      When user space looks up index 1 with BPF_F_LOCK
      Then it is refused with EINVAL
      And nothing has changed

  @rule:lock.absent @documented @array @lacks:lock
  Rule: An implementation without spin locks refuses BPF_F_LOCK
    Source: map_array.rst, concurrency, sentence 1

    Scenario: an update with the flag is refused and the map is not disturbed
      Given an array map of 4 elements of 8 bytes
      And every element of the map holds its own pattern
      When user space updates index 1 to pattern 50 with BPF_F_LOCK
      Then it is refused
      And nothing has changed
