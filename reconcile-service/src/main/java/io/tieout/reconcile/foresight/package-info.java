/// Says of a draft, before it is posted, which difference between the two books it would make.
@NullMarked
package io.tieout.reconcile.foresight;

import org.jspecify.annotations.NullMarked;
