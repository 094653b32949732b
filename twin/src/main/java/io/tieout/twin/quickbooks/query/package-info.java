/// Decides what a QuickBooks query statement means, and refuses what the grammar lacks.
@NullMarked
package io.tieout.twin.quickbooks.query;

import org.jspecify.annotations.NullMarked;
