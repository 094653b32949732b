package io.tieout.console.matching;

import io.smallrye.common.annotation.Blocking;
import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Problem;
import io.tieout.console.matching.MatchingClient.Answer;
import io.tieout.kit.json.WireJson;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.command.RuleSetting;
import io.tieout.model.id.RealmId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Match rules, learned names and pairs taken apart for scripts, with the rights of who is signed
/// in. What is asked for is answered with 202: reconcile-service does it a moment later.
@Path("/api/matching")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
class MatchingApi {
    private static final int UNAVAILABLE = 503;
    private static final int CONFLICT = 409;
    private static final int ACCEPTED = 202;

    private final MatchingClient client;
    private final AskReconcile ask;
    private final SignedIn signedIn;
    private final Clock clock;

    MatchingApi(MatchingClient client, AskReconcile ask, SignedIn signedIn, Clock clock) {
        this.client = client;
        this.ask = ask;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /// Edited rules, in their order.
    ///
    /// @param basedOn the version that was edited
    /// @param reason why, for the history; not needed for a preview
    record Edit(
            @Nullable String realm,
            int basedOn,
            @Nullable List<RuleSetting> rules,
            @Nullable String reason) {}

    /// @param name as a sheet says it
    /// @param vendor as QuickBooks says it
    record Name(
            @Nullable String realm,
            @Nullable String name,
            @Nullable String vendor,
            @Nullable String reason) {}

    /// A line of each book, such as `41:7` and `Bill:145`.
    record Pair(
            @Nullable String realm,
            @Nullable String sheetLine,
            @Nullable String booksLine,
            @Nullable String reason) {}

    /// What was asked for.
    record Asked(String asked) {}

    /// Every company's rules, the newest version first.
    @GET
    @Path("rules")
    public Response rules() {
        return answer(client.rules(), Function.identity());
    }

    /// What edited rules would change; stores nothing.
    @POST
    @Path("rules/preview")
    public Response preview(Edit edit) {
        return onRules(edit, (_, preview) -> preview);
    }

    /// Puts edited rules in force, once a preview has accepted them.
    @PUT
    @Path("rules")
    public Response save(Edit edit) {
        String why = MayMatch.whyNot(signedIn.person());
        if (!why.isEmpty()) {
            return Problem.forbidden(why);
        }
        String reason = Typed.reason(edit.reason());
        if (reason.isEmpty()) {
            return Problem.unprocessable("Say why (reason): it stands in the history.");
        }
        return onRules(
                edit,
                (realm, _) -> {
                    ask.send(
                            new MatchingCommand.MatchRulesEdited(
                                    signedIn.person().email(),
                                    clock.instant(),
                                    realm,
                                    edit.basedOn(),
                                    List.copyOf(Objects.requireNonNull(edit.rules())),
                                    reason));
                    return accepted("version %d of the rules".formatted(edit.basedOn() + 1));
                });
    }

    @GET
    @Path("names")
    public Response names(@QueryParam("realm") @DefaultValue("") String realm) {
        return realm.isBlank()
                ? Problem.unprocessable("Say whose names: ?realm=...")
                : answer(client.aliases(new RealmId(realm)), Function.identity());
    }

    @POST
    @Path("names/revoke")
    public Response revoke(Name name) {
        return decided(
                name.reason(),
                isSaid(name.realm()) && isSaid(name.name()) && isSaid(name.vendor()),
                "realm, name, vendor",
                reason ->
                        new MatchingCommand.AliasRevoked(
                                signedIn.person().email(),
                                clock.instant(),
                                new RealmId(Objects.requireNonNull(name.realm())),
                                Objects.requireNonNull(name.name()),
                                Objects.requireNonNull(name.vendor()),
                                reason));
    }

    @GET
    @Path("apart")
    public Response apart(@QueryParam("realm") @DefaultValue("") String realm) {
        return realm.isBlank()
                ? Problem.unprocessable("Say whose pairs: ?realm=...")
                : answer(client.separations(new RealmId(realm)), Function.identity());
    }

    /// Takes a pair apart; the two are never matched again.
    @POST
    @Path("apart")
    public Response unmatch(Pair pair) {
        return decided(
                pair.reason(),
                isSaid(pair.realm()) && Typed.isPair(pair.sheetLine(), pair.booksLine()),
                "realm, sheetLine (such as 41:7), booksLine (such as Bill:145)",
                reason ->
                        new MatchingCommand.Unmatched(
                                signedIn.person().email(),
                                clock.instant(),
                                new RealmId(Objects.requireNonNull(pair.realm())),
                                Objects.requireNonNull(pair.sheetLine()),
                                Objects.requireNonNull(pair.booksLine()),
                                reason));
    }

    /// Lets a pair be matched again.
    @POST
    @Path("apart/withdraw")
    public Response withdraw(Pair pair) {
        return decided(
                pair.reason(),
                isSaid(pair.realm()) && Typed.isPair(pair.sheetLine(), pair.booksLine()),
                "realm, sheetLine (such as 41:7), booksLine (such as Bill:145)",
                reason ->
                        new MatchingCommand.SeparationWithdrawn(
                                signedIn.person().email(),
                                clock.instant(),
                                new RealmId(Objects.requireNonNull(pair.realm())),
                                Objects.requireNonNull(pair.sheetLine()),
                                Objects.requireNonNull(pair.booksLine()),
                                reason));
    }

    private Response onRules(Edit edit, BiFunction<RealmId, Shown.Preview, Object> then) {
        List<RuleSetting> rules = edit.rules();
        if (edit.realm() == null || edit.realm().isBlank() || rules == null || rules.isEmpty()) {
            return Problem.unprocessable(
                    "Name the company (realm), the version edited (basedOn) and all rules in their order (rules).");
        }
        RealmId realm = new RealmId(edit.realm());
        Answer<List<Shown.Rules>> known = client.rules();
        if (!(known instanceof Answer.Given<List<Shown.Rules>>(List<Shown.Rules> all))) {
            return answer(known, Function.identity());
        }
        Shown.Rules own =
                all.stream()
                        .filter(one -> one.realm().equals(edit.realm()))
                        .findFirst()
                        .orElse(null);
        if (own == null) {
            return Problem.notFound("No books of realm %s are loaded".formatted(edit.realm()));
        }
        if (own.current().version() != edit.basedOn()) {
            return Problem.of(
                    CONFLICT,
                    "Version %d is in force, not %d: get the rules and edit these."
                            .formatted(own.current().version(), edit.basedOn()));
        }
        return answer(
                client.preview(realm, edit.basedOn(), rules),
                preview -> then.apply(realm, preview));
    }

    private Response decided(
            @Nullable String typed,
            boolean complete,
            String names,
            Function<String, MatchingCommand> command) {
        String why = MayMatch.whyNot(signedIn.person());
        if (!why.isEmpty()) {
            return Problem.forbidden(why);
        }
        String reason = Typed.reason(typed);
        if (reason.isEmpty() || !complete) {
            return Problem.unprocessable("Name %s and why (reason).".formatted(names));
        }
        ask.send(command.apply(reason));
        return accepted("it is done in a moment");
    }

    private static boolean isSaid(@Nullable String part) {
        return part != null && !part.isBlank();
    }

    private static Response accepted(String what) {
        return Response.status(ACCEPTED).entity(WireJson.text(new Asked(what))).build();
    }

    private static <T> Response answer(Answer<T> answer, Function<T, ?> then) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> {
                Object made = then.apply(value);
                yield made instanceof Response response
                        ? response
                        : Response.ok(WireJson.text(made)).build();
            }
            case Answer.Nothing<T> _ -> Problem.notFound("reconcile-service knows nothing of it");
            case Answer.Refused<T>(Shown.Refusal refusal) ->
                    Problem.unprocessable(refusal.why() + ". " + refusal.remedy());
            case Answer.OutOfReach<T>(String why) -> Problem.of(UNAVAILABLE, why);
        };
    }
}
