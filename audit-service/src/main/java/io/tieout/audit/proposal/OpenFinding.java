package io.tieout.audit.proposal;

import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.FindingId;

/// A finding that a proposal's state gives rise to.
public record OpenFinding(
        FindingId id,
        FindingKind kind,
        Severity severity,
        String title,
        String detail,
        String remedy) {}
