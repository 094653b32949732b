package io.tieout.invoice.drafts;

import io.tieout.invoice.Cause;
import io.tieout.invoice.rows.WorkGroup;
import java.time.Instant;

/// A group of rows, until when it must be left alone, and what last changed it.
record StoredGroup(WorkGroup group, Instant quietUntil, Cause cause) {}
