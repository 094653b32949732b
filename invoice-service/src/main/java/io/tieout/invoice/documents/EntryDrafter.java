package io.tieout.invoice.documents;

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
import java.util.Optional;

/// Decides a journal entry: it waits until its debits equal its credits.
final class EntryDrafter {
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
    private static @org.jspecify.annotations.Nullable String number(
            Resolver names, DocumentGroup group) {
        Entity.Preferences preferences = names.facts().books().preferences();
        return preferences != null && preferences.customTransactionNumbers()
                ? group.number()
                : null;
    }

    private static Optional<PostingLine> line(Resolver names, DocumentRow row, int number) {
        EntityId account = names.account(row);
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
                                account,
                                Resolver.description(row),
                                amount,
                                clazz,
                                department));
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
