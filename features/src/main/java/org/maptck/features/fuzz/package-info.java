/// Lists of commands that nobody wrote down: how they are generated, compared, shrunk and printed.
@NullMarked
package org.maptck.features.fuzz;

import org.jspecify.annotations.NullMarked;
