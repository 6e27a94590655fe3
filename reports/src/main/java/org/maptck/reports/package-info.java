/// Rules, verdicts and results, and what is made of them for a reader or a machine.
@NullMarked
package org.maptck.reports;

import org.jspecify.annotations.NullMarked;
