package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.quickbooks.schema.EntityType;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An entity about to be stored: rules complete its body or refuse it.
public record Draft(
        Realm realm,
        EntityType type,
        ObjectNode body,
        @Nullable ObjectNode before,
        LocalDate today,
        Set<String> include) {

    public Draft {
        include = Set.copyOf(include);
    }

    String text(String field) {
        return body.path(field).asText("");
    }
}
