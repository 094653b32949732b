/// What people decided, signed by the channel they decided through.
@NullMarked
package io.tieout.model.decision;

import org.jspecify.annotations.NullMarked;
