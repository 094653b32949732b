/// What a service found that a person should know: open until it is resolved.
@NullMarked
package io.tieout.model.finding;

import org.jspecify.annotations.NullMarked;
