/// Makes up two books with a known truth, as ledger files. Knows nothing of how they are matched.
@NullMarked
package io.tieout.bench.ledger;

import org.jspecify.annotations.NullMarked;
