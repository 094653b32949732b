/// Durable lanes: due work outside transactions, one holder at a time, pausing instead of failing.
@NullMarked
package io.tieout.kit.lane;

import org.jspecify.annotations.NullMarked;
