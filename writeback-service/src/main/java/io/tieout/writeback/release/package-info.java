/// Decides whether a release may be carried out, and keeps it as due work of its target's lane.
@NullMarked
package io.tieout.writeback.release;

import org.jspecify.annotations.NullMarked;
