package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Arithmetic of lines: an amount is quantity times price, rounded half up to the cent.
final class Amounts {
    private Amounts() {}

    static BigDecimal of(JsonNode holder, String field) {
        return Json.present(holder, field) ? holder.path(field).decimalValue() : BigDecimal.ZERO;
    }

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    static void mustMultiply(JsonNode line, JsonNode detail) {
        if (!Json.present(detail, "Qty") || !Json.present(detail, "UnitPrice")) {
            return;
        }
        var product = cents(of(detail, "Qty").multiply(of(detail, "UnitPrice")));
        if (product.compareTo(of(line, "Amount")) != 0) {
            throw QuickBooksFault.validation(
                    "6070",
                    "Amount calculation incorrect in the request",
                    "Amount is not equal to UnitPrice * Qty. Supplied value:"
                            + line.path("Amount").asText(),
                    "Amount");
        }
    }
}
