/// Measures how well and how fast written names are told, beside a plain way of doing it.
@NullMarked
package io.tieout.bench.names;

import org.jspecify.annotations.NullMarked;
