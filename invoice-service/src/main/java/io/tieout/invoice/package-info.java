/// What invoice-service is told about itself, and the names of its channels.
@NullMarked
package io.tieout.invoice;

import org.jspecify.annotations.NullMarked;
