package io.tieout.console.approval;

import io.smallrye.common.annotation.Blocking;
import io.tieout.console.ConsoleConfig;
import io.tieout.console.access.Person;
import io.tieout.console.access.SignedIn;
import io.tieout.console.decision.Decide;
import io.tieout.console.decision.Decision;
import io.tieout.console.decision.DecisionAnswer;
import io.tieout.console.decision.DecisionCheck;
import io.tieout.console.decision.DecisionsSent;
import io.tieout.console.dossier.ProposalViews;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.Words;
import io.tieout.console.proposal.Proposals;
import io.tieout.console.proposal.StoredProposal;
import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalState;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The buttons of the approvals page: one decision, or many after one confirmation.
@Path("/approvals")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
class DecisionForms {
    private final Proposals proposals;
    private final Decide decide;
    private final DecisionsSent sent;
    private final ApprovalsResource approvals;
    private final SignedIn signedIn;
    private final Frames frames;
    private final ConsoleConfig config;

    DecisionForms(
            Proposals proposals,
            Decide decide,
            DecisionsSent sent,
            ApprovalsResource approvals,
            SignedIn signedIn,
            Frames frames,
            ConsoleConfig config) {
        this.proposals = proposals;
        this.decide = decide;
        this.sent = sent;
        this.approvals = approvals;
        this.signedIn = signedIn;
        this.frames = frames;
        this.config = config;
    }

    @POST
    public Response decide(
            @BeanParam ViewParams view,
            @FormParam("verdict") @Nullable String verdictText,
            @FormParam("reason") @Nullable String reason,
            @FormParam("pick") @Nullable List<String> picks,
            @FormParam("confirmed") @Nullable String confirmed) {
        Verdict verdict = "REJECTED".equals(verdictText) ? Verdict.REJECTED : Verdict.APPROVED;
        List<Decision> decisions =
                view.all() && confirmed == null
                        ? all(view, verdict, reason)
                        : Picks.read(picks == null ? List.of() : picks, verdict, reason);
        if (decisions.isEmpty()) {
            return page(422, view, "Nothing was selected, so nothing was decided.");
        }
        if (decisions.size() > config.limits().decisionsAtOnceMax()) {
            return page(
                    422,
                    view,
                    "At most %d can be decided at once; %d were selected."
                            .formatted(config.limits().decisionsAtOnceMax(), decisions.size()));
        }
        if (confirmed == null && isConfirmed(decisions)) {
            return html(200, confirm(view, verdict, decisions).render());
        }
        return decisions.size() == 1
                ? one(view, decisions.getFirst())
                : html(200, results(view, decisions).render());
    }

    /// Many, or one that needs two people, are shown once more before they are decided.
    private boolean isConfirmed(List<Decision> decisions) {
        return decisions.size() > 1
                || (decisions.getFirst().verdict() == Verdict.APPROVED
                        && proposals
                                .find(decisions.getFirst().proposalId())
                                .filter(stored -> ProposalViews.isLarge(stored.state()))
                                .isPresent());
    }

    private Response one(ViewParams view, Decision decision) {
        DecisionAnswer answer = decide.handle(signedIn.person(), decision);
        if (answer.accepted()) {
            String address =
                    Listing.address(view.filter(), view.page())
                            .with("id", decision.proposalId())
                            .toString();
            return Response.seeOther(URI.create(address)).build();
        }
        return page(answer.status(), view, answer.sentence());
    }

    private ResultsPage results(ViewParams view, List<Decision> decisions) {
        Person person = signedIn.person();
        List<ResultsPage.Item> items = new ArrayList<>();
        int accepted = 0;
        for (Decision decision : decisions) {
            DecisionAnswer answer = decide.handle(person, decision);
            accepted += answer.accepted() ? 1 : 0;
            items.add(
                    new ResultsPage.Item(
                            answer.accepted() ? Badge.good("sent") : Badge.bad("not sent"),
                            proposals
                                    .find(decision.proposalId())
                                    .map(stored -> stored.state().proposal().reference())
                                    .orElse(decision.proposalId().toString()),
                            answer.sentence(),
                            "/approvals?status=all&kind=everything&id=" + decision.proposalId()));
        }
        return new ResultsPage(
                frames.frame(Section.APPROVALS, "Results"),
                Listing.address(view.filter(), view.page()).toString(),
                "%d of %d decisions are on their way to audit.".formatted(accepted, items.size()),
                items);
    }

    private ConfirmPage confirm(ViewParams view, Verdict verdict, List<Decision> decisions) {
        List<ConfirmPage.Item> items = new ArrayList<>();
        List<Money> amounts = new ArrayList<>();
        for (Decision decision : decisions) {
            Optional<StoredProposal> stored = proposals.find(decision.proposalId());
            if (stored.isPresent()) {
                ConfirmPage.Item item = item(decision, stored.get().state());
                items.add(item);
                Money total = stored.get().state().proposal().total();
                if (item.refusal().isEmpty() && total != null) {
                    amounts.add(total);
                }
            }
        }
        int going = (int) items.stream().filter(item -> item.refusal().isEmpty()).count();
        boolean approve = verdict == Verdict.APPROVED;
        return new ConfirmPage(
                frames.frame(Section.APPROVALS, approve ? "Approve?" : "Reject?"),
                Listing.address(view.filter(), view.page()).toString(),
                approve,
                "%s %s?"
                        .formatted(
                                approve ? "Approve" : "Reject",
                                Words.count(items.size(), "proposal")),
                "%s %d%s".formatted(approve ? "Approve" : "Reject", going, sum(amounts)),
                items,
                items.size() - going,
                sent.recentReasons(signedIn.person().email()));
    }

    private ConfirmPage.Item item(Decision decision, ProposalState state) {
        Decision withReason =
                new Decision(
                        decision.proposalId(),
                        decision.revision(),
                        decision.hash(),
                        decision.verdict(),
                        "a reason");
        return new ConfirmPage.Item(
                Picks.write(decision),
                state.proposal().reference(),
                decision.revision(),
                Words.sentence(state.proposal().summary()),
                state.proposal().total() == null ? "" : state.proposal().total().readable(),
                DecisionCheck.refusal(signedIn.person(), withReason, state)
                        .map(DecisionAnswer::sentence)
                        .orElse(""));
    }

    private List<Decision> all(ViewParams view, Verdict verdict, @Nullable String reason) {
        return proposals.list(view.filter(), config.limits().decisionsAtOnceMax(), 0).stream()
                .map(card ->
                        new Decision(
                                card.proposalId(), card.revision(), card.hash(), verdict, reason))
                .toList();
    }

    /// `, USD 86,200.00`, when all are in one currency.
    private static String sum(List<Money> amounts) {
        boolean one =
                amounts.stream().map(Money::currency).filter(Objects::nonNull).distinct().count()
                        == 1;
        return one ? ", " + Money.sum(amounts, amounts.getFirst().currency()).readable() : "";
    }

    private Response page(int status, ViewParams view, String message) {
        return html(status, approvals.page(view, message, false).render());
    }

    private static Response html(int status, String page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }
}
