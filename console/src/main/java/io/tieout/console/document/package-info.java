/// Serves an invoice as PDF to whoever holds its link.
@NullMarked
package io.tieout.console.document;

import org.jspecify.annotations.NullMarked;
