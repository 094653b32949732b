/// Makes envelopes that keep the chain of causes.
@NullMarked
package io.tieout.kit.event;

import org.jspecify.annotations.NullMarked;
