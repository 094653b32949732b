package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.RecategoriseLine;
import java.math.BigDecimal;

/// What booking a line anew means for the document as it is now. A sparse update replaces the whole
/// list of lines, so that all of them are sent, with their ids. Pure.
sealed interface Recategorisation {
    /// Send this.
    record Change(ObjectNode body) implements Recategorisation {}

    /// The line is booked so already.
    record Done(EffectResult result) implements Recategorisation {}

    /// The line is not what it was when this was decided.
    record Edited(String how) implements Recategorisation {}

    static Recategorisation of(JsonNode now, RecategoriseLine effect) {
        JsonNode line = now.path("Line").path(effect.line() - 1);
        JsonNode detail = line.path("AccountBasedExpenseLineDetail");
        String account = detail.path("AccountRef").path("value").asText("");
        if (line.isMissingNode() || detail.isMissingNode()) {
            return new Edited("its line %d is gone, or is of an item".formatted(effect.line()));
        }
        if (!isAmount(line.path("Amount"), effect.amount().amount())) {
            return new Edited(
                    "its line %d was %s, is %s"
                            .formatted(
                                    effect.line(),
                                    effect.amount().amount().toPlainString(),
                                    line.path("Amount").asText("absent")));
        }
        if (account.equals(effect.toAccountId().value())) {
            return new Done(done(now, effect));
        }
        if (!account.equals(effect.fromAccountId().value())) {
            return new Edited("its line %d is of account %s".formatted(effect.line(), account));
        }
        return new Change(body(now, effect));
    }

    static EffectResult done(JsonNode now, RecategoriseLine effect) {
        return new EffectResult.LineRecategorised(
                effect.entityType(),
                effect.documentId(),
                effect.line(),
                now.path("SyncToken").asLong());
    }

    private static boolean isAmount(JsonNode amount, BigDecimal expected) {
        return amount.isNumber() && amount.decimalValue().compareTo(expected) == 0;
    }

    private static ObjectNode body(JsonNode now, RecategoriseLine effect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("Id", effect.documentId().value());
        body.put("SyncToken", now.path("SyncToken").asText());
        body.put("sparse", true);
        // QuickBooks asks for these again whenever lines are sent.
        for (String field :
                new String[] {
                    "VendorRef",
                    "EntityRef",
                    "AccountRef",
                    "PaymentType",
                    "APAccountRef",
                    LineTaxes.CALCULATION
                }) {
            if (now.has(field)) {
                body.set(field, now.path(field).deepCopy());
            }
        }
        ArrayNode lines = body.putArray("Line");
        now.path("Line").forEach(line -> lines.add(line.deepCopy()));
        ((ObjectNode) lines.path(effect.line() - 1).path("AccountBasedExpenseLineDetail"))
                .putObject("AccountRef")
                .put("value", effect.toAccountId().value());
        return body;
    }
}
