/// What the two sides say: the rows that a proposal rests on, and the names behind QuickBooks ids.
@NullMarked
package io.tieout.console.source;

import org.jspecify.annotations.NullMarked;
