/// Decides which files on rows are read, fetches them, has their text read, and keeps both.
@NullMarked
package io.tieout.ingest.attachment;

import org.jspecify.annotations.NullMarked;
