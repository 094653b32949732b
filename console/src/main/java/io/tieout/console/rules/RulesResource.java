package io.tieout.console.rules;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.access.Person;
import io.tieout.console.access.SignedIn;
import io.tieout.console.matching.AskReconcile;
import io.tieout.console.matching.MatchingClient;
import io.tieout.console.matching.MatchingClient.Answer;
import io.tieout.console.matching.MatchingTabs;
import io.tieout.console.matching.MayMatch;
import io.tieout.console.matching.Shown;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.command.RuleSetting;
import io.tieout.model.id.RealmId;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules page: shown, previewed, saved.
@Path("/matching")
@Produces(MediaType.TEXT_HTML)
@Blocking
class RulesResource {
    private static final int FINE = 200;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int WRONG = 422;
    private static final int UNAVAILABLE = 503;

    private final MatchingClient client;
    private final AskReconcile ask;
    private final RuleViews views;
    private final SignedIn signedIn;
    private final Clock clock;

    RulesResource(
            MatchingClient client,
            AskReconcile ask,
            RuleViews views,
            SignedIn signedIn,
            Clock clock) {
        this.client = client;
        this.ask = ask;
        this.views = views;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    public TemplateInstance page(
            @QueryParam("realm") @Nullable String realm,
            @QueryParam("saved") @Nullable String saved) {
        return switch (client.rules()) {
            case Answer.Given<List<Shown.Rules>>(var all) -> {
                Shown.Rules rules = RuleViews.choose(all, realm);
                yield rules == null
                        ? views.trouble("no company's books are loaded yet")
                        : views.page(all, rules, RuleViews.saved(rules, saved));
            }
            case Answer.OutOfReach<List<Shown.Rules>>(String why) -> views.trouble(why);
            case Answer.Nothing<List<Shown.Rules>> _, Answer.Refused<List<Shown.Rules>> _ ->
                    views.trouble("reconcile-service does not know of rules");
        };
    }

    @POST
    @Path("rules")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response edit(@BeanParam RuleFields fields) {
        Person person = signedIn.person();
        Answer<List<Shown.Rules>> answer = client.rules();
        if (!(answer instanceof Answer.Given<List<Shown.Rules>>(List<Shown.Rules> all))) {
            return html(UNAVAILABLE, views.trouble(why(answer)));
        }
        Shown.Rules rules = RuleViews.choose(all, fields.realm);
        if (rules == null) {
            return html(WRONG, views.trouble("no company's books are loaded yet"));
        }
        RuleForm form = fields.form();
        if (!MayMatch.may(person)) {
            return html(
                    FORBIDDEN,
                    views.page(all, rules, RuleViews.Step.bad(MayMatch.whyNot(person), form)));
        }
        if (fields.basedOn != rules.current().version()) {
            return html(
                    CONFLICT,
                    views.page(
                            all,
                            rules,
                            RuleViews.Step.bad(
                                    "Somebody saved version %d meanwhile, which is shown now. Nothing of yours was saved: edit these."
                                            .formatted(rules.current().version()),
                                    RuleForm.of(rules.current()))));
        }
        return switch (form.read()) {
            case RuleForm.Read.Wrong(String sentence) ->
                    html(WRONG, views.page(all, rules, RuleViews.Step.bad(sentence + ".", form)));
            case RuleForm.Read.Rules(List<RuleSetting> edited) ->
                    fields.isSave() && form.mark().equals(fields.previewed)
                            ? save(all, rules, fields, edited)
                            : preview(all, rules, fields, edited);
        };
    }

    private Response preview(
            List<Shown.Rules> all, Shown.Rules rules, RuleFields fields, List<RuleSetting> edited) {
        RuleForm form = fields.form().sorted();
        return switch (client.preview(
                new RealmId(rules.realm()), rules.current().version(), edited)) {
            case Answer.Given<Shown.Preview>(Shown.Preview preview) ->
                    html(
                            FINE,
                            views.page(
                                    all,
                                    rules,
                                    RuleViews.Step.previewed(
                                            form,
                                            preview,
                                            fields.reason(),
                                            fields.isSave()
                                                    ? "You changed the rules after the preview:"
                                                            + " look once more, then save."
                                                    : "")));
            case Answer.Refused<Shown.Preview>(Shown.Refusal refusal) ->
                    html(
                            WRONG,
                            views.page(
                                    all,
                                    rules,
                                    RuleViews.Step.bad(
                                            refusal.why() + ". " + refusal.remedy(), form)));
            case Answer.OutOfReach<Shown.Preview>(String why) ->
                    html(
                            UNAVAILABLE,
                            views.page(
                                    all,
                                    rules,
                                    RuleViews.Step.bad(
                                            "There is no preview: %s. Nothing was saved."
                                                    .formatted(why),
                                            form)));
            case Answer.Nothing<Shown.Preview> _ ->
                    html(
                            UNAVAILABLE,
                            views.page(
                                    all, rules, RuleViews.Step.bad("There is no preview.", form)));
        };
    }

    private Response save(
            List<Shown.Rules> all, Shown.Rules rules, RuleFields fields, List<RuleSetting> edited) {
        String reason = fields.reason();
        if (reason.isEmpty()) {
            return html(
                    WRONG,
                    views.page(
                            all,
                            rules,
                            RuleViews.Step.bad(
                                    "Say why: the reason stands in the history.", fields.form())));
        }
        ask.send(
                new MatchingCommand.MatchRulesEdited(
                        signedIn.person().email(),
                        clock.instant(),
                        new RealmId(rules.realm()),
                        rules.current().version(),
                        edited,
                        reason));
        return Response.seeOther(
                        URI.create(
                                MatchingTabs.RULES
                                        .address(rules.realm())
                                        .with("saved", rules.current().version() + 1)
                                        .toString()))
                .build();
    }

    private static String why(Answer<?> answer) {
        return answer instanceof Answer.OutOfReach<?>(String why)
                ? why
                : "reconcile-service does not know of rules";
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }
}
