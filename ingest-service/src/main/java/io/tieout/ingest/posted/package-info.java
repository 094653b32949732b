/// Decides whether a person has changed in QuickBooks what Tieout posted there: invoices, bills,
/// purchase orders, journal entries and time.
@NullMarked
package io.tieout.ingest.posted;

import org.jspecify.annotations.NullMarked;
