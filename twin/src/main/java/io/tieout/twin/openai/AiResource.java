package io.tieout.twin.openai;

import io.tieout.twin.json.Json;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tells the model how to behave: `{"mode": "scripted|echo|off|junk", "answers": [...], "cycle":
/// true}`.
@Path("/twin/ai")
@Produces(MediaType.APPLICATION_JSON)
class AiResource {
    private final Script script;

    AiResource(Script script) {
        this.script = script;
    }

    @GET
    public String now() {
        return Json.object()
                .put("mode", script.mode().name().toLowerCase(Locale.ROOT))
                .put("answers", script.waiting())
                .toString();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public String set(String body) {
        try {
            var wanted = Json.parse(body);
            var mode =
                    Script.Mode.valueOf(
                            wanted.path("mode").asText("scripted").toUpperCase(Locale.ROOT));
            List<Turn> answers = new ArrayList<>();
            wanted.path("answers").forEach(answer -> answers.add(Turn.of(answer)));
            script.set(mode, answers, wanted.path("cycle").asBoolean());
            return now();
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }
}
