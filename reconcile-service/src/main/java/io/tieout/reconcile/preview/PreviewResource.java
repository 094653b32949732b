package io.tieout.reconcile.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tieout.kit.json.WireJson;
import io.tieout.model.command.RuleSetting;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.refusal.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What edited rules would change, asked before they are saved. Changes nothing.
@Path("/reconcile/rules/preview")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PreviewResource {
    private static final int EXAMPLES = 20;
    private static final int EXAMPLES_MAX = 200;
    private static final int WRONG = 422;
    private static final int BUSY = 503;

    private final PreviewRules previewRules;

    PreviewResource(PreviewRules previewRules) {
        this.previewRules = previewRules;
    }

    /// @param examples how many lines are named at most
    record Question(
            RealmId realm, int basedOn, List<RuleSetting> rules, @Nullable Integer examples) {
        Question {
            Objects.requireNonNull(realm, "realm");
            rules = List.copyOf(rules);
        }
    }

    @POST
    public Response preview(String body) {
        Question question;
        try {
            question = WireJson.mapper().readValue(body, Question.class);
        } catch (JsonProcessingException e) {
            return wrong(
                    new Refusal(
                            "These are no rules: " + e.getOriginalMessage(),
                            "Send realm, basedOn and rules, as GET /reconcile/rules shows them."));
        }
        int examples =
                question.examples() == null
                        ? EXAMPLES
                        : Math.clamp(question.examples(), 0, EXAMPLES_MAX);
        return switch (previewRules.handle(
                question.realm(), question.basedOn(), question.rules(), examples)) {
            case PreviewRules.Answer.Previewed(Preview preview) ->
                    Response.ok(WireJson.text(preview)).build();
            case PreviewRules.Answer.Refused(Refusal refusal) -> wrong(refusal);
            case PreviewRules.Answer.Busy _ ->
                    Response.status(BUSY)
                            .header("Retry-After", "2")
                            .entity(
                                    WireJson.text(
                                            new Refusal(
                                                    "Another preview is being made",
                                                    "Ask again in a moment.")))
                            .build();
        };
    }

    private static Response wrong(Refusal refusal) {
        return Response.status(WRONG).entity(WireJson.text(refusal)).build();
    }
}
