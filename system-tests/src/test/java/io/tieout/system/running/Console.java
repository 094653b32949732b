package io.tieout.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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

    /// What is said to agree, which the others leave out.
    public List<JsonNode> matches() {
        return findings("&kind=matched");
    }

    /// All that are open and ask for something, however many pages they fill.
    public List<JsonNode> findings() {
        return findings("");
    }

    private List<JsonNode> findings(String more) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode items =
                    as(Twin.FIONA)
                            .get("/api/findings?sort=oldest&size=1000&page=" + page + more)
                            .path("items");
            items.forEach(all::add);
            if (items.size() < 1000) {
                return all;
            }
        }
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
        JsonNode found = as(Twin.FIONA).get("/api/proposals?size=1000&q=" + reference);
        return StreamSupport.stream(found.path("items").spliterator(), false)
                .filter(proposal -> proposal.path("reference").asText().equals(reference))
                .findFirst();
    }

    /// The same, once the console knows of it: a sheet may show a draft before the console does.
    public JsonNode draft(String reference) {
        return await().until(() -> byReference(reference), Optional::isPresent).orElseThrow();
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

    /// Waits until the proposal waits for approval, approves it, and waits until that counts. What
    /// was revised in between is looked at and approved again, as a person would.
    public void approve(String person, String reference) {
        approveProposal(person, id(draft(reference)));
    }

    /// Many at once: all are sent before any is waited for.
    public void approveAll(String person, List<String> references) {
        references.forEach(reference ->
                await().untilAsserted(() ->
                        assertThat(
                                        decide(person, draft(reference), "APPROVED", "")
                                                        .statusCode()
                                                / 100)
                                .as("the console's answer to the approval of %s", reference)
                                .isEqualTo(2)));
        references.forEach(reference -> approve(person, reference));
    }

    /// The same for a proposal that is known by its id.
    public void approveProposal(String person, String id) {
        AtomicInteger approved = new AtomicInteger();
        await().untilAsserted(() -> {
            JsonNode state = proposal(id);
            int revision = revision(state);
            boolean waits = status(state).equals("AWAITING_APPROVAL");
            if (waits && approved.get() != revision) {
                assertThat(decide(person, state, "APPROVED", "").statusCode() / 100)
                        .as("the console's answer to the approval of %s r%d", id, revision)
                        .isEqualTo(2);
                approved.set(revision);
            }
            assertThat(approved.get() == revision && !waits || counts(state, person))
                    .as("%s r%d is %s and approved by %s", id, revision, status(state), person)
                    .isTrue();
        });
    }

    private static boolean counts(JsonNode state, String person) {
        return state.path("approvalsGiven")
                .valueStream()
                .anyMatch(given -> given.path("by").asText().equals(person));
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
