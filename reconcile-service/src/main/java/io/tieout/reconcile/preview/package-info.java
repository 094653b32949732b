/// Says what edited match rules would change, and changes nothing.
@NullMarked
package io.tieout.reconcile.preview;

import org.jspecify.annotations.NullMarked;
