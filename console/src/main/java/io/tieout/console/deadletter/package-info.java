/// Keeps what could not be processed, groups it by cause, and gives it a second chance when an
/// operator says so.
@NullMarked
package io.tieout.console.deadletter;

import org.jspecify.annotations.NullMarked;
