/// The command line: a class for each subcommand, which reads its words and hands on.
@NullMarked
package org.maptck.cli;

import org.jspecify.annotations.NullMarked;
