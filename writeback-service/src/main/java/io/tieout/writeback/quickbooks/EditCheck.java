package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.VendorJson;
import io.tieout.model.effect.DocumentFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a document says what it said when somebody decided about it. Its version alone tells
/// little: mailing an invoice raises it, too. Pure.
final class EditCheck {
    private EditCheck() {}

    /// What a person has changed since, in words; empty when nothing that counts has changed.
    static Optional<String> edited(JsonNode now, @Nullable DocumentFacts decided) {
        if (decided == null) {
            return Optional.of("it was changed, and what it said before is not known");
        }
        List<String> changes = new ArrayList<>();
        compare(
                changes,
                "customer",
                decided.customerId().value(),
                Objects.requireNonNullElse(VendorJson.text(now.path("CustomerRef"), "value"), ""));
        compare(
                changes,
                "date",
                decided.date().toString(),
                Objects.requireNonNullElse(VendorJson.text(now, "TxnDate"), ""));
        compareAmounts(changes, "total", decided.total().amount(), now.path("TotalAmt"));
        compareAmounts(changes, "open balance", decided.balance().amount(), now.path("Balance"));
        return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", changes));
    }

    private static void compare(List<String> changes, String what, String was, String is) {
        if (!was.equals(is)) {
            changes.add("%s was %s, is %s".formatted(what, was, is.isEmpty() ? "absent" : is));
        }
    }

    private static void compareAmounts(
            List<String> changes, String what, BigDecimal was, JsonNode is) {
        if (!is.isNumber() || is.decimalValue().compareTo(was) != 0) {
            changes.add(
                    "%s was %s, is %s"
                            .formatted(
                                    what,
                                    was.toPlainString(),
                                    is.isNumber() ? is.decimalValue().toPlainString() : "absent"));
        }
    }
}
