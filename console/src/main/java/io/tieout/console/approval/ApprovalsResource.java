package io.tieout.console.approval;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.ConsoleConfig;
import io.tieout.console.access.SignedIn;
import io.tieout.console.dossier.ProposalViews;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Pager;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.Words;
import io.tieout.console.proposal.ProposalCard;
import io.tieout.console.proposal.ProposalFilter;
import io.tieout.console.proposal.Proposals;
import io.tieout.console.proposal.StoredProposal;
import io.tieout.console.proposal.Totals;
import io.tieout.console.source.BookEntries;
import io.tieout.console.source.CompanyNames;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.ProposalId;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The approvals page.
@Path("/approvals")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ApprovalsResource {
    private final Proposals proposals;
    private final BookEntries entries;
    private final ProposalViews views;
    private final SignedIn signedIn;
    private final Frames frames;
    private final ConsoleConfig config;
    private final Clock clock;

    ApprovalsResource(
            Proposals proposals,
            BookEntries entries,
            ProposalViews views,
            SignedIn signedIn,
            Frames frames,
            ConsoleConfig config,
            Clock clock) {
        this.proposals = proposals;
        this.entries = entries;
        this.views = views;
        this.signedIn = signedIn;
        this.frames = frames;
        this.config = config;
        this.clock = clock;
    }

    @GET
    public TemplateInstance page(@BeanParam ViewParams params) {
        return page(params, "", true);
    }

    @GET
    @Path("{id}/payload")
    public TemplateInstance payload(@PathParam("id") UUID id) {
        StoredProposal stored =
                proposals.find(new ProposalId(id)).orElseThrow(NotFoundException::new);
        ProposalMade proposal = stored.state().proposal();
        String computed = CanonicalJson.sha256(proposal);
        return new PayloadPage(
                frames.frame(Section.APPROVALS, proposal.reference() + ", payload"),
                "/approvals?status=all&kind=everything&id=" + id,
                proposal.reference(),
                proposal.revision(),
                stored.state().hash(),
                computed,
                computed.equals(stored.state().hash()),
                WireJson.mapper().valueToTree(proposal).toPrettyString());
    }

    /// The page with the outcome of the last press of a button on it.
    ApprovalsPage page(ViewParams params, String message, boolean good) {
        ProposalFilter filter = params.filter();
        int size = config.limits().pageSize();
        int page = params.page();
        Totals totals = proposals.totals(filter);
        List<ProposalCard> cards = proposals.list(filter, size, (page - 1) * size);
        CompanyNames companies = entries.companies();
        Address address = Listing.address(filter, page);
        Instant now = clock.instant();
        Optional<StoredProposal> chosen =
                params.chosen()
                        .or(() -> cards.stream().map(ProposalCard::proposalId).findFirst())
                        .flatMap(proposals::find);
        boolean opened = params.chosen().isPresent();
        String id = params.chosen().map(ProposalId::toString).orElse("");
        String shown =
                chosen.map(stored -> stored.state().proposal().proposalId().toString()).orElse("");
        return new ApprovalsPage(
                frames.frame(
                        Section.APPROVALS,
                        opened
                                ? chosen.map(stored -> stored.state().proposal().reference())
                                        .orElse(Section.APPROVALS.label())
                                : Section.APPROVALS.label()),
                address.with("id", id).toString(),
                Listing.groups(filter),
                Listing.scopes(filter),
                companies.choices(filter.company()),
                Listing.sorts(filter),
                filter.search(),
                Listing.hidden(filter),
                cards.stream()
                        .map(card ->
                                Listing.card(
                                        card, companies, address, signedIn.person(), shown, now))
                        .toList(),
                Words.count(totals.count(), "proposal")
                        + (totals.amount().isEmpty() ? "" : ", " + totals.amount()),
                Pager.of(address, page, size, cards.size(), totals.count()),
                address.with("all", "true").toString(),
                params.all(),
                signedIn.person().mayDecide()
                        && filter.group()
                                .statuses()
                                .contains(ProposalState.Status.AWAITING_APPROVAL),
                chosen.map(stored -> views.view(stored, signedIn.person())).orElse(null),
                opened,
                address.toString(),
                chosen.isEmpty() ? id : "",
                message,
                good);
    }
}
