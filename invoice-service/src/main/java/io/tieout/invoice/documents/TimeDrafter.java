package io.tieout.invoice.documents;

import io.tieout.invoice.books.Listed;
import io.tieout.invoice.drafting.Need;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.invoice.rows.DocumentGroup;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.Entity;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides a time activity: one row, one vendor's hours; billable at the item's own rate.
final class TimeDrafter {
    private TimeDrafter() {}

    static Optional<DocumentDraft> draft(Resolver names) {
        DocumentGroup group = names.facts().group();
        DocumentRow row = names.facts().rows().getFirst();
        Listed<Entity.Vendor> vendor = names.vendor();
        Listed<Entity.Item> item = names.item(row);
        EntityId customer = names.customer(row);
        EntityId clazz = names.clazz(row);
        EntityId department = names.department(row);
        Quantity hours = row.cells().hours();
        if (vendor == null || item == null || hours == null) {
            return Optional.empty();
        }
        boolean billable = Boolean.TRUE.equals(row.cells().billable());
        Money rate = billable ? rate(names, row, item) : null;
        if (billable && rate == null) {
            return Optional.empty();
        }
        Money total =
                rate == null
                        ? Money.zero(names.facts().currency())
                        : rate.times(hours, RoundingMode.HALF_UP);
        return Optional.of(
                new DocumentDraft(
                        group,
                        vendor.entity().displayName(),
                        List.of(row),
                        total,
                        names.facts().rules().version(),
                        anchor ->
                                new CreateTimeActivity(
                                        new EffectId("e2"),
                                        List.of(),
                                        group.realmId(),
                                        vendor.id(),
                                        group.date(),
                                        hours,
                                        item.id(),
                                        customer,
                                        clazz,
                                        department,
                                        billable,
                                        rate,
                                        total.currency(),
                                        Resolver.description(row),
                                        total,
                                        anchor)));
    }

    private static @Nullable Money rate(Resolver names, DocumentRow row, Listed<Entity.Item> item) {
        Money rate = item.entity().unitPrice();
        if (rate == null) {
            names.refuse(
                    new Refusal(
                            FindingKind.UNKNOWN_ITEM,
                            Severity.ERROR,
                            "rate:" + item.id(),
                            List.of(row.ref()),
                            "“%s” has no rate".formatted(item.entity().name()),
                            "Billable time needs the rate of its service.",
                            "Give the service a rate in QuickBooks, or clear Billable.",
                            List.of(),
                            null,
                            Need.ITEM));
        }
        return rate;
    }
}
