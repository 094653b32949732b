/// How events are written and read, and the canonical form that is hashed.
@NullMarked
package io.tieout.kit.json;

import org.jspecify.annotations.NullMarked;
