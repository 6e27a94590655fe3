/// The system calls of a fuzz run, written down so that a program that checks nothing can do them
/// again.
@org.jspecify.annotations.NullMarked
package org.maptck.benchmarks.calls;
