/// Decides which calls go wrong on purpose, and how.
@NullMarked
package io.tieout.twin.faults;

import org.jspecify.annotations.NullMarked;
