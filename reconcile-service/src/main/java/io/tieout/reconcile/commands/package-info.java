/// Hears what people ask of this service.
@NullMarked
package io.tieout.reconcile.commands;

import org.jspecify.annotations.NullMarked;
