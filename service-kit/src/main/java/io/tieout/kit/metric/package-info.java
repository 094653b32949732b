/// Meters that every service exports the same way.
@NullMarked
package io.tieout.kit.metric;

import org.jspecify.annotations.NullMarked;
