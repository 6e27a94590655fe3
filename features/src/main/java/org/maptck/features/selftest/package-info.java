/// Whether the rules notice implementations that are wrong on purpose.
@NullMarked
package org.maptck.features.selftest;

import org.jspecify.annotations.NullMarked;
