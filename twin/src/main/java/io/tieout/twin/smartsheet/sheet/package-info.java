/// Decides what a sheet holds, what may be written into a cell, and how a sheet is shown.
@NullMarked
package io.tieout.twin.smartsheet.sheet;

import org.jspecify.annotations.NullMarked;
