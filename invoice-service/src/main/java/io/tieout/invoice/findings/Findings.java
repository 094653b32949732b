package io.tieout.invoice.findings;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.invoice.Cause;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells what was found: each cause once, again only when it says something else, and when it is
/// over. Notes on the rows follow.
@ApplicationScoped
public class Findings {
    private static final int DIGEST_LENGTH = 32;

    private final FindingRows stored;
    private final Notices notices;
    private final Outbox outbox;
    private final Events events;
    private final Clock clock;
    private final MeterRegistry registry;

    Findings(
            FindingRows stored,
            Notices notices,
            Outbox outbox,
            Events events,
            Clock clock,
            MeterRegistry registry) {
        this.stored = stored;
        this.notices = notices;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
        this.registry = registry;
    }

    /// These are all that hold within the scope now; what was open there and is not among them is
    /// resolved.
    public void report(String scope, RealmId realm, List<Refusal> refusals, Cause cause) {
        Set<FindingId> holding = new HashSet<>();
        for (Refusal refusal : refusals) {
            FindingId id = id(scope, refusal.kind(), refusal.subject());
            if (holding.add(id)) {
                open(id, scope, realm, refusal, cause);
            }
        }
        for (StoredFinding finding : stored.open(scope)) {
            if (!holding.contains(finding.id())) {
                resolve(finding, cause);
            }
        }
    }

    private void open(FindingId id, String scope, RealmId realm, Refusal refusal, Cause cause) {
        String fingerprint = CanonicalJson.sha256(refusal);
        Optional<StoredFinding> before = stored.find(id);
        boolean wasOpen = before.map(StoredFinding::open).orElse(false);
        if (wasOpen && before.map(StoredFinding::fingerprint).orElse("").equals(fingerprint)) {
            return;
        }
        List<RowRef> dropped = new ArrayList<>(wasOpen ? stored.rows(id) : List.of());
        dropped.removeAll(refusal.rows());
        Instant now = clock.instant();
        StoredFinding finding =
                before.map(old -> old.holding(fingerprint, refusal.title(), now))
                        .orElseGet(() ->
                                StoredFinding.first(
                                        id,
                                        scope,
                                        realm,
                                        refusal.kind(),
                                        fingerprint,
                                        refusal.title(),
                                        now));
        stored.store(finding);
        stored.replaceRows(id, refusal.rows());
        publish(finding, opened(finding, refusal), cause);
        notices.tell(finding, refusal, dropped, cause).ifPresent(stored::store);
        if (!wasOpen) {
            registry.counter("findings", "kind", refusal.kind().name()).increment();
        }
    }

    private static FindingOpened opened(StoredFinding finding, Refusal refusal) {
        return new FindingOpened(
                finding.id(),
                finding.realm(),
                refusal.kind(),
                refusal.severity(),
                Services.INVOICE,
                refusal.rows(),
                null,
                refusal.title(),
                refusal.detail(),
                refusal.remedy(),
                refusal.candidates(),
                refusal.amount(),
                finding.openedAt());
    }

    private void resolve(StoredFinding old, Cause cause) {
        Instant now = clock.instant();
        StoredFinding finding = old.over(now);
        stored.store(finding);
        publish(
                finding,
                new FindingResolved(
                        finding.id(),
                        finding.realm(),
                        finding.kind(),
                        "It holds no longer: the row or the books have changed.",
                        now,
                        finding.title()),
                cause);
        notices.clear(finding, cause).ifPresent(stored::store);
    }

    private void publish(StoredFinding finding, FindingEvent event, Cause cause) {
        outbox.append(
                Topics.FINDINGS,
                event.key(),
                events.following(
                        Connections.quickbooks(finding.realm()),
                        new SourceRevision(0, finding.changedMillis()),
                        cause.correlation(),
                        cause.event(),
                        event));
    }

    private static FindingId id(String scope, FindingKind kind, String subject) {
        String digest = CanonicalJson.sha256(List.of(scope, subject)).substring(0, DIGEST_LENGTH);
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new FindingId("invoice:" + name + ":" + digest);
    }
}
