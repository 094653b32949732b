/// The gate: what is wanted is recorded, reviewed, decided and only then released.
@NullMarked
package io.tieout.audit;

import org.jspecify.annotations.NullMarked;
