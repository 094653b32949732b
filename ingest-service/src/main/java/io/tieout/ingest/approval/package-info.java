/// Decides when what people wrote into a sheet's approval cells is a decision.
@NullMarked
package io.tieout.ingest.approval;

import org.jspecify.annotations.NullMarked;
