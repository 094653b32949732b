package io.tieout.console.pairing;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.When;
import io.tieout.console.matching.AskReconcile;
import io.tieout.console.matching.MatchingClient;
import io.tieout.console.matching.MatchingClient.Answer;
import io.tieout.console.matching.MatchingTabs;
import io.tieout.console.matching.MayMatch;
import io.tieout.console.matching.Shown;
import io.tieout.console.matching.Typed;
import io.tieout.console.pairing.Forms.Sent;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.id.RealmId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of learned names.
@Path("/matching/names")
@Produces(MediaType.TEXT_HTML)
@Blocking
class NamesResource {
    private final MatchingClient client;
    private final AskReconcile ask;
    private final SignedIn signedIn;
    private final Frames frames;
    private final Clock clock;

    NamesResource(
            MatchingClient client,
            AskReconcile ask,
            SignedIn signedIn,
            Frames frames,
            Clock clock) {
        this.client = client;
        this.ask = ask;
        this.signedIn = signedIn;
        this.frames = frames;
        this.clock = clock;
    }

    @GET
    public TemplateInstance page(
            @QueryParam("realm") @Nullable String realm,
            @QueryParam("sent") @Nullable String sent) {
        return page(realm, Sent.words(sent), "wait");
    }

    @POST
    @Path("revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(
            @FormParam("realm") @DefaultValue("") String realm,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("vendor") @DefaultValue("") String vendor,
            @FormParam("reason") @Nullable String typed) {
        String reason = Typed.reason(typed);
        if (!MayMatch.may(signedIn.person())) {
            return Forms.html(
                    Forms.FORBIDDEN, page(realm, MayMatch.whyNot(signedIn.person()), "bad"));
        }
        if (realm.isBlank() || name.isBlank() || vendor.isBlank() || reason.isEmpty()) {
            return Forms.html(Forms.WRONG, page(realm, "Say why the name is switched off.", "bad"));
        }
        ask.send(
                new MatchingCommand.AliasRevoked(
                        signedIn.person().email(),
                        clock.instant(),
                        new RealmId(realm),
                        name,
                        vendor,
                        reason));
        return Forms.sent(MatchingTabs.ALIASES.address(realm), Sent.REVOKED);
    }

    private NamesPage page(@Nullable String asked, String message, String tone) {
        Companies companies = Companies.of(client, MatchingTabs.ALIASES, asked);
        String trouble = companies.trouble();
        List<NamesPage.Alias> aliases = List.of();
        if (trouble.isEmpty()) {
            Answer<List<Shown.Alias>> answer = client.aliases(new RealmId(companies.realm()));
            if (answer instanceof Answer.Given<List<Shown.Alias>>(List<Shown.Alias> known)) {
                Instant now = clock.instant();
                aliases = known.stream().map(one -> alias(one, companies.realm(), now)).toList();
            } else {
                trouble = Companies.why(answer);
            }
        }
        return new NamesPage(
                frames.frame(Section.MATCHING, "Names"),
                MatchingTabs.ALIASES.choices(companies.realm()),
                companies.all(),
                trouble,
                message,
                tone,
                MayMatch.whyNot(signedIn.person()),
                companies.realm(),
                aliases);
    }

    private static NamesPage.Alias alias(Shown.Alias alias, String realm, Instant now) {
        return new NamesPage.Alias(
                alias.name(),
                alias.vendor(),
                switch (alias.state()) {
                    case "LEARNED" -> Badge.good("taken for it");
                    case "CONTRADICTING" -> Badge.bad("contradicts");
                    default -> Badge.quiet("switched off");
                },
                alias.why(),
                !alias.state().equals("REVOKED"),
                alias.decisions().stream().map(one -> source(one, realm, now)).toList());
    }

    private static NamesPage.Source source(
            Shown.AliasDecision decision, String realm, Instant now) {
        String row = decision.row() == null ? "" : decision.row();
        return new NamesPage.Source(
                decision.person(),
                switch (decision.deed()) {
                    case "CONFIRMED" -> "confirmed it";
                    case "CONTRADICTED" -> "said so against another answer";
                    default -> "switched it off";
                },
                When.ago(decision.at(), now),
                decision.deed().equals("REVOKED") ? decision.reason() : "",
                row.isEmpty() ? "" : LineResource.address(realm, row).toString(),
                Shown.Name.of(decision.record(), row).words());
    }
}
