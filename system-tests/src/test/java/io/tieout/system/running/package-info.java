/// One running system for all tests, and the ways to look at it and act on it from outside.
@NullMarked
package io.tieout.system.running;

import org.jspecify.annotations.NullMarked;
