/// Decides how a person connects a vendor, and tells how every connection is doing.
@NullMarked
package io.tieout.ingest.connection;

import org.jspecify.annotations.NullMarked;
