/// Works out what the company's reports say, from its own books.
@NullMarked
package io.tieout.twin.quickbooks.report;

import org.jspecify.annotations.NullMarked;
