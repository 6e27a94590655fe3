/// The glue: each step phrase is one command or one expectation.
@NullMarked
package org.maptck.features.steps;

import org.jspecify.annotations.NullMarked;
