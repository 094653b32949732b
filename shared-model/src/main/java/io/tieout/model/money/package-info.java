/// Amounts, quantities and percentages: exact decimals that refuse to be mixed up.
@NullMarked
package io.tieout.model.money;

import org.jspecify.annotations.NullMarked;
