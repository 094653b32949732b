package io.tieout.invoice.documents;

import io.tieout.invoice.books.Listed;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.invoice.rows.DocumentGroup;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.Entity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides a vendor's bill: its own terms, and one department for the whole of it.
final class BillDrafter {
    private BillDrafter() {}

    static Optional<DocumentDraft> draft(Resolver names) {
        DocumentGroup group = names.facts().group();
        Listed<Entity.Vendor> vendor = names.vendor();
        SpendTax tax = vendor == null ? SpendTax.AMERICAN : SpendTax.of(names, vendor.entity());
        List<SpendLine> lines = SpendLines.of(names, tax.code());
        EntityId department = department(names);
        if (vendor == null || lines.isEmpty() || !DocumentCurrency.holds(names, vendor.entity())) {
            return Optional.empty();
        }
        Money total = SpendLines.total(names, lines);
        return Optional.of(
                new DocumentDraft(
                        group,
                        vendor.entity().displayName(),
                        names.facts().rows(),
                        total,
                        names.facts().rules().version(),
                        anchor ->
                                new CreateBill(
                                        new EffectId("e2"),
                                        List.of(),
                                        group.realmId(),
                                        vendor.id(),
                                        group.date(),
                                        vendor.entity().termId(),
                                        department,
                                        total.currency(),
                                        group.number(),
                                        lines,
                                        total,
                                        anchor,
                                        tax.calculation())));
    }

    private static @Nullable EntityId department(Resolver names) {
        Set<EntityId> found = new HashSet<>();
        boolean anyWithout = false;
        for (DocumentRow row : names.facts().rows()) {
            EntityId department = names.department(row);
            if (department == null) {
                anyWithout = true;
            } else {
                found.add(department);
            }
        }
        if (found.size() > 1 || (anyWithout && !found.isEmpty())) {
            names.refuse(
                    new Refusal(
                            FindingKind.INVALID_CELL,
                            Severity.ERROR,
                            "departments",
                            names.all(),
                            "The rows of one bill have different departments",
                            "QuickBooks keeps one department for a whole bill.",
                            "Give all rows of the bill the same Department, or split the bill.",
                            List.of(),
                            null,
                            null));
        }
        return found.isEmpty() ? null : found.iterator().next();
    }
}
