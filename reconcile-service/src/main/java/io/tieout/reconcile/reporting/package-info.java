/// Says of each project what the two books say about each other, side by side, with the evidence.
@NullMarked
package io.tieout.reconcile.reporting;

import org.jspecify.annotations.NullMarked;
