/// What people should know about rows that were not drafted, told once, and noted on the row.
@NullMarked
package io.tieout.invoice.findings;

import org.jspecify.annotations.NullMarked;
