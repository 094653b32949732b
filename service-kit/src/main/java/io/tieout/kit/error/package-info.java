/// The kinds of failure and their codes.
@NullMarked
package io.tieout.kit.error;

import org.jspecify.annotations.NullMarked;
