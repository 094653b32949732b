package io.tieout.invoice.documents;

import io.tieout.invoice.books.Listed;
import io.tieout.invoice.drafting.Need;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.invoice.rows.DocumentGroup;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EffectId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.Entity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides a purchase order. QuickBooks wants its accounts-payable account named: the only one in
/// use, or the only one in the order's currency; otherwise a person must say.
final class OrderDrafter {
    private static final String PAYABLES = "Accounts Payable";

    private OrderDrafter() {}

    static Optional<DocumentDraft> draft(Resolver names) {
        DocumentGroup group = names.facts().group();
        Listed<Entity.Vendor> vendor = names.vendor();
        SpendTax tax = vendor == null ? SpendTax.AMERICAN : SpendTax.of(names, vendor.entity());
        List<SpendLine> lines = SpendLines.of(names, tax.code());
        List<Listed<Entity.Account>> payables = payables(names, vendor);
        if (vendor != null && payables.size() != 1) {
            names.refuse(notOne(names, payables.size()));
        }
        if (vendor == null
                || lines.isEmpty()
                || payables.size() != 1
                || !DocumentCurrency.holds(names, vendor.entity())) {
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
                                new CreatePurchaseOrder(
                                        new EffectId("e2"),
                                        List.of(),
                                        group.realmId(),
                                        vendor.id(),
                                        payables.getFirst().id(),
                                        group.date(),
                                        total.currency(),
                                        lines,
                                        total,
                                        anchor,
                                        tax.calculation())));
    }

    /// QuickBooks keeps an account of its own for what is owed in each currency.
    private static List<Listed<Entity.Account>> payables(
            Resolver names, @Nullable Listed<Entity.Vendor> vendor) {
        List<Listed<Entity.Account>> all =
                names.facts().books().accounts().stream()
                        .filter(Listed::active)
                        .filter(account -> account.entity().accountType().equals(PAYABLES))
                        .toList();
        if (all.size() < 2 || vendor == null) {
            return all;
        }
        CurrencyCode own = vendor.entity().currency();
        CurrencyCode wanted = own == null ? names.facts().currency() : own;
        List<Listed<Entity.Account>> fitting =
                all.stream().filter(account -> wanted.equals(account.entity().currency())).toList();
        return fitting.size() == 1 ? fitting : all;
    }

    private static Refusal notOne(Resolver names, int count) {
        return new Refusal(
                FindingKind.UNKNOWN_ACCOUNT,
                Severity.ERROR,
                "payables",
                names.all(),
                "A purchase order needs one accounts-payable account",
                count == 0
                        ? "QuickBooks has none in use."
                        : "QuickBooks has %d of them in use, and not one alone in the order's currency."
                                .formatted(count),
                "Keep one accounts-payable account in this currency active, or enter the order in QuickBooks.",
                List.of(),
                null,
                Need.ACCOUNT);
    }
}
