package io.tieout.invoice.documents;

import io.tieout.invoice.books.Listed;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.Entity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of bills and purchase orders: of the item that a row names, else of its account.
final class SpendLines {
    private SpendLines() {}

    /// One line for each row whose names the books know.
    ///
    /// @param taxCode of every line, outside the USA
    static List<SpendLine> of(Resolver names, @Nullable EntityId taxCode) {
        List<SpendLine> lines = new ArrayList<>();
        for (DocumentRow row : names.facts().rows()) {
            Listed<Entity.Item> item = names.item(row);
            EntityId account = row.cells().service() == null ? names.account(row) : null;
            EntityId clazz = names.clazz(row);
            EntityId customer = names.boughtFor(row);
            boolean billable = names.isBilledOn(row);
            Money amount = row.cells().amount();
            if (amount != null && (item != null || account != null)) {
                lines.add(
                        new SpendLine(
                                lines.size() + 1,
                                account,
                                item == null ? null : item.id(),
                                item == null ? null : Quantity.ONE,
                                item == null ? null : amount,
                                Resolver.description(row),
                                amount,
                                clazz,
                                customer,
                                billable,
                                taxCode));
            }
        }
        return lines;
    }

    static Money total(Resolver names, List<SpendLine> lines) {
        return names.sum(lines.stream().map(SpendLine::amount).toList());
    }
}
