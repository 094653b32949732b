/// Decides which port each part listens on, and says who is in the way when one is taken.
@NullMarked
package io.tieout.launcher.port;

import org.jspecify.annotations.NullMarked;
