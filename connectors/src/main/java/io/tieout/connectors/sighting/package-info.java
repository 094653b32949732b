/// What is known of sheets without asking Smartsheet again: which versions our own writes made, and
/// which rows nobody has touched since they were read.
@NullMarked
package io.tieout.connectors.sighting;

import org.jspecify.annotations.NullMarked;
