package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.util.Objects;

/// Builds the full name from the parents, at most five levels deep (6180) and never in a circle
/// (900).
final class HierarchyRule implements Rule {
    private static final int LEVELS_MAX = 5;

    @Override
    public void apply(Draft draft) {
        var body = draft.body();
        var field = Objects.requireNonNull(draft.type().nameField());
        var fullName = new StringBuilder(body.path(field).asText());
        int levels = 0;
        var at = body;
        while (Json.filled(at.path("ParentRef"), "value")) {
            var parentId = at.path("ParentRef").path("value").asText();
            if (parentId.equals(draft.text("Id"))) {
                throw QuickBooksFault.validation(
                        "900", "Invalid parent", "An entry cannot be its own parent", "ParentRef");
            }
            at = parent(draft, parentId);
            fullName.insert(0, at.path(field).asText() + ":");
            if (++levels >= LEVELS_MAX) {
                throw QuickBooksFault.validation(
                        "6180", "Too many levels", "At most five levels are allowed", "ParentRef");
            }
        }
        body.put("FullyQualifiedName", fullName.toString());
        if (draft.type().fields().containsKey("Level")) {
            body.put("Level", levels);
        }
    }

    private static ObjectNode parent(Draft draft, String id) {
        var found = draft.realm().find(draft.type().name(), id);
        if (found == null) {
            throw QuickBooksFault.badReference("ParentRef", draft.type().name(), id);
        }
        return found;
    }
}
