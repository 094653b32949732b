/// What somebody wants to happen, with evidence, and how far it got.
@NullMarked
package io.tieout.model.proposal;

import org.jspecify.annotations.NullMarked;
