package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.EntityType;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quickbooks.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A name is given (6080), free of colons (2040) and taken by nobody else in its name space (6240).
final class NameRule implements Rule {
    static final String DELETED = " (deleted)";
    private static final List<String> PARTS =
            List.of("Title", "GivenName", "MiddleName", "FamilyName", "Suffix");

    @Override
    public void apply(Draft draft) {
        var body = draft.body();
        var field = Objects.requireNonNull(draft.type().nameField());
        if (!Json.filled(body, field)) {
            body.put(field, fromParts(body));
        }
        if (!Json.present(body, "Active")) {
            body.put("Active", true);
        }
        var name = body.path(field).textValue();
        if (name.contains(":") || name.contains("\t") || name.contains("\n")) {
            throw QuickBooksFault.validation(
                    "2040",
                    "Invalid characters",
                    field + " must not hold a colon, tab or new line",
                    field);
        }
        markDeleted(body, field);
        refuseTaken(draft, field, body.path(field).textValue());
    }

    private static String fromParts(ObjectNode body) {
        var name =
                PARTS.stream()
                        .map(part -> body.path(part).asText(""))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" "));
        if (name.isBlank()) {
            throw QuickBooksFault.validation(
                    "6080",
                    "Name is required",
                    "At least one of title, given name, middle name, family name, suffix or"
                            + " display name must be given");
        }
        return name;
    }

    /// The vendor shows in the name that an entry is inactive, and takes it back.
    private static void markDeleted(ObjectNode body, String field) {
        var name = body.path(field).textValue();
        var active = body.path("Active").asBoolean();
        if (active && name.endsWith(DELETED)) {
            body.put(field, name.substring(0, name.length() - DELETED.length()));
        } else if (!active && !name.endsWith(DELETED)) {
            body.put(field, name + DELETED);
        }
    }

    private static void refuseTaken(Draft draft, String field, String name) {
        var group = draft.type().nameGroup();
        var rivals =
                Schema.vendor().all().stream()
                        .filter(type -> group != null && group.equals(type.nameGroup()))
                        .flatMap(type -> named(draft, type));
        var wanted = name.toLowerCase(Locale.ROOT);
        var parent = parent(draft.body());
        var taken =
                rivals.anyMatch(other ->
                        other.path(field).asText("").toLowerCase(Locale.ROOT).equals(wanted)
                                && ("names".equals(group) || parent(other).equals(parent)));
        if (taken) {
            throw QuickBooksFault.validation(
                    "6240",
                    "Duplicate Name Exists Error",
                    "The name supplied already exists. : Another customer, vendor, employee or"
                            + " list entry is already using this name. Please use a different name.",
                    field);
        }
    }

    private static Stream<ObjectNode> named(Draft draft, EntityType type) {
        var own = draft.text("Id");
        var sameType = type.name().equals(draft.type().name());
        return draft.realm().all(type.name()).stream()
                .filter(other -> !(sameType && other.path("Id").asText().equals(own)));
    }

    private static String parent(ObjectNode body) {
        return body.path("ParentRef").path("value").asText("");
    }
}
