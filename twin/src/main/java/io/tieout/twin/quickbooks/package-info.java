/// Decides what QuickBooks Online would answer: which calls are allowed, what they change, what
/// they cost.
@NullMarked
package io.tieout.twin.quickbooks;

import org.jspecify.annotations.NullMarked;
