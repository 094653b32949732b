/// Decides what may be changed while the twin runs: delays, quotas, callbacks.
@NullMarked
package io.tieout.twin.settings;

import org.jspecify.annotations.NullMarked;
