/// Keeps what QuickBooks' own profit and loss says of each project.
@NullMarked
package io.tieout.reconcile.profitandloss;

import org.jspecify.annotations.NullMarked;
