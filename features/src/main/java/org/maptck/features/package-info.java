/// The rules as Gherkin: read from the feature files, selected, run against an implementation.
@NullMarked
package org.maptck.features;

import org.jspecify.annotations.NullMarked;
