/// The one JSON form of commands, outcomes and traces.
@NullMarked
package org.maptck.json;

import org.jspecify.annotations.NullMarked;
