/// Who holds a row: each purposeful marking of a row is billed at most once.
@NullMarked
package io.tieout.invoice.claims;

import org.jspecify.annotations.NullMarked;
