/// Runs one real PostgreSQL and decides which role may do what in which schema.
@NullMarked
package io.tieout.launcher.postgres;

import org.jspecify.annotations.NullMarked;
