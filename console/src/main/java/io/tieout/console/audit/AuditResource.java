package io.tieout.console.audit;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.finding.Finding;
import io.tieout.console.finding.Findings;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.console.proposal.ProposalCard;
import io.tieout.console.proposal.Proposals;
import io.tieout.model.id.ProposalId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The audit page.
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
@Blocking
class AuditResource {
    private static final int HITS_MAX = 30;

    private final Proposals proposals;
    private final Findings findings;
    private final AuditClient audit;
    private final Frames frames;
    private final Clock clock;

    AuditResource(
            Proposals proposals, Findings findings, AuditClient audit, Frames frames, Clock clock) {
        this.proposals = proposals;
        this.findings = findings;
        this.audit = audit;
        this.frames = frames;
        this.clock = clock;
    }

    @GET
    public TemplateInstance page(
            @QueryParam("q") @Nullable String text, @QueryParam("id") @Nullable String id) {
        String search = text == null ? "" : text.strip();
        List<ProposalCard> cards = proposals.search(search, HITS_MAX);
        Optional<ProposalCard> chosen =
                cards.stream()
                        .filter(card ->
                                card.proposalId().toString().equals(id)
                                        || card.proposalId().toString().equalsIgnoreCase(search)
                                        || card.reference().equalsIgnoreCase(search))
                        .findFirst();
        Trail trail =
                chosen.map(ProposalCard::proposalId)
                        .map(audit::trail)
                        .orElseGet(() -> new Trail.Recorded(List.of()));
        return new AuditPage(
                frames.frame(Section.AUDIT),
                search,
                hits(cards, search),
                chosen.map(card -> card.reference() + ", " + card.summary()).orElse(""),
                chosen.map(card -> href(card.proposalId())).orElse(""),
                switch (trail) {
                    case Trail.Recorded(List<TrailEntry> entries) ->
                            entries.stream().map(AuditResource::moment).toList();
                    case Trail.OutOfReach _ -> List.of();
                },
                switch (trail) {
                    case Trail.Recorded _ -> "";
                    case Trail.OutOfReach(String why) -> why;
                });
    }

    private List<AuditPage.Hit> hits(List<ProposalCard> cards, String search) {
        Instant now = clock.instant();
        List<AuditPage.Hit> hits = new ArrayList<>();
        for (ProposalCard card : cards) {
            hits.add(
                    new AuditPage.Hit(
                            card.reference() + " revision " + card.revision(),
                            card.summary(),
                            Badge.quiet(Words.lower(card.status())),
                            When.ago(card.changedAt(), now),
                            Address.of("/audit")
                                    .with("q", search)
                                    .with("id", card.proposalId())
                                    .toString()));
        }
        for (Finding finding : search.isEmpty() ? List.<Finding>of() : findings.inChain(search)) {
            String kind = finding.kind().words();
            hits.add(
                    new AuditPage.Hit(
                            kind,
                            finding.title(),
                            finding.open() ? Badge.waiting("open") : Badge.good("resolved"),
                            When.ago(finding.openedAt(), now),
                            Address.of("/exceptions")
                                    .with("status", "all")
                                    .with("id", finding.realmId() + "/" + finding.findingId())
                                    .toString()));
        }
        return hits;
    }

    private static AuditPage.Moment moment(TrailEntry entry) {
        return new AuditPage.Moment(
                When.exact(entry.at()),
                entry.title(),
                entry.text(),
                entry.actor() == null ? "" : entry.actor(),
                entry.sequence() == null ? "" : entry.sequence().toString(),
                entry.hash() == null ? "" : entry.hash());
    }

    private static String href(ProposalId id) {
        return "/approvals?status=all&kind=everything&id=" + id;
    }
}
