/// Measures how well and how fast lines of two books are matched, on made-up ledgers with a known
/// truth.
@NullMarked
package io.tieout.bench.matching;

import org.jspecify.annotations.NullMarked;
