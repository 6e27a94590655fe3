/// An array map of one's own.
@org.jspecify.annotations.NullMarked
package org.example;
