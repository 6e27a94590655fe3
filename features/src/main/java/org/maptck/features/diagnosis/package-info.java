/// What the failures of an implementation look like.
@NullMarked
package org.maptck.features.diagnosis;

import org.jspecify.annotations.NullMarked;
