/// Sample events for the console's tests, fed through its real consumers.
@NullMarked
package io.tieout.console.sample;

import org.jspecify.annotations.NullMarked;
