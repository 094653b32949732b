/// Has the text of files read by a process of its own: parsers of foreign files can be made to take
/// all memory or time, so the service never runs one.
@NullMarked
package io.tieout.ingest.extraction;

import org.jspecify.annotations.NullMarked;
