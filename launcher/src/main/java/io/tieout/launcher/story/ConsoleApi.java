package io.tieout.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/// What people do in the console, through its API for scripts.
final class ConsoleApi {
    private final JsonHttp http;

    ConsoleApi(JsonHttp http) {
        this.http = http;
    }

    /// The draft of this reference as lists show it.
    JsonNode card(String reference) {
        return StreamSupport.stream(
                        as(Person.FIONA)
                                .get("/api/proposals?status=all&kind=everything&q=" + reference)
                                .path("proposals")
                                .spliterator(),
                        false)
                .filter(card -> card.path("reference").asText().equals(reference))
                .findFirst()
                .orElseThrow(() -> new NotYet("The console does not show " + reference + "."));
    }

    /// The whole state of a draft.
    JsonNode state(String reference) {
        return as(Person.FIONA)
                .get("/api/proposals/" + card(reference).path("proposalId").asText());
    }

    /// Decides about exactly what is shown now.
    JsonHttp.Reply decide(Person person, String reference, String verdict) {
        JsonNode card = card(reference);
        return as(person)
                .send(
                        "POST",
                        "/api/proposals/" + card.path("proposalId").asText() + "/decision",
                        Map.of(
                                "revision",
                                card.path("revision").asInt(),
                                "hash",
                                card.path("hash").asText(),
                                "verdict",
                                verdict));
    }

    /// How many dead letters lie there.
    long deadLetters() {
        JsonNode answer = as(Person.OLGA).get("/api/dead-letters");
        if (answer.isArray()) {
            return answer.size();
        }
        return answer.path("count").asLong(answer.path("total").asLong());
    }

    /// How many exceptions wait for somebody.
    long exceptions() {
        return as(Person.FIONA).get("/api/exceptions?size=1").path("count").asLong();
    }

    JsonHttp.Reply open(String address) {
        return http.send("GET", address, null);
    }

    private JsonHttp as(Person person) {
        return http.as(person.email(), Person.PASSWORD);
    }
}
