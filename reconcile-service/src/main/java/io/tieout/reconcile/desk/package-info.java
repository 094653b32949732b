/// Says of each company where finance looks into discrepancies, from which amount on, and who is
/// told.
@NullMarked
package io.tieout.reconcile.desk;

import org.jspecify.annotations.NullMarked;
