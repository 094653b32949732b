/// One record per kind of identifier, so that no method takes two strings in the wrong order.
@NullMarked
package io.tieout.model.id;

import org.jspecify.annotations.NullMarked;
