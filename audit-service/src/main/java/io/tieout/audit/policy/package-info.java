/// Who must approve what before money may move.
@NullMarked
package io.tieout.audit.policy;

import org.jspecify.annotations.NullMarked;
