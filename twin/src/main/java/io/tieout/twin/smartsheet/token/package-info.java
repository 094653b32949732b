/// Decides which tokens open sheets: personal ones for ever, an app's for a week.
@NullMarked
package io.tieout.twin.smartsheet.token;

import org.jspecify.annotations.NullMarked;
