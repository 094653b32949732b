@NullMarked
package io.tieout.bench;

import org.jspecify.annotations.NullMarked;
