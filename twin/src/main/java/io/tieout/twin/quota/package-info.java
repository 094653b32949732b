/// Decides whether one more call fits under a published limit.
@NullMarked
package io.tieout.twin.quota;

import org.jspecify.annotations.NullMarked;
