/// What writeback promises, tried against vendors that misbehave.
@NullMarked
package io.tieout.writeback;

import org.jspecify.annotations.NullMarked;
