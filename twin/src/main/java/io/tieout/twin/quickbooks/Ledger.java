package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.notice.BookEvent;
import io.tieout.twin.quickbooks.notice.BookEvent.Operation;
import io.tieout.twin.quickbooks.rules.Draft;
import io.tieout.twin.quickbooks.rules.PeriodRule;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.rules.Rulebook;
import io.tieout.twin.quickbooks.schema.EntityType;
import io.tieout.twin.quickbooks.schema.Field;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quickbooks.schema.Schema;
import io.tieout.twin.quickbooks.schema.ShapeCheck;
import io.tieout.twin.time.VendorTime;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;

/// Creates, changes, voids and deletes entities as the vendor would. The caller holds the realm's
/// monitor.
final class Ledger {
    private static final Set<String> CONTROL =
            Set.of("sparse", "domain", "MetaData", "status", "Id", "SyncToken");

    private final Clock clock;
    private final ShapeCheck shape = new ShapeCheck(Schema.vendor());
    private final Rulebook rules = new Rulebook(Schema.vendor());
    private final Links links;

    private final Consumer<BookEvent> feed;

    /// A ledger that tells nobody.
    Ledger(Clock clock) {
        this(clock, _ -> {});
    }

    /// @param feed told of every change, under the realm's monitor
    Ledger(Clock clock, Consumer<BookEvent> feed) {
        this.clock = clock;
        this.feed = feed;
        this.links =
                new Links(
                        this::touch,
                        (realm, type, body) -> tell(realm, type, body, Operation.UPDATED));
    }

    private void tell(Realm realm, String type, JsonNode body, Operation operation) {
        feed.accept(
                new BookEvent(
                        realm.id(),
                        type,
                        body.path("Id").asText(),
                        operation,
                        clock.instant(),
                        null));
    }

    ObjectNode create(Realm realm, EntityType type, ObjectNode input, Set<String> include) {
        if (type.kind() == EntityType.Kind.SINGLE || type.kind() == EntityType.Kind.FIXED) {
            throw QuickBooksFault.unsupported(
                    "Operation create is not supported for " + type.name());
        }
        shape.check(type, input);
        var body = fresh(type);
        copyWritable(type, input, body);
        rules.apply(new Draft(realm, type, body, null, today(), include));
        body.put("Id", realm.nextId(type));
        body.put("SyncToken", "0");
        var now = VendorTime.quickBooks(clock.instant());
        body.putObject("MetaData").put("CreateTime", now).put("LastUpdatedTime", now);
        realm.put(type.name(), body);
        links.created(realm, type, body);
        tell(realm, type.name(), body, Operation.CREATED);
        return body.deepCopy();
    }

    /// Takes in an entity of a sample under its own id, as old as the sample says.
    void load(Realm realm, EntityType type, ObjectNode input, Instant at) {
        var body = fresh(type);
        var ruled = type.kind() != EntityType.Kind.SINGLE && type.kind() != EntityType.Kind.FIXED;
        if (ruled) {
            shape.check(type, input);
            copyWritable(type, input, body);
            rules.apply(new Draft(realm, type, body, null, today(), Set.of()));
        } else {
            body.setAll(input);
        }
        var id = input.path("Id").textValue();
        body.put("Id", id);
        body.put("SyncToken", "0");
        var stamp = VendorTime.quickBooks(at);
        body.putObject("MetaData").put("CreateTime", stamp).put("LastUpdatedTime", stamp);
        realm.put(type.name(), body);
        realm.reserveId(type, id);
        if (ruled) {
            new Links(other -> stamp(other, at), (_, _, _) -> {}).created(realm, type, body);
        }
    }

    ObjectNode update(Realm realm, EntityType type, ObjectNode input, Set<String> include) {
        if (type.kind() == EntityType.Kind.FIXED) {
            throw QuickBooksFault.unsupported(
                    "Operation update is not supported for " + type.name());
        }
        shape.check(type, input);
        var before = current(realm, type, input);
        var body = fresh(type);
        var sparse = input.path("sparse").asBoolean(false);
        before.properties()
                .forEach(entry -> {
                    var field = type.fields().get(entry.getKey());
                    if (sparse || field == null || field.readOnly()) {
                        body.set(entry.getKey(), entry.getValue().deepCopy());
                    }
                });
        copyWritable(type, input, body);
        rules.apply(new Draft(realm, type, body, before, today(), include));
        body.put("SyncToken", next(before));
        touch(body);
        realm.put(type.name(), body);
        links.changed(realm, type, before, body);
        tell(realm, type.name(), body, Operation.UPDATED);
        return body.deepCopy();
    }

    ObjectNode delete(Realm realm, EntityType type, ObjectNode input) {
        if (!type.deletable()) {
            throw QuickBooksFault.unsupported(
                    "Operation delete is not supported for " + type.name());
        }
        var before = current(realm, type, input);
        PeriodRule.refuseClosed(realm, before);
        refusePaid(realm, type, before);
        realm.remove(type.name(), before.path("Id").textValue(), clock.instant());
        links.deleted(realm, type, before);
        tell(realm, type.name(), before, Operation.DELETED);
        var answer = Json.object();
        answer.put("domain", "QBO");
        answer.put("status", "Deleted");
        answer.put("Id", before.path("Id").textValue());
        return answer;
    }

    ObjectNode voided(Realm realm, EntityType type, ObjectNode input) {
        if (!type.voidable()) {
            throw QuickBooksFault.unsupported("Operation void is not supported for " + type.name());
        }
        var before = current(realm, type, input);
        PeriodRule.refuseClosed(realm, before);
        refusePaid(realm, type, before);
        var body = before.deepCopy();
        for (var line : body.path("Line")) {
            if (line instanceof ObjectNode one && Json.present(one, "Amount")) {
                one.put("Amount", BigDecimal.ZERO);
                if (one.path("SalesItemLineDetail") instanceof ObjectNode detail) {
                    detail.put("Qty", BigDecimal.ZERO);
                }
            }
        }
        if (Json.present(body, "TxnTaxDetail")) {
            body.putObject("TxnTaxDetail").put("TotalTax", BigDecimal.ZERO);
        }
        body.put("TotalAmt", BigDecimal.ZERO);
        body.put("Balance", BigDecimal.ZERO);
        var note = body.path("PrivateNote").asText("");
        body.put("PrivateNote", note.isEmpty() ? "Voided" : "Voided - " + note);
        body.put("SyncToken", next(before));
        touch(body);
        realm.put(type.name(), body);
        links.changed(realm, type, before, body);
        tell(realm, type.name(), body, Operation.VOIDED);
        return body.deepCopy();
    }

    /// Marks a document as mailed to the customer; the mail itself is somebody else's work.
    ObjectNode sent(Realm realm, EntityType type, String id, String sendTo) {
        var before = realm.find(type.name(), id);
        if (before == null) {
            throw QuickBooksFault.notFound(type.name() + " " + id);
        }
        var body = before.deepCopy();
        if (!sendTo.isEmpty()) {
            body.putObject("BillEmail").put("Address", sendTo);
        }
        if (!Json.filled(body.path("BillEmail"), "Address")) {
            throw QuickBooksFault.business("There is no e-mail address to send to.");
        }
        body.put("EmailStatus", "EmailSent");
        body.putObject("DeliveryInfo")
                .put("DeliveryType", "Email")
                .put("DeliveryTime", VendorTime.quickBooks(clock.instant()));
        body.put("SyncToken", next(before));
        touch(body);
        realm.put(type.name(), body);
        tell(realm, type.name(), body, Operation.EMAILED);
        return body.deepCopy();
    }

    /// Merges one list entry into another: the loser is gone, and what named it names the winner,
    /// without a new SyncToken.
    ObjectNode merged(Realm realm, EntityType type, String loser, String winner) {
        var kept = realm.find(type.name(), winner);
        if (type.kind() != EntityType.Kind.LIST || kept == null || loser.equals(winner)) {
            throw QuickBooksFault.business("Only two entries of one list can be merged.");
        }
        if (realm.find(type.name(), loser) == null) {
            throw QuickBooksFault.notFound(type.name() + " " + loser);
        }
        realm.remove(type.name(), loser, clock.instant());
        realm.repoint(type.name() + "Ref", loser, winner);
        kept.put("SyncToken", next(kept));
        touch(kept);
        feed.accept(
                new BookEvent(
                        realm.id(), type.name(), winner, Operation.MERGED, clock.instant(), loser));
        return kept.deepCopy();
    }

    private static void refusePaid(Realm realm, EntityType type, ObjectNode before) {
        if (type.name().equals("Invoice")
                && realm.applied("Invoice", before.path("Id").textValue()).signum() > 0) {
            throw QuickBooksFault.business(
                    "A payment is applied to this invoice: remove it first.");
        }
    }

    private ObjectNode current(Realm realm, EntityType type, ObjectNode input) {
        var id = input.path("Id").asText("");
        if (id.isEmpty()) {
            throw QuickBooksFault.missing("Id");
        }
        if (!id.chars().allMatch(Character::isDigit)) {
            throw QuickBooksFault.validation(
                    "2030",
                    "Invalid ID",
                    "Id should be a valid number. Supplied value:" + id,
                    "Id");
        }
        var before = realm.find(type.name(), id);
        if (before == null) {
            throw QuickBooksFault.notFound(type.name() + " " + id);
        }
        if (!Json.filled(input, "SyncToken")) {
            throw QuickBooksFault.missing("SyncToken");
        }
        if (!input.path("SyncToken").asText().equals(before.path("SyncToken").asText())) {
            throw QuickBooksFault.stale();
        }
        return before;
    }

    private static ObjectNode fresh(EntityType type) {
        var body = Json.object();
        body.put("domain", "QBO");
        body.put("sparse", false);
        if (type.kind() == EntityType.Kind.LIST) {
            body.put("Active", true);
        }
        return body;
    }

    /// Null and empty text clear a property; what only the server writes is ignored.
    private static void copyWritable(EntityType type, ObjectNode input, ObjectNode body) {
        for (var entry : input.properties()) {
            var field = type.fields().get(entry.getKey());
            if (CONTROL.contains(entry.getKey()) || field == null || field.readOnly()) {
                continue;
            }
            if (Json.filled(input, entry.getKey())) {
                body.set(entry.getKey(), copy(field, entry.getValue()));
            } else {
                body.remove(entry.getKey());
            }
        }
    }

    private static JsonNode copy(Field field, JsonNode value) {
        return field.type() == Field.Type.DATE
                ? value.deepCopy().isTextual()
                        ? Json.object().textNode(value.textValue().substring(0, 10))
                        : value
                : value.deepCopy();
    }

    private void touch(ObjectNode body) {
        stamp(body, clock.instant());
    }

    private static void stamp(ObjectNode body, Instant at) {
        var meta =
                body.path("MetaData") instanceof ObjectNode known
                        ? known
                        : body.putObject("MetaData");
        meta.put("LastUpdatedTime", VendorTime.quickBooks(at));
    }

    static String next(JsonNode before) {
        return String.valueOf(Long.parseLong(before.path("SyncToken").asText("0")) + 1);
    }

    /// Servers date what came without a date by their own clock, in California.
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VendorTime.PACIFIC);
    }
}
