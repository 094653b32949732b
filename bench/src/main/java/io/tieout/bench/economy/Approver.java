package io.tieout.bench.economy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.bench.running.Bed;
import io.tieout.bench.running.JsonHttp;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A person of the finance role who approves in the console whatever waits.
final class Approver {
    private static final int AT_ONCE = 100;

    private final Bed bed;
    private final JsonHttp console;
    private final PrintStream out;
    private final Set<String> approved = new HashSet<>();

    Approver(Bed bed, PrintStream out) {
        this.bed = bed;
        this.console = bed.console("finance@harbor.example");
        this.out = out;
    }

    /// Until so many are approved.
    void approve(int count) {
        bed.await(
                "%d drafts to approve".formatted(count),
                Duration.ofMinutes(60),
                () -> {
                    some();
                    return approved.size() >= count;
                });
        out.printf("Approved %d drafts in the console.%n", approved.size());
    }

    private void some() {
        JsonNode listing =
                console.get("/api/proposals?status=AWAITING_APPROVAL&kind=everything&size=1000");
        List<Map<String, Object>> decisions = new ArrayList<>();
        for (JsonNode card : listing.path("items")) {
            String key = card.path("proposalId").asText() + " " + card.path("revision").asInt();
            if (decisions.size() < AT_ONCE && approved.add(key)) {
                decisions.add(
                        Map.of(
                                "proposalId", card.path("proposalId").asText(),
                                "revision", card.path("revision").asInt(),
                                "hash", card.path("hash").asText(),
                                "verdict", "APPROVED"));
            }
        }
        if (!decisions.isEmpty()) {
            console.post("/api/decisions", Map.of("decisions", decisions));
        }
    }
}
