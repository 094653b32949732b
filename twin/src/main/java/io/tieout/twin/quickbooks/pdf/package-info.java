/// Decides how a sales document looks on paper.
@NullMarked
package io.tieout.twin.quickbooks.pdf;

import org.jspecify.annotations.NullMarked;
