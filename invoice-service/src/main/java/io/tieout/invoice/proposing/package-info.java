/// Turns a draft into the proposal that audit reviews.
@NullMarked
package io.tieout.invoice.proposing;

import org.jspecify.annotations.NullMarked;
