/// The billing rules: rates, minimums, caps, markups and grouping per client.
@NullMarked
package io.tieout.invoice.rules;

import org.jspecify.annotations.NullMarked;
