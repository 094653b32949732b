/// The rows of the sheets as last seen, and which of them may be drafted together.
@NullMarked
package io.tieout.invoice.rows;

import org.jspecify.annotations.NullMarked;
