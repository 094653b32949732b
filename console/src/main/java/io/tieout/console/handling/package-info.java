/// Decides who may do what about an exception, and passes it on as a command.
@NullMarked
package io.tieout.console.handling;

import org.jspecify.annotations.NullMarked;
