/// The books as last seen: customers, items, classes, departments, terms, tax codes; and whether
/// their first load is complete.
@NullMarked
package io.tieout.invoice.books;

import org.jspecify.annotations.NullMarked;
