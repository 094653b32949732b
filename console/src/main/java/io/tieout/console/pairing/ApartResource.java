package io.tieout.console.pairing;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Section;
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

/// The page of pairs that were taken apart.
@Path("/matching/apart")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ApartResource {
    private final MatchingClient client;
    private final AskReconcile ask;
    private final SignedIn signedIn;
    private final Frames frames;
    private final Clock clock;

    ApartResource(
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
    @Path("withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(
            @FormParam("realm") @DefaultValue("") String realm,
            @FormParam("sheetLine") @DefaultValue("") String sheetLine,
            @FormParam("booksLine") @DefaultValue("") String booksLine,
            @FormParam("reason") @Nullable String typed) {
        String reason = Typed.reason(typed);
        if (!MayMatch.may(signedIn.person())) {
            return Forms.html(
                    Forms.FORBIDDEN, page(realm, MayMatch.whyNot(signedIn.person()), "bad"));
        }
        if (realm.isBlank() || sheetLine.isBlank() || booksLine.isBlank() || reason.isEmpty()) {
            return Forms.html(
                    Forms.WRONG, page(realm, "Say why the two may be matched again.", "bad"));
        }
        ask.send(
                new MatchingCommand.SeparationWithdrawn(
                        signedIn.person().email(),
                        clock.instant(),
                        new RealmId(realm),
                        sheetLine,
                        booksLine,
                        reason));
        return Forms.sent(MatchingTabs.SEPARATIONS.address(realm), Sent.WITHDRAWN);
    }

    private ApartPage page(@Nullable String asked, String message, String tone) {
        Companies companies = Companies.of(client, MatchingTabs.SEPARATIONS, asked);
        String trouble = companies.trouble();
        List<ApartPage.Pair> pairs = List.of();
        if (trouble.isEmpty()) {
            Answer<List<Shown.Separation>> answer =
                    client.separations(new RealmId(companies.realm()));
            if (answer
                    instanceof Answer.Given<List<Shown.Separation>>(List<Shown.Separation> known)) {
                Instant now = clock.instant();
                pairs =
                        known.stream()
                                .map(one -> ApartPage.Pair.of(one, companies.realm(), now))
                                .toList();
            } else {
                trouble = Companies.why(answer);
            }
        }
        return new ApartPage(
                frames.frame(Section.MATCHING, "Taken apart"),
                MatchingTabs.SEPARATIONS.choices(companies.realm()),
                companies.all(),
                trouble,
                message,
                tone,
                MayMatch.whyNot(signedIn.person()),
                companies.realm(),
                pairs);
    }
}
