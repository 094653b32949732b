/// Keeps child processes, on record so that even a killed launcher's can be found and stopped.
@NullMarked
package io.tieout.launcher.process;

import org.jspecify.annotations.NullMarked;
