/// How many vendor calls a thousand rows cost, against the fewest that could do it.
@NullMarked
package io.tieout.bench.economy;

import org.jspecify.annotations.NullMarked;
