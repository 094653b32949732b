/// Shows which names are taken for which vendors, which lines belong together and which never do,
/// and lets people correct it.
@NullMarked
package io.tieout.console.pairing;

import org.jspecify.annotations.NullMarked;
