/// The typed effects on the outside world that a proposal may hold, and their results.
@NullMarked
package io.tieout.model.effect;

import org.jspecify.annotations.NullMarked;
