/// Shows the exception queue, and takes what people do about it.
@NullMarked
package io.tieout.console.exception;

import org.jspecify.annotations.NullMarked;
