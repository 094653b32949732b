package io.tieout.connectors.quickbooks;

import io.tieout.model.quickbooks.EntityType;
import java.util.ArrayList;
import java.util.List;

/// A query of one entity type. Conditions are joined by AND (there is no OR); values are quoted, so
/// that text from a sheet cannot change the statement.
public record Select(EntityType type, List<String> conditions) {
    public Select {
        conditions = List.copyOf(conditions);
    }

    public static Select from(EntityType type) {
        return new Select(type, List.of());
    }

    /// @param operator one of `=`, `<`, `>`, `<=`, `>=`, `LIKE`
    public Select where(String field, String operator, String value) {
        return and(checked(field) + " " + operator(operator) + " " + quoted(value));
    }

    public Select whereIn(String field, List<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No values for " + field);
        }
        String list = String.join(", ", values.stream().map(Select::quoted).toList());
        return and(checked(field) + " IN (" + list + ")");
    }

    /// Inactive names as well: lists answer with active ones only unless asked.
    public Select withInactive() {
        return and("Active IN (true, false)");
    }

    /// The statement without paging.
    public String statement() {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return "SELECT * FROM " + type.wireName() + where;
    }

    private Select and(String condition) {
        List<String> all = new ArrayList<>(conditions);
        all.add(condition);
        return new Select(type, all);
    }

    private static String checked(String field) {
        if (!field.matches("[A-Za-z][A-Za-z.]*")) {
            throw new IllegalArgumentException("Not a field: " + field);
        }
        return field;
    }

    private static String operator(String operator) {
        if (!List.of("=", "<", ">", "<=", ">=", "LIKE").contains(operator)) {
            throw new IllegalArgumentException("Not an operator: " + operator);
        }
        return operator;
    }

    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
