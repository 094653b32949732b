/// Whether a call may be made now, shared by all copies of all services.
@NullMarked
package io.tieout.connectors.quota;

import org.jspecify.annotations.NullMarked;
