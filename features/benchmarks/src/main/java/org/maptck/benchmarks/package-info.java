/// How many commands a second the parts of the kit do, and what the same system calls cost without
/// it.
@org.jspecify.annotations.NullMarked
package org.maptck.benchmarks;
