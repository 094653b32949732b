/// Takes in rows, entities and proposal states, and wakes the drafts that they concern.
@NullMarked
package io.tieout.invoice.observing;

import org.jspecify.annotations.NullMarked;
