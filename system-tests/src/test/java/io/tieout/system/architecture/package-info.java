/// Rules about the code itself.
@NullMarked
package io.tieout.system.architecture;

import org.jspecify.annotations.NullMarked;
