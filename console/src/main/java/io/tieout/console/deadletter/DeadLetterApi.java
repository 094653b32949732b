package io.tieout.console.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.console.ConsoleConfig;
import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Problem;
import io.tieout.kit.json.WireJson;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Dead letters for scripts.
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DeadLetterApi {
    /// What to redrive, and how.
    ///
    /// @param patch a JSON merge patch of the payload
    /// @param replacement a whole new message; for one letter only
    record Body(
            @Nullable List<UUID> ids,
            @Nullable Boolean dryRun,
            @Nullable JsonNode patch,
            @Nullable String replacement) {}

    /// One letter as scripts see it.
    record Letter(
            UUID id,
            String errorCode,
            String topic,
            String group,
            String key,
            String reason,
            int attempts,
            String correlationId,
            Instant givenUpAt,
            String status,
            String value) {}

    /// A page of them.
    record Listing(long count, List<DeadLetters.CauseCount> causes, List<Letter> items) {}

    private static final int SIZE_MAX = 1_000;

    private final DeadLetters letters;
    private final RedriveMany redrive;
    private final SignedIn signedIn;
    private final ConsoleConfig config;

    DeadLetterApi(
            DeadLetters letters, RedriveMany redrive, SignedIn signedIn, ConsoleConfig config) {
        this.letters = letters;
        this.redrive = redrive;
        this.signedIn = signedIn;
        this.config = config;
    }

    @GET
    public String list(
            @BeanParam DeadLetterFilter filter,
            @QueryParam("size") @DefaultValue("50") int wanted) {
        int size = Math.clamp(wanted, 1, SIZE_MAX);
        return WireJson.text(
                new Listing(
                        letters.count(filter),
                        letters.causes(filter),
                        letters.list(filter, size, (filter.page() - 1) * size).stream()
                                .map(DeadLetterApi::letter)
                                .toList()));
    }

    @POST
    @Path("redrive")
    public Response redrive(Body body) {
        if (!signedIn.person().mayRedrive()) {
            return Problem.forbidden(NOT_ALLOWED.formatted(signedIn.person().rolesInWords()));
        }
        List<UUID> ids = body.ids() == null ? List.of() : body.ids();
        if (ids.isEmpty() || ids.size() > config.limits().redrivesAtOnceMax()) {
            return Problem.unprocessable(
                    "Name 1 to %d dead letters, got %d"
                            .formatted(config.limits().redrivesAtOnceMax(), ids.size()));
        }
        if (body.replacement() != null && ids.size() > 1) {
            return Problem.unprocessable("A replacement is for one dead letter only");
        }
        Patch patch =
                body.replacement() != null
                        ? new Patch.Replacement(body.replacement())
                        : body.patch() == null || body.patch().isNull()
                                ? Patch.NONE
                                : new Patch.Merge(body.patch());
        return Response.ok(
                        WireJson.text(
                                redrive.handle(
                                        signedIn.person(),
                                        ids,
                                        patch,
                                        Boolean.TRUE.equals(body.dryRun()))))
                .build();
    }

    static final String NOT_ALLOWED =
            "Only an operator or an admin sends dead letters again; you are signed in as %s.";

    private static Letter letter(DeadLetter letter) {
        return new Letter(
                letter.id(),
                letter.cause().errorCode(),
                letter.cause().topic(),
                letter.cause().group(),
                letter.key(),
                letter.reason(),
                letter.attempts(),
                letter.correlationId(),
                letter.givenUpAt(),
                letter.isOpen() ? "open" : "redriven",
                new String(letter.value(), StandardCharsets.UTF_8));
    }
}
