/// The command behind `./tieout`: decides what a person's words mean.
@NullMarked
package io.tieout.launcher;

import org.jspecify.annotations.NullMarked;
