/// Says what the two books say about each other.
@NullMarked
package io.tieout.reconcile;

import org.jspecify.annotations.NullMarked;
