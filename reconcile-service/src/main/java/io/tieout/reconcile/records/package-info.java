/// Says how people call the rows and documents that lines are of, wherever a person reads of them.
@NullMarked
package io.tieout.reconcile.records;

import org.jspecify.annotations.NullMarked;
