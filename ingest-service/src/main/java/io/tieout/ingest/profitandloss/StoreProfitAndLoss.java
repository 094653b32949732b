package io.tieout.ingest.profitandloss;

import io.tieout.ingest.finding.Findings;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/// Publishes a profit and loss that says something else than the last one: other figures, or the
/// same ones up to another day. When it was made alone is no news. That it cannot be read is a
/// finding until it can.
@ApplicationScoped
class StoreProfitAndLoss {
    private final Lanes lanes;
    private final Readings readings;
    private final Findings findings;
    private final Outbox outbox;
    private final Events events;

    StoreProfitAndLoss(
            Lanes lanes, Readings readings, Findings findings, Outbox outbox, Events events) {
        this.lanes = lanes;
        this.readings = readings;
        this.findings = findings;
        this.outbox = outbox;
        this.events = events;
    }

    @Transactional
    void read(Lane lane, ProfitAndLossObserved read, Instant now) {
        lanes.confirm(lane);
        RealmId realm = read.realmId();
        Readings.Last last = readings.last(realm);
        String content =
                CanonicalJson.sha256(
                        List.of(
                                read.method(),
                                read.from(),
                                read.to(),
                                read.currency(),
                                read.customers()));
        if (content.equals(last.content())) {
            readings.put(realm, now, last);
        } else {
            long revision = Math.max(read.asOf().toEpochMilli(), last.revision() + 1);
            readings.put(realm, now, new Readings.Last(content, revision));
            outbox.append(
                    Topics.QUICKBOOKS_ENTITIES,
                    read.key(),
                    events.<EntityEvent>started(
                            Connections.quickbooks(realm),
                            new SourceRevision(revision, 0),
                            events.newCorrelation(),
                            read));
        }
        findings.resolve(
                finding(realm),
                realm,
                FindingKind.CONNECTION_PROBLEM,
                "The profit and loss was read",
                events.newCorrelation());
    }

    /// @param why in the vendor's or our own words
    @Transactional
    void failed(Lane lane, RealmId realm, String why, Instant now) {
        lanes.confirm(lane);
        readings.put(realm, now, readings.last(realm));
        findings.open(
                finding(realm),
                realm,
                FindingKind.CONNECTION_PROBLEM,
                List.of(),
                null,
                new Findings.Text(
                        "QuickBooks' profit and loss cannot be read",
                        why,
                        "Variance reports show the last one that could be read, or none. It is asked for again with"
                                + " the next reading; see that whoever connected QuickBooks may see its reports."),
                events.newCorrelation());
    }

    private static FindingId finding(RealmId realm) {
        return new FindingId("profit-and-loss:" + realm);
    }
}
