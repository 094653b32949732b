package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.util.HashSet;
import java.util.Set;

/// Lines exist (2020, 2250), are of a type that the entity takes (2170), carry their detail, and
/// have ids of their own.
final class LinesRule implements Rule {
    private static final String PAYMENT = "Payment";

    @Override
    public void apply(Draft draft) {
        var lines = draft.body().path("Line");
        if (!lines.isArray() || lines.isEmpty()) {
            if (draft.type().name().equals(PAYMENT)) {
                return;
            }
            throw lines.isArray()
                    ? QuickBooksFault.validation(
                            "2250", "At least one line is required", "The request has no lines")
                    : QuickBooksFault.missing("Line");
        }
        removeSubTotals((ArrayNode) lines);
        var known = idsBefore(draft);
        long next = known.stream().mapToLong(Long::parseLong).max().orElse(0);
        Set<String> taken = new HashSet<>();
        int number = 1;
        for (var one : lines) {
            var line = (ObjectNode) one;
            if (!draft.type().name().equals(PAYMENT)) {
                checkDetail(draft, line);
                line.put("LineNum", number++);
            }
            var id = line.path("Id").asText("");
            if (!known.contains(id) || !taken.add(id)) {
                line.put("Id", String.valueOf(++next));
            }
        }
        if (lines.isEmpty()) {
            throw QuickBooksFault.missing("Line");
        }
    }

    /// The server writes the subtotal itself.
    private static void removeSubTotals(ArrayNode lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if ("SubTotalLineDetail".equals(lines.get(i).path("DetailType").asText())) {
                lines.remove(i);
            }
        }
    }

    private static Set<String> idsBefore(Draft draft) {
        Set<String> ids = new HashSet<>();
        var before = draft.before();
        if (before != null) {
            before.path("Line")
                    .forEach(line -> {
                        var id = line.path("Id").asText("");
                        if (!id.isEmpty() && id.chars().allMatch(Character::isDigit)) {
                            ids.add(id);
                        }
                    });
        }
        return ids;
    }

    private static void checkDetail(Draft draft, ObjectNode line) {
        var detail = line.path("DetailType").asText("");
        if (detail.isEmpty()) {
            throw QuickBooksFault.missing("Line.DetailType");
        }
        if (!draft.type().lineTypes().contains(detail)) {
            throw QuickBooksFault.validation(
                    "2170",
                    "Invalid enumeration",
                    "DetailType " + detail + " is not allowed in " + draft.type().name(),
                    "DetailType");
        }
        if (!detail.equals("DescriptionOnly")) {
            if (!Json.present(line, detail)) {
                throw QuickBooksFault.missing("Line." + detail);
            }
            if (!Json.present(line, "Amount") && !detail.equals("DiscountLineDetail")) {
                throw QuickBooksFault.missing("Line.Amount");
            }
        }
    }
}
