/// The generator of commands, driven by a fuzzer that looks at coverage.
@org.jspecify.annotations.NullMarked
package org.maptck.jazzer;
