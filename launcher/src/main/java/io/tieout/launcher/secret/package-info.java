/// Makes the passwords and keys of one data directory, once.
@NullMarked
package io.tieout.launcher.secret;

import org.jspecify.annotations.NullMarked;
