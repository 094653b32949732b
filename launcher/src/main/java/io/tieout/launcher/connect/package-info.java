/// Decides how a person connects a vendor from the command line, and what is shown of connections.
@NullMarked
package io.tieout.launcher.connect;

import org.jspecify.annotations.NullMarked;
