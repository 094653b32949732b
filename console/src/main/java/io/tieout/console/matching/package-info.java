/// Asks reconcile-service how the two books are matched, and passes on what people decide about it.
@NullMarked
package io.tieout.console.matching;

import org.jspecify.annotations.NullMarked;
