/// The one place where benches are registered, and how each says its result.
@NullMarked
package io.tieout.bench;

import org.jspecify.annotations.NullMarked;
