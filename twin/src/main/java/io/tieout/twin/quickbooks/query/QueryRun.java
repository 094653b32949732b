package io.tieout.twin.quickbooks.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.EntityType;
import io.tieout.twin.quickbooks.schema.Field;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quickbooks.schema.Schema;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Answers a query from one company's books; a field that cannot be filtered is refused with 4001.
public final class QueryRun {
    private static final Set<String> STAMPS =
            Set.of("MetaData.CreateTime", "MetaData.LastUpdatedTime");

    private final Realm realm;

    public QueryRun(Realm realm) {
        this.realm = realm;
    }

    /// The `QueryResponse` object; without hits it is empty.
    public ObjectNode answer(Query query) {
        var type = Schema.vendor().byName(query.entity());
        if (type == null) {
            throw QueryParser.invalid("invalid entity " + query.entity());
        }
        query.conditions().forEach(condition -> requireFilterable(type, condition.field()));
        List<ObjectNode> hits = new ArrayList<>();
        for (var entity : realm.all(type.name())) {
            if (visible(type, query, entity)
                    && query.conditions().stream().allMatch(c -> holds(type, c, entity))) {
                hits.add(entity);
            }
        }
        var response = Json.object();
        if (query.count()) {
            return response.put("totalCount", hits.size());
        }
        var orderBy = query.orderBy();
        if (orderBy != null) {
            requireFilterable(type, orderBy);
            var order = order(type, orderBy);
            hits.sort(query.descending() ? order.reversed() : order);
        }
        var from = Math.min(query.start() - 1, hits.size());
        var page = hits.subList(from, (int) Math.min((long) from + query.max(), hits.size()));
        if (page.isEmpty()) {
            return response;
        }
        var array = response.putArray(type.name());
        page.forEach(entity -> array.add(entity.deepCopy()));
        response.put("startPosition", query.start());
        response.put("maxResults", page.size());
        response.put("totalCount", page.size());
        return response;
    }

    /// Inactive list entries show only to a query that asks about Active.
    private static boolean visible(EntityType type, Query query, JsonNode entity) {
        return !type.fields().containsKey("Active")
                || entity.path("Active").asBoolean(true)
                || query.conditions().stream().anyMatch(c -> c.field().equals("Active"));
    }

    private static void requireFilterable(EntityType type, String name) {
        var field = type.fields().get(name);
        if (!name.equals("Id")
                && !STAMPS.contains(name)
                && (field == null || !field.filterable())) {
            throw QueryParser.invalid(
                    "property '" + name + "' of " + type.name() + " cannot be queried");
        }
    }

    private static boolean holds(EntityType type, Query.Condition condition, JsonNode entity) {
        var actual = text(entity, condition.field());
        return switch (condition.operator()) {
            case "IN" ->
                    condition.values().stream()
                            .anyMatch(
                                    value -> compare(type, condition.field(), actual, value) == 0);
            case "LIKE" -> like(actual, condition.values().getFirst());
            case "=" ->
                    compare(type, condition.field(), actual, condition.values().getFirst()) == 0;
            default ->
                    !actual.isEmpty()
                            && ordered(
                                    condition.operator(),
                                    compare(
                                            type,
                                            condition.field(),
                                            actual,
                                            condition.values().getFirst()));
        };
    }

    private static boolean ordered(String operator, int comparison) {
        return switch (operator) {
            case "<" -> comparison < 0;
            case "<=" -> comparison <= 0;
            case ">" -> comparison > 0;
            default -> comparison >= 0;
        };
    }

    private static boolean like(String actual, String pattern) {
        var regex = new StringBuilder();
        for (var part : pattern.split("(?<=%)|(?=%)")) {
            regex.append(part.equals("%") ? ".*" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(actual)
                .matches();
    }

    private static String text(JsonNode entity, String field) {
        var node = entity;
        for (var step : field.split("\\.")) {
            node = node.path(step);
        }
        return node.isObject() ? node.path("value").asText("") : node.asText("");
    }

    private static int compare(EntityType type, String name, String actual, String wanted) {
        if (wanted.isBlank() || actual.isEmpty()) {
            return wanted.isBlank() && actual.isEmpty() ? 0 : actual.isEmpty() ? -1 : 1;
        }
        if (STAMPS.contains(name)) {
            return instant(actual).compareTo(instant(wanted));
        }
        var field = type.fields().get(name);
        if (name.equals("Id") || (field != null && isNumber(field))) {
            return number(name, actual, wanted);
        }
        if (field != null && field.type() == Field.Type.DATE) {
            return actual.compareTo(wanted);
        }
        return actual.toLowerCase(Locale.ROOT).compareTo(wanted.toLowerCase(Locale.ROOT));
    }

    private static boolean isNumber(Field field) {
        return field.type() == Field.Type.MONEY
                || field.type() == Field.Type.NUMBER
                || field.type() == Field.Type.INT;
    }

    private static int number(String name, String actual, String wanted) {
        if (name.equals("Id") && !actual.chars().allMatch(Character::isDigit)) {
            return actual.compareTo(wanted);
        }
        try {
            return new BigDecimal(actual).compareTo(new BigDecimal(wanted));
        } catch (NumberFormatException _) {
            throw QueryParser.invalid("value '" + wanted + "' of " + name + " is not a number");
        }
    }

    /// A time with an offset, or a date, which starts at midnight UTC.
    public static Instant instant(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw QuickBooksFault.validation(
                    "2060", "Invalid date format", "Cannot read the time " + text, e.getMessage());
        }
    }

    private static Comparator<ObjectNode> order(EntityType type, String field) {
        return (one, other) -> compare(type, field, text(one, field), text(other, field));
    }
}
