package io.tieout.model.smartsheet;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a row of a documents sheet becomes.
public enum DocumentKind {
    BILL(Set.of("bill", "vendor bill")),
    JOURNAL_ENTRY(Set.of("journal entry", "journal", "je")),
    PURCHASE_ORDER(Set.of("purchase order", "po")),
    TIME_ACTIVITY(Set.of("time activity", "time", "timesheet"));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> names;

    DocumentKind(Set<String> names) {
        this.names = names;
    }

    /// The kind that a cell names, such as `Purchase Order` or `PO`.
    public static Optional<DocumentKind> of(String cell) {
        String name = cell.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        for (DocumentKind kind : values()) {
            if (kind.names.contains(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
