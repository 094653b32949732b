package io.tieout.invoice.documents;

import io.tieout.invoice.books.Listed;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.invoice.rows.DocumentGroup;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides a journal entry: it waits until its debits equal its credits. A line is for the customer
/// or job that its row names. QuickBooks wants to know whose a receivable or a payable is (6000):
/// such a line names its customer, or its vendor.
final class EntryDrafter {
    private static final String RECEIVABLES = "Accounts Receivable";
    private static final String PAYABLES = "Accounts Payable";

    private EntryDrafter() {}

    static Optional<DocumentDraft> draft(Resolver names) {
        DocumentGroup group = names.facts().group();
        if (!DocumentCurrency.holds(names, null)) {
            return Optional.empty();
        }
        List<PostingLine> lines = new ArrayList<>();
        for (DocumentRow row : names.facts().rows()) {
            line(names, row, lines.size() + 1).ifPresent(lines::add);
        }
        Money debits = side(names, lines, PostingLine.Side.DEBIT);
        Money credits = side(names, lines, PostingLine.Side.CREDIT);
        if (!names.refusals().isEmpty()) {
            return Optional.empty();
        }
        if (!debits.equals(credits)) {
            names.refuse(unbalanced(names, debits, credits));
            return Optional.empty();
        }
        return Optional.of(
                new DocumentDraft(
                        group,
                        null,
                        names.facts().rows(),
                        debits,
                        names.facts().rules().version(),
                        anchor ->
                                new CreateJournalEntry(
                                        new EffectId("e2"),
                                        List.of(),
                                        group.realmId(),
                                        group.date(),
                                        debits.currency(),
                                        number(names, group),
                                        lines,
                                        debits,
                                        anchor)));
    }

    /// QuickBooks numbers entries itself unless the company does.
    private static @Nullable String number(Resolver names, DocumentGroup group) {
        Entity.Preferences preferences = names.facts().books().preferences();
        return preferences != null && preferences.customTransactionNumbers()
                ? group.number()
                : null;
    }

    private static Optional<PostingLine> line(Resolver names, DocumentRow row, int number) {
        Listed<Entity.Account> account = names.listedAccount(row);
        String kind = account == null ? "" : account.entity().accountType();
        EntityId customer = kind.equals(PAYABLES) ? null : names.customer(row);
        EntityId vendor = kind.equals(PAYABLES) ? names.vendor(row) : null;
        if (kind.equals(RECEIVABLES) && isEmpty(row.cells().customer())) {
            names.refuse(nobody(row, kind, "Customer"));
        }
        if (kind.equals(PAYABLES) && isEmpty(row.cells().vendor())) {
            names.refuse(nobody(row, kind, "Vendor"));
        }
        EntityId clazz = names.clazz(row);
        EntityId department = names.department(row);
        Money debit = row.cells().debit();
        boolean isDebit = debit != null && !debit.isZero();
        Money amount = isDebit ? debit : row.cells().credit();
        return account == null || amount == null
                ? Optional.empty()
                : Optional.of(
                        new PostingLine(
                                number,
                                isDebit ? PostingLine.Side.DEBIT : PostingLine.Side.CREDIT,
                                account.id(),
                                Resolver.description(row),
                                amount,
                                clazz,
                                department,
                                customer,
                                vendor));
    }

    private static boolean isEmpty(@Nullable String cell) {
        return cell == null || cell.isBlank();
    }

    private static Refusal nobody(DocumentRow row, String kind, String cell) {
        return new Refusal(
                FindingKind.MISSING_CELL,
                Severity.ERROR,
                "whose:" + row.ref().rowId(),
                List.of(row.ref()),
                "Whose is “%s”?".formatted(Resolver.description(row)),
                "A line of an %s account belongs to a %s, and the row names none."
                        .formatted(kind, cell.toLowerCase(Locale.ROOT)),
                "Fill in the %s cell.".formatted(cell),
                List.of(),
                null,
                null);
    }

    private static Money side(Resolver names, List<PostingLine> lines, PostingLine.Side side) {
        return names.sum(
                lines.stream()
                        .filter(line -> line.side() == side)
                        .map(PostingLine::amount)
                        .toList());
    }

    private static Refusal unbalanced(Resolver names, Money debits, Money credits) {
        return new Refusal(
                FindingKind.UNBALANCED,
                Severity.ERROR,
                "balance",
                names.all(),
                "Journal entry %s does not balance".formatted(names.facts().group().number()),
                "Its debits are %s, its credits %s."
                        .formatted(debits.readable(), credits.readable()),
                "Correct the amounts, or mark its missing rows ready; it goes on by itself.",
                List.of(),
                null,
                null);
    }
}
