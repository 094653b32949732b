/// Decides what an invoice for a group of rows looks like, or why it cannot be made.
@NullMarked
package io.tieout.invoice.drafting;

import org.jspecify.annotations.NullMarked;
