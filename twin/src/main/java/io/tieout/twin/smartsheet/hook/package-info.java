/// Decides when and how a sheet's changes are called back: handshake, signature, order, retries,
/// disabling.
@NullMarked
package io.tieout.twin.smartsheet.hook;

import org.jspecify.annotations.NullMarked;
