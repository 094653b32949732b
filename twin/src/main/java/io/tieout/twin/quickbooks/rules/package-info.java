/// Decides the bookkeeping: references, amounts, totals, tax, due dates, numbers, names and closed
/// periods.
@NullMarked
package io.tieout.twin.quickbooks.rules;

import org.jspecify.annotations.NullMarked;
