/// The rules as JUnit tests: implement [org.maptck.model.Implementation], and put one class with
/// [org.maptck.junit.Conformance] into `src/test/java`.
@org.jspecify.annotations.NullMarked
package org.maptck.junit;
