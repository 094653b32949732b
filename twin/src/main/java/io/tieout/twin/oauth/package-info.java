/// Decides which tokens are good, for how long, and what a refresh does to them.
@NullMarked
package io.tieout.twin.oauth;

import org.jspecify.annotations.NullMarked;
