package io.tieout.twin.quickbooks.rules;

import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.Field;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;

/// Every required property is there: 2020 otherwise.
final class RequiredRule implements Rule {
    @Override
    public void apply(Draft draft) {
        draft.type().fields().values().stream()
                .filter(Field::required)
                .map(Field::name)
                .sorted()
                .filter(name -> !given(draft, name))
                .findFirst()
                .ifPresent(name -> {
                    throw QuickBooksFault.missing(name);
                });
    }

    private static boolean given(Draft draft, String name) {
        return name.endsWith("Ref")
                ? Json.filled(draft.body().path(name), "value")
                : Json.filled(draft.body(), name);
    }
}
