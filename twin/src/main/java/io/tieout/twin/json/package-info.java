/// Decides how JSON is read and written: numbers stay exact, unknown shapes stay visible.
@NullMarked
package io.tieout.twin.json;

import org.jspecify.annotations.NullMarked;
