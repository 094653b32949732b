package io.tieout.reconcile.weekly;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TextPart;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.reporting.ReportLinks;
import io.tieout.reconcile.reporting.VarianceReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Proposes the mails of one week and remembers the week, in one transaction.
@ApplicationScoped
class SendWeekly {
    private final WeeklyReports sent;
    private final Outbox outbox;
    private final Events events;
    private final Lanes lanes;
    private final ReportLinks links;

    SendWeekly(WeeklyReports sent, Outbox outbox, Events events, Lanes lanes, ReportLinks links) {
        this.sent = sent;
        this.outbox = outbox;
        this.events = events;
        this.lanes = lanes;
        this.links = links;
    }

    @Transactional
    void store(
            Lane lane, RealmId realm, ReviewDesk desk, Instant due, List<VarianceReport> reports) {
        lanes.confirm(lane);
        LocalDate day = LocalDate.ofInstant(due, desk.zone());
        for (VarianceReport report : reports) {
            for (String to : desk.accountantsOf(report.project())) {
                propose(realm, mail(realm, report, day, to));
            }
        }
        sent.store(realm, due);
    }

    /// One proposal per project, week and person, the same after any loss of memory.
    private ProposalMade mail(RealmId realm, VarianceReport report, LocalDate day, String to) {
        String name =
                String.join(":", "weekly", realm.value(), report.project(), day.toString(), to);
        ProposalId id =
                new ProposalId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        String subject = WeeklyWords.subject(report);
        return new ProposalMade(
                id,
                1,
                realm,
                ProposalKind.REPORT,
                "WR-" + day,
                "Send the weekly report to %s: %s".formatted(to, subject),
                Services.RECONCILE,
                null,
                null,
                List.of(),
                List.of(
                        new SendMail(
                                new EffectId("e1"),
                                List.of(),
                                to,
                                List.of(TextPart.words(subject)),
                                List.of(
                                        TextPart.words(
                                                WeeklyWords.body(
                                                        report,
                                                        day,
                                                        links.of(realm, report.project())))))),
                new Evidence(List.of(), List.of(), report.project(), null, null, "template"));
    }

    private void propose(RealmId realm, ProposalMade proposal) {
        outbox.append(
                Topics.PROPOSALS,
                proposal.proposalId().toString(),
                events.started(
                        Connections.quickbooks(realm),
                        SourceRevision.NONE,
                        events.newCorrelation(),
                        proposal));
    }
}
