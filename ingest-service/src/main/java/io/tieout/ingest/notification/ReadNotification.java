package io.tieout.ingest.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.ingest.notification.BookNotice.Operation;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a notification of QuickBooks in either form: an array of CloudEvents (`intuitaccountid`,
/// `type` such as `qbo.invoice.created.v1`), or the older `eventNotifications`. Pure.
public final class ReadNotification {
    private static final Pattern TYPE =
            Pattern.compile("qbo\\.([a-z]+)\\.([a-z]+)\\.v\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern REALM = Pattern.compile("\\d{1,30}");

    private ReadNotification() {}

    /// The companies that it is about, in order; none when the body cannot be read.
    public static Set<RealmId> realms(byte[] body) {
        Set<RealmId> realms = new LinkedHashSet<>();
        try {
            JsonNode json = WireJson.mapper().readTree(body);
            for (JsonNode event : json.isArray() ? json : json.path("eventNotifications")) {
                RealmId realm = realm(event, json.isArray() ? "intuitaccountid" : "realmId");
                if (realm != null) {
                    realms.add(realm);
                }
            }
        } catch (IOException _) {
            return Set.of();
        }
        return realms;
    }

    /// What it says about one company; parts that make no sense are left out.
    static List<BookNotice> notices(JsonNode json, RealmId realm) {
        List<BookNotice> notices = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(event -> cloudEvent(event).ifPresent(notices::add));
        } else {
            for (JsonNode notification : json.path("eventNotifications")) {
                RealmId about = realm(notification, "realmId");
                if (about != null) {
                    notification
                            .path("dataChangeEvent")
                            .path("entities")
                            .forEach(entity -> older(about, entity).ifPresent(notices::add));
                }
            }
        }
        return notices.stream().filter(notice -> notice.realm().equals(realm)).toList();
    }

    private static Optional<BookNotice> cloudEvent(JsonNode event) {
        RealmId realm = realm(event, "intuitaccountid");
        EntityId id = id(event, "intuitentityid");
        Matcher type = TYPE.matcher(event.path("type").asText(""));
        if (realm == null || id == null || !type.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new BookNotice(
                        realm,
                        type(type.group(1)),
                        id,
                        operation(type.group(2)),
                        loser(event.path("data"))));
    }

    private static Optional<BookNotice> older(RealmId realm, JsonNode entity) {
        EntityId id = id(entity, "id");
        return id == null
                ? Optional.empty()
                : Optional.of(
                        new BookNotice(
                                realm,
                                type(entity.path("name").asText("")),
                                id,
                                operation(entity.path("operation").asText("")),
                                loser(entity)));
    }

    /// The new form's spelling of it is not documented.
    private static @Nullable EntityId loser(JsonNode node) {
        for (String field : List.of("deletedId", "deletedid", "DeletedId")) {
            EntityId loser = id(node, field);
            if (loser != null) {
                return loser;
            }
        }
        return null;
    }

    private static Operation operation(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "deleted", "delete" -> Operation.DELETED;
            case "merged", "merge" -> Operation.MERGED;
            default -> Operation.CHANGED;
        };
    }

    private static @Nullable EntityType type(String name) {
        for (EntityType type : EntityType.values()) {
            if (type.wireName().equalsIgnoreCase(name)) {
                return type;
            }
        }
        return null;
    }

    private static @Nullable RealmId realm(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return REALM.matcher(text).matches() ? new RealmId(text) : null;
    }

    private static @Nullable EntityId id(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return text.isBlank() || text.length() > 60 ? null : new EntityId(text);
    }
}
