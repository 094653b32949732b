/// What it means when a vendor does not do what was asked, in six kinds a lane can act on.
@NullMarked
package io.tieout.connectors.fault;

import org.jspecify.annotations.NullMarked;
