/// Keeps every proposal as audit last stated it, and decides nothing about it.
@NullMarked
package io.tieout.console.proposal;

import org.jspecify.annotations.NullMarked;
