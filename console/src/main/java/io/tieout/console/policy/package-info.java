/// Says in words what needs whose approval, as audit-service applies it; the console decides none
/// of it.
@NullMarked
package io.tieout.console.policy;

import org.jspecify.annotations.NullMarked;
