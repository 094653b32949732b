/// Decides which documents to fetch, and keeps them by their content.
@NullMarked
package io.tieout.ingest.document;

import org.jspecify.annotations.NullMarked;
