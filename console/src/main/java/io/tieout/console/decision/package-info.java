/// Sends the decision that a person takes to audit, signed and once, or says why it cannot be sent.
@NullMarked
package io.tieout.console.decision;

import org.jspecify.annotations.NullMarked;
