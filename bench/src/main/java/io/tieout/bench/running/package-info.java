/// A whole system on a port base of its own, with generated sheets and customers, for benches.
@NullMarked
package io.tieout.bench.running;

import org.jspecify.annotations.NullMarked;
