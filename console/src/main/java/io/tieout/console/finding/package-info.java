/// Keeps every finding, open or resolved, and shows the ones that somebody has to mend.
@NullMarked
package io.tieout.console.finding;

import org.jspecify.annotations.NullMarked;
