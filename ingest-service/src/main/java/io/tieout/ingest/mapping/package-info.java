/// Decides what a sheet's columns mean, whether the sheet still fits that, and what its cells say.
@NullMarked
package io.tieout.ingest.mapping;

import org.jspecify.annotations.NullMarked;
