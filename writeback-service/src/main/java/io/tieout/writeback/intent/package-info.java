/// Decides what becomes of a call to a vendor whatever happens to it: committed before it is made,
/// repeated only as it was, looked for when its answer is lost.
@NullMarked
package io.tieout.writeback.intent;

import org.jspecify.annotations.NullMarked;
