package io.tieout.system.running;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What people do in the console, through its API.
public final class Console {
    public static final String PASSWORD = "tieout-demo";

    private final Http http;

    Console(Http http) {
        this.http = http;
    }

    public Http as(String person) {
        return http.as(person, PASSWORD);
    }

    public Http anonymous() {
        return http;
    }

    public List<JsonNode> proposals() {
        JsonNode answer = as(Twin.FIONA).get("/api/proposals?size=1000");
        return StreamSupport.stream(
                        (answer.isArray() ? answer : answer.path("items")).spliterator(), false)
                .toList();
    }

    public List<JsonNode> findings() {
        JsonNode answer = as(Twin.FIONA).get("/api/findings?size=1000");
        return StreamSupport.stream(
                        (answer.isArray() ? answer : answer.path("items")).spliterator(), false)
                .toList();
    }

    public List<JsonNode> deadLetters() {
        JsonNode answer = as("operator@harbor.example").get("/api/dead-letters?size=1000");
        return StreamSupport.stream(
                        (answer.isArray() ? answer : answer.path("items")).spliterator(), false)
                .toList();
    }

    public JsonNode proposal(String id) {
        return as(Twin.FIONA).get("/api/proposals/" + id);
    }

    /// The proposal whose short reference this is.
    public Optional<JsonNode> byReference(String reference) {
        return proposals().stream()
                .filter(proposal -> proposal.toString().contains("\"" + reference + "\""))
                .findFirst();
    }

    /// Approves what is shown now; the answer as it is.
    public HttpResponse<byte[]> decide(
            String person, JsonNode proposal, String verdict, String reason) {
        Map<String, Object> body = new HashMap<>();
        body.put("revision", revision(proposal));
        body.put("hash", proposal.path("hash").asText());
        body.put("verdict", verdict);
        body.put("reason", reason);
        return as(person)
                .send(
                        "POST",
                        "/api/proposals/" + id(proposal) + "/decision",
                        Http.write(body),
                        Map.of());
    }

    /// Waits until the proposal waits for approval at this revision or later, and approves it.
    public void approve(String person, String reference) {
        await().untilAsserted(() -> {
            JsonNode proposal = byReference(reference).orElseThrow(AssertionError::new);
            if (!status(proposal).equals("AWAITING_APPROVAL")) {
                throw new AssertionError(reference + " is " + status(proposal));
            }
            int answer = decide(person, proposal, "APPROVED", "").statusCode();
            if (answer / 100 != 2) {
                throw new AssertionError("the console answered " + answer);
            }
        });
    }

    public static String id(JsonNode proposal) {
        return first(proposal, "id", "proposalId");
    }

    public static String status(JsonNode proposal) {
        return first(proposal, "status");
    }

    public static int revision(JsonNode proposal) {
        return Integer.parseInt(first(proposal, "revision"));
    }

    private static String first(JsonNode proposal, String... names) {
        for (String name : names) {
            if (proposal.has(name)) {
                return proposal.path(name).asText();
            }
            if (proposal.path("proposal").has(name)) {
                return proposal.path("proposal").path(name).asText();
            }
        }
        throw new AssertionError("no " + String.join(" or ", names) + " in " + proposal);
    }
}
