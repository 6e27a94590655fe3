/// Every command from every state of small maps.
@NullMarked
package org.maptck.features.explore;

import org.jspecify.annotations.NullMarked;
