/// Reads QuickBooks' own profit and loss once a day, and publishes it when it says something new.
@NullMarked
package io.tieout.ingest.profitandloss;

import org.jspecify.annotations.NullMarked;
