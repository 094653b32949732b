/// The whole system as one, seen from outside: its topics, its pages, the vendors beside it.
@NullMarked
package io.tieout.system;

import org.jspecify.annotations.NullMarked;
