package io.tieout.invoice.documents;

import io.tieout.invoice.drafting.Refusal;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.Entity;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The currency that a document must be in: QuickBooks keeps a vendor's documents in the vendor's
/// currency, and everything else in the books' own (intuit developer documentation, multicurrency).
/// Nothing is converted.
final class DocumentCurrency {
    private DocumentCurrency() {}

    /// Whether all amounts of the rows are in it; otherwise the refusal is with the names.
    static boolean holds(Resolver names, Entity.@Nullable Vendor vendor) {
        CurrencyCode home = names.facts().currency();
        CurrencyCode wanted =
                vendor == null ? home : Objects.requireNonNullElse(vendor.currency(), home);
        List<RowRef> others =
                names.facts().rows().stream()
                        .filter(row -> amounts(row).anyMatch(one -> !one.currency().equals(wanted)))
                        .map(DocumentRow::ref)
                        .toList();
        if (others.isEmpty()) {
            return true;
        }
        String whose =
                vendor == null
                        ? "The books are kept in %s".formatted(wanted)
                        : "“%s” is paid in %s".formatted(vendor.displayName(), wanted);
        names.refuse(
                new Refusal(
                        FindingKind.INVALID_CELL,
                        Severity.ERROR,
                        "currency",
                        others,
                        "An amount is in another currency than the document",
                        whose + ", these rows are not.",
                        "Enter the figure in %s, and that in the row's currency; nothing is converted."
                                .formatted(wanted),
                        List.of(),
                        null,
                        null));
        return false;
    }

    private static Stream<Money> amounts(DocumentRow row) {
        return Stream.of(row.cells().amount(), row.cells().debit(), row.cells().credit())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }
}
