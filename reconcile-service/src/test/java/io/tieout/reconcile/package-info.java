/// What reconcile promises, tried from topic to topic.
@NullMarked
package io.tieout.reconcile;

import org.jspecify.annotations.NullMarked;
