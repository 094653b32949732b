package io.tieout.ingest.books;

import io.tieout.connectors.VendorJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads documents: head, counterparty and the lines that carry amounts. Pure.
final class TransactionReader {
    /// Lines that repeat or explain others.
    private static final Set<String> WITHOUT_AMOUNT =
            Set.of("SubTotalLineDetail", "DescriptionOnly");

    private static final int QUANTITY_DECIMALS_MAX = 5;
    private static final BigDecimal MINUTES_PER_HOUR = new BigDecimal(60);

    private TransactionReader() {}

    static Entity read(EntityType type, Fields head) {
        Fields json = head.inOwnCurrency();
        Counterparty counterparty = counterparty(json);
        return new Entity.Transaction(
                json.text(type == EntityType.PAYMENT ? "PaymentRefNum" : "DocNumber"),
                date(json),
                json.date("DueDate"),
                counterparty.type(),
                counterparty.id(),
                counterparty.name(),
                json.currency(),
                json.money("TotalAmt"),
                json.at("TxnTaxDetail").money("TotalTax"),
                json.money("Balance"),
                json.reference("DepartmentRef"),
                json.text("PrivateNote"),
                json.text("EmailStatus"),
                purchaseOrder(json),
                type == EntityType.TIME_ACTIVITY ? List.of(time(json)) : lines(json));
    }

    /// Head or lines link it; a document for several orders names none of them.
    private static @Nullable EntityId purchaseOrder(Fields json) {
        Set<String> orders =
                Stream.concat(
                                json.list("LinkedTxn").stream(),
                                json.list("Line").stream()
                                        .flatMap(line -> line.list("LinkedTxn").stream()))
                        .filter(link -> "PurchaseOrder".equals(link.text("TxnType")))
                        .map(link -> link.textOr("TxnId", ""))
                        .filter(id -> !id.isBlank())
                        .collect(Collectors.toSet());
        return orders.size() == 1 ? new EntityId(orders.iterator().next()) : null;
    }

    private static LocalDate date(Fields json) {
        LocalDate date = json.date("TxnDate");
        if (date != null) {
            return date;
        }
        var created = json.at("MetaData").instant("CreateTime");
        if (created == null) {
            throw new IllegalArgumentException("TxnDate is absent");
        }
        return created.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private record Counterparty(
            @Nullable EntityType type, @Nullable EntityId id, @Nullable String name) {}

    private static Counterparty counterparty(Fields json) {
        EntityId customer = json.reference("CustomerRef");
        if (customer != null) {
            return named(json, "CustomerRef", EntityType.CUSTOMER, customer);
        }
        EntityId vendor = json.reference("VendorRef");
        if (vendor != null) {
            return named(json, "VendorRef", EntityType.VENDOR, vendor);
        }
        EntityId other = json.reference("EntityRef");
        EntityType type = json.counterpartyType();
        return other == null || type == null
                ? new Counterparty(
                        null, null, VendorJson.text(json.json().path("EntityRef"), "name"))
                : named(json, "EntityRef", type, other);
    }

    private static Counterparty named(Fields json, String field, EntityType type, EntityId id) {
        return new Counterparty(type, id, json.at(field).text("name"));
    }

    private static List<Entity.Line> lines(Fields json) {
        List<Entity.Line> lines = new ArrayList<>();
        for (Fields line : json.list("Line")) {
            String kind = line.textOr("DetailType", "");
            Money amount = line.money("Amount");
            if (amount != null && !WITHOUT_AMOUNT.contains(kind)) {
                lines.add(line(line, kind, amount));
            }
        }
        return lines;
    }

    private static Entity.Line line(Fields line, String kind, Money amount) {
        Fields detail = line.at(kind);
        Fields entity = detail.at("Entity");
        EntityId customer = detail.reference("CustomerRef");
        if (customer == null && "Customer".equals(entity.text("Type"))) {
            customer = entity.reference("EntityRef");
        }
        EntityId account = detail.reference("AccountRef");
        return new Entity.Line(
                line.text("Id"),
                line.text("Description"),
                "DiscountLineDetail".equals(kind) ? amount.negated() : amount,
                quantity(detail.decimal("Qty")),
                detail.reference("ItemRef"),
                account == null ? detail.reference("ItemAccountRef") : account,
                detail.reference("ClassRef"),
                customer,
                detail.text("PostingType"),
                "Vendor".equals(entity.text("Type")) ? entity.at("EntityRef").text("name") : null);
    }

    /// A time activity as one line: hours of a service.
    private static Entity.Line time(Fields json) {
        BigDecimal hours =
                json.decimalOrZero("Hours")
                        .add(
                                json.decimalOrZero("Minutes")
                                        .divide(
                                                MINUTES_PER_HOUR,
                                                QUANTITY_DECIMALS_MAX,
                                                RoundingMode.HALF_UP));
        Quantity quantity = new Quantity(hours);
        Money rate = json.rate("HourlyRate");
        return new Entity.Line(
                null,
                json.text("Description"),
                rate == null
                        ? Money.zero(json.currency())
                        : rate.times(quantity, RoundingMode.HALF_UP),
                quantity,
                json.reference("ItemRef"),
                null,
                json.reference("ClassRef"),
                json.reference("CustomerRef"),
                null,
                worker(json));
    }

    private static @Nullable String worker(Fields json) {
        String employee = json.at("EmployeeRef").text("name");
        return employee == null ? json.at("VendorRef").text("name") : employee;
    }

    /// A quantity that is finer than Tieout keeps them is absent; the amount counts.
    private static @Nullable Quantity quantity(@Nullable BigDecimal value) {
        return value == null || value.stripTrailingZeros().scale() > QUANTITY_DECIMALS_MAX
                ? null
                : new Quantity(value);
    }
}
