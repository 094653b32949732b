package io.tieout.invoice.rows;

import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;

/// What keeps a single row from being drafted, in words for the person who can mend it.
///
/// @param subject what tells faults of one kind apart, such as the cell
public record RowFault(
        FindingKind kind,
        Severity severity,
        String subject,
        String title,
        String detail,
        String remedy) {}
