/// What every event carries besides its payload.
@NullMarked
package io.tieout.model.envelope;

import org.jspecify.annotations.NullMarked;
