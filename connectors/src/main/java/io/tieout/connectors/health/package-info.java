/// Decides what is wrong with a connection, and what a person can do about it.
@NullMarked
package io.tieout.connectors.health;

import org.jspecify.annotations.NullMarked;
