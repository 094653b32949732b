/// Writes cells and comments: many rows in one request, one request of a sheet at a time.
@NullMarked
package io.tieout.writeback.smartsheet;

import org.jspecify.annotations.NullMarked;
