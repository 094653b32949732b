/// Says which commands of people were not carried out, and why, where they see it.
@NullMarked
package io.tieout.reconcile.refusal;

import org.jspecify.annotations.NullMarked;
