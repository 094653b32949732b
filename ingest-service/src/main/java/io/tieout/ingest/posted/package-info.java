/// Decides whether a person has changed in QuickBooks what Tieout posted there.
@NullMarked
package io.tieout.ingest.posted;

import org.jspecify.annotations.NullMarked;
