package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.Field;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quickbooks.schema.Schema;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Every reference leads to something that is there (2500) and active (610), unless it was there
/// before; names are filled in.
final class ReferenceRule implements Rule {
    private final Schema schema;

    ReferenceRule(Schema schema) {
        this.schema = schema;
    }

    @Override
    public void apply(Draft draft) {
        Set<String> known = new HashSet<>();
        if (draft.before() != null) {
            walk(
                    draft.type().fields(),
                    draft.before(),
                    (field, ref) -> known.add(field.targets() + ref.path("value").asText()));
        }
        walk(
                draft.type().fields(),
                draft.body(),
                (field, ref) ->
                        check(
                                draft.realm(),
                                field,
                                ref,
                                known.contains(field.targets() + ref.path("value").asText())));
    }

    private interface Visit {
        void see(Field field, ObjectNode ref);
    }

    private void walk(Map<String, Field> fields, JsonNode body, Visit visit) {
        for (var entry : body.properties()) {
            var field = fields.get(entry.getKey());
            if (field == null || field.readOnly()) {
                continue;
            }
            var value = entry.getValue();
            switch (field.type()) {
                case REF -> {
                    if (value instanceof ObjectNode ref) {
                        visit.see(field, ref);
                    }
                }
                case OBJECT -> walk(schema.object(field.nested()), value, visit);
                case LIST -> value.forEach(one -> walk(schema.object(field.nested()), one, visit));
                case STRING, MONEY, NUMBER, INT, BOOL, DATE, ENUM, CURRENCY, ANY -> {}
            }
        }
    }

    private static void check(Realm realm, Field field, ObjectNode ref, boolean known) {
        var target = field.targets().getFirst();
        if (target.equals("-")) {
            return;
        }
        if (!Json.filled(ref, "value")) {
            throw QuickBooksFault.missing(field.name());
        }
        var id = ref.path("value").textValue();
        var found = realm.find(target, id);
        if (found == null) {
            throw QuickBooksFault.badReference(field.name(), target, id);
        }
        if (!found.path("Active").asBoolean(true) && !known) {
            throw QuickBooksFault.notFound(target + " " + id + " is inactive");
        }
        var name = found.path("FullyQualifiedName").asText(found.path("Name").asText(""));
        if (!name.isEmpty()) {
            ref.put("name", name);
        } else if (found.has("DisplayName")) {
            ref.set("name", found.get("DisplayName"));
        }
    }
}
