package io.tieout.console.decision;

import io.tieout.console.ConsoleConfig;
import io.tieout.console.access.Person;
import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Problem;
import io.tieout.console.proposal.ProposalCard;
import io.tieout.console.proposal.ProposalFilter;
import io.tieout.console.proposal.Proposals;
import io.tieout.kit.json.WireJson;
import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.id.ProposalId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Proposals and decisions for scripts.
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DecisionResource {
    /// One decision as a script sends it.
    record Body(
            @Nullable UUID proposalId,
            @Nullable Integer revision,
            @Nullable String hash,
            @Nullable Verdict verdict,
            @Nullable String reason) {}

    /// Many of them.
    record Bodies(@Nullable List<Body> decisions) {}

    /// What became of one.
    record Answer(@Nullable UUID proposalId, int status, String answer, String sentence) {}

    /// A page of proposals.
    ///
    /// @param proposals the items by their older name
    record Listing(
            long count, String amount, List<ProposalCard> items, List<ProposalCard> proposals) {}

    private static final int SIZE_MAX = 1_000;

    private final Proposals proposals;
    private final Decide decide;
    private final SignedIn signedIn;
    private final ConsoleConfig config;

    DecisionResource(Proposals proposals, Decide decide, SignedIn signedIn, ConsoleConfig config) {
        this.proposals = proposals;
        this.decide = decide;
        this.signedIn = signedIn;
        this.config = config;
    }

    @GET
    @Path("proposals")
    public String list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("kind") @DefaultValue("everything") String scope,
            @QueryParam("company") @Nullable String company,
            @QueryParam("q") @Nullable String search,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("size") @DefaultValue("50") int wanted) {
        ProposalFilter filter =
                ProposalFilter.of(status == null ? "all" : status, scope, company, search, sort);
        int size = Math.clamp(wanted, 1, SIZE_MAX);
        var totals = proposals.totals(filter);
        List<ProposalCard> items = proposals.list(filter, size, Math.max(0, page - 1) * size);
        return WireJson.text(new Listing(totals.count(), totals.amount(), items, items));
    }

    @GET
    @Path("proposals/{id}")
    public Response one(@PathParam("id") UUID id) {
        return proposals
                .find(new ProposalId(id))
                .map(stored -> Response.ok(WireJson.text(stored.state())).build())
                .orElseGet(() -> Problem.notFound("The console knows no proposal " + id));
    }

    @POST
    @Path("proposals/{id}/decision")
    public Response decide(@PathParam("id") UUID id, Body body) {
        Answer answer = answer(signedIn.person(), id, body);
        return Response.status(answer.status()).entity(WireJson.text(answer)).build();
    }

    @POST
    @Path("decisions")
    public Response decideMany(Bodies bodies) {
        List<Body> decisions = bodies.decisions() == null ? List.of() : bodies.decisions();
        if (decisions.isEmpty() || decisions.size() > config.limits().decisionsAtOnceMax()) {
            return Problem.unprocessable(
                    "Send 1 to %d decisions at once, got %d"
                            .formatted(config.limits().decisionsAtOnceMax(), decisions.size()));
        }
        List<Answer> answers = new ArrayList<>();
        for (Body body : decisions) {
            answers.add(answer(signedIn.person(), body.proposalId(), body));
        }
        return Response.ok(WireJson.text(answers)).build();
    }

    private Answer answer(Person person, @Nullable UUID id, Body body) {
        if (id == null
                || body.revision() == null
                || body.hash() == null
                || body.verdict() == null) {
            String sentence =
                    "A decision names proposalId, revision, hash and verdict (APPROVED or REJECTED).";
            return new Answer(id, 422, "incomplete", sentence);
        }
        DecisionAnswer answer =
                decide.handle(
                        person,
                        new Decision(
                                new ProposalId(id),
                                body.revision(),
                                body.hash(),
                                body.verdict(),
                                body.reason()));
        return new Answer(id, answer.status(), answer.name(), answer.sentence());
    }
}
