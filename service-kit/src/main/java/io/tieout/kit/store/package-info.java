/// The service's own schema: migrations, SQL access and the inbox.
@NullMarked
package io.tieout.kit.store;

import org.jspecify.annotations.NullMarked;
