/// Lets reviewer and policy speak about a proposal: what they look at, and whether it is there yet.
@NullMarked
package io.tieout.audit.hearing;

import org.jspecify.annotations.NullMarked;
