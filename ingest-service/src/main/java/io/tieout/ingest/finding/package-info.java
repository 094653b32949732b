/// Keeps what this service found wrong: open until it is mended.
@NullMarked
package io.tieout.ingest.finding;

import org.jspecify.annotations.NullMarked;
