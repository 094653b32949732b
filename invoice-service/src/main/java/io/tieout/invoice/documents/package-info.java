/// What becomes of rows that are no invoices: bills, orders, journal entries, time; never a guess.
@NullMarked
package io.tieout.invoice.documents;

import org.jspecify.annotations.NullMarked;
