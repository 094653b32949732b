/// Decides what is remembered of every call that a vendor would have seen.
@NullMarked
package io.tieout.twin.calls;

import org.jspecify.annotations.NullMarked;
