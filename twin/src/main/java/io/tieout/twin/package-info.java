/// What the twin is configured with, and how it starts.
@NullMarked
package io.tieout.twin;

import org.jspecify.annotations.NullMarked;
