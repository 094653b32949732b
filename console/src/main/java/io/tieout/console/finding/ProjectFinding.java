package io.tieout.console.finding;

import io.tieout.console.live.Changes;
import io.tieout.console.live.ConnectionNews;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps the newest state of each finding.
@ApplicationScoped
class ProjectFinding {
    private final Findings findings;
    private final ConnectionNews connectionNews;
    private final Changes changes;

    ProjectFinding(Findings findings, ConnectionNews connectionNews, Changes changes) {
        this.findings = findings;
        this.connectionNews = connectionNews;
        this.changes = changes;
    }

    @Transactional
    void apply(EventEnvelope<FindingEvent> event) {
        connectionNews.heard(Topics.FINDINGS, event);
        boolean newer =
                switch (event.payload()) {
                    case FindingOpened opened ->
                            findings.open(event.sourceRevision(), event.correlationId(), opened);
                    case FindingResolved resolved ->
                            findings.resolve(
                                    event.sourceRevision(), event.correlationId(), resolved);
                };
        if (!FindingFilter.GOOD_NEWS.contains(kind(event.payload()))) {
            findings.remember(event);
        }
        if (newer) {
            changes.announce();
        }
    }

    private static FindingKind kind(FindingEvent finding) {
        return switch (finding) {
            case FindingOpened opened -> opened.kind();
            case FindingResolved resolved -> resolved.kind();
        };
    }
}
