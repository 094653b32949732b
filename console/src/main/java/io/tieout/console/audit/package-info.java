/// Fetches the recorded life of a proposal from audit-service, and says so plainly when that is out
/// of reach.
@NullMarked
package io.tieout.console.audit;

import org.jspecify.annotations.NullMarked;
