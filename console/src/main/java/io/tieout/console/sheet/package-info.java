/// Decides who may ask for a sheet to be read again, or in another way.
@NullMarked
package io.tieout.console.sheet;

import org.jspecify.annotations.NullMarked;
