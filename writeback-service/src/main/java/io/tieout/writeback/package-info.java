/// Carries out what audit has released, and nothing else.
@NullMarked
package io.tieout.writeback;

import org.jspecify.annotations.NullMarked;
