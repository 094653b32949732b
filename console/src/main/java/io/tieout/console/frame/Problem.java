package io.tieout.console.frame;

import io.tieout.kit.json.WireJson;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// An error as scripts get it.
public record Problem(int status, String sentence) {
    public static Response notFound(String sentence) {
        return of(404, sentence);
    }

    public static Response forbidden(String sentence) {
        return of(403, sentence);
    }

    public static Response unprocessable(String sentence) {
        return of(422, sentence);
    }

    public static Response of(int status, String sentence) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(WireJson.text(new Problem(status, sentence)))
                .build();
    }
}
