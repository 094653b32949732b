/// Decides what is new in the books since the last look, and publishes it.
@NullMarked
package io.tieout.ingest.books;

import org.jspecify.annotations.NullMarked;
