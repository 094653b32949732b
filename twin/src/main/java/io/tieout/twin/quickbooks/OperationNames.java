package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names what a call does before it is carried out, so that fault scripts can choose; never fails.
final class OperationNames {
    private static final Set<String> WRITES =
            Set.of(Deed.CREATE, Deed.UPDATE, Deed.DELETE, Deed.VOID, Deed.SEND);

    private OperationNames() {}

    static List<String> of(WireRequest request) {
        var segments = request.segments();
        if (segments.size() < 4) {
            return List.of("unknown");
        }
        var first = segments.get(3);
        if (first.equals("query")) {
            return List.of("query" + queried(request));
        }
        if (first.equals("cdc")) {
            return List.of("cdc");
        }
        if (first.equals("batch")) {
            return batch(request);
        }
        if (first.equals("reports")) {
            return List.of(
                    "report"
                            + (segments.size() > 4
                                    ? " " + segments.get(4).toLowerCase(Locale.ROOT)
                                    : ""));
        }
        if (segments.size() == 6) {
            return List.of(
                    segments.get(5).equals("send")
                            ? "send " + first
                            : first + " " + segments.get(5));
        }
        if (request.method().equals("GET")) {
            return List.of("read " + first);
        }
        var include = Set.of(request.query("include", "").split(","));
        return List.of(
                (body(request) instanceof ObjectNode body
                                ? Deed.verb(request.query("operation", ""), include, body)
                                : Deed.CREATE)
                        + " "
                        + first);
    }

    static boolean mutating(List<String> operations) {
        return operations.stream().map(name -> name.split(" ", 2)[0]).anyMatch(WRITES::contains);
    }

    private static String queried(WireRequest request) {
        var statement =
                request.method().equals("GET") ? request.query("query", "") : request.bodyText();
        var words = statement.strip().split("\\s+");
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].equalsIgnoreCase("from")) {
                return " " + words[i + 1].toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static List<String> batch(WireRequest request) {
        List<String> names = new ArrayList<>();
        names.add("batch");
        for (var item : body(request).path("BatchItemRequest")) {
            var deed = Batch.deed(item);
            names.add(deed == null ? "query" : deed.operation());
        }
        return names;
    }

    private static JsonNode body(WireRequest request) {
        try {
            return request.json();
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
