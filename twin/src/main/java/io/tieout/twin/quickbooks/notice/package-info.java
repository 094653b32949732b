/// Decides what the vendor tells its subscribers about changes in the books, in which form, and how
/// often it tries.
@NullMarked
package io.tieout.twin.quickbooks.notice;

import org.jspecify.annotations.NullMarked;
