/// Decides who may still decide in a sheet: whoever may edit it, and is in the group that gives the
/// role.
@NullMarked
package io.tieout.ingest.rights;

import org.jspecify.annotations.NullMarked;
