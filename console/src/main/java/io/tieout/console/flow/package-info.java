/// Says how far each consumer is behind, whether the services answer, and how old the newest news
/// of each connection is.
@NullMarked
package io.tieout.console.flow;

import org.jspecify.annotations.NullMarked;
