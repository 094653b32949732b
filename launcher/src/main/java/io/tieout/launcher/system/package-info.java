/// Runs the whole of Tieout on one machine; decides what starts when, with what settings, and what
/// stops first.
@NullMarked
package io.tieout.launcher.system;

import org.jspecify.annotations.NullMarked;
