/// A headless browser on the console, and what a person who sits in front of it sees and does.
@NullMarked
package io.tieout.system.browsing;

import org.jspecify.annotations.NullMarked;
