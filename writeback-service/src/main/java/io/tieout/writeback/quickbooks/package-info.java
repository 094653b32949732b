/// Puts invoices into QuickBooks: once, batched, and found again when an answer is lost.
@NullMarked
package io.tieout.writeback.quickbooks;

import org.jspecify.annotations.NullMarked;
