/// What every page shares: the navigation with its counts, words and figures as people read them,
/// errors.
@NullMarked
package io.tieout.console.frame;

import org.jspecify.annotations.NullMarked;
