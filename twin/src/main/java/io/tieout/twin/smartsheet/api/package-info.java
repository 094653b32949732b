/// Decides what the Smartsheet API answers: who may call, what it costs, which error it gives.
@NullMarked
package io.tieout.twin.smartsheet.api;

import org.jspecify.annotations.NullMarked;
