/// The topics: name, key, payload, owner and readers, declared once.
@NullMarked
package io.tieout.model.topic;

import org.jspecify.annotations.NullMarked;
