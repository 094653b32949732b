package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.facts.KnownRow;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.smartsheet.CostFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Corrections: journal entries that bring the books in line with one cost row. Their amount must
/// follow from the row and from the documents that are cited, as audit itself saw them.
final class CorrectionRules {
    static final List<Rule<DocumentCase>> ALL =
            List.of(
                    new Rule<>("correction-rests-on-a-cost-row", CorrectionRules::row),
                    new Rule<>("correction-amount", CorrectionRules::amount));

    private static final String BOOKS = "books:";

    private CorrectionRules() {}

    private static void row(DocumentCase it, List<String> objections) {
        if (!(it.document() instanceof CreateJournalEntry)) {
            objections.add("A correction is a journal entry.");
        }
        if (it.proposal().evidence().rows().size() != 1 || costs(it).size() != 1) {
            objections.add("It does not cite exactly one cost row.");
        }
        if (cited(it).isEmpty()) {
            objections.add("It cites no document of the books that is there.");
        }
    }

    /// The row's amount, the documents' or their lines', or what one is more than the other. A
    /// document that is cited with an earlier correcting entry comes to what both say together.
    private static void amount(DocumentCase it, List<String> objections) {
        Money total = it.document().total();
        List<Money> rows = costs(it);
        List<Money> documents = amounts(cited(it));
        Set<Money> explained = new HashSet<>();
        Stream.concat(rows.stream(), documents.stream())
                .map(CorrectionRules::absolute)
                .forEach(explained::add);
        for (Money row : rows) {
            for (Money document : documents) {
                explained.add(absolute(absolute(row).minus(absolute(document))));
                earlier(it).stream()
                        .filter(net -> net.currency().equals(document.currency()))
                        .map(net -> absolute(absolute(row).minus(absolute(document.plus(net)))))
                        .forEach(explained::add);
            }
        }
        if (!explained.contains(total)) {
            objections.add(
                    "%s follows from neither the row nor the documents that it cites."
                            .formatted(total.readable()));
        }
    }

    /// What cited journal entries say of each account of this one: debits less credits.
    private static List<Money> earlier(DocumentCase it) {
        if (!(it.document() instanceof CreateJournalEntry entry)) {
            return List.of();
        }
        List<Entity.Line> lines =
                cited(it).stream()
                        .filter(document -> document.currency().equals(entry.currency()))
                        .flatMap(document -> document.lines().stream())
                        .filter(line -> line.posting() != null)
                        .toList();
        return entry.lines().stream()
                .map(PostingLine::accountId)
                .map(account ->
                        Money.sum(
                                lines.stream()
                                        .filter(line -> account.equals(line.accountId()))
                                        .map(CorrectionRules::signed)
                                        .toList(),
                                entry.currency()))
                .toList();
    }

    private static Money signed(Entity.Line line) {
        return "Credit".equals(line.posting()) ? line.amount().negated() : line.amount();
    }

    private static List<Money> costs(DocumentCase it) {
        return it.proposal().evidence().rows().stream()
                .map(Evidence.RowCitation::row)
                .flatMap(ref -> Stream.ofNullable(it.facts().rows().get(ref)))
                .map(KnownRow::row)
                .flatMap(row ->
                        row.fields() instanceof CostFields cells && cells.amount() != null
                                ? Stream.of(cells.amount())
                                : Stream.empty())
                .toList();
    }

    private static List<Entity.Transaction> cited(DocumentCase it) {
        List<Evidence.DocumentCitation> citations = it.proposal().evidence().documents();
        if (citations == null) {
            return List.of();
        }
        Set<String> sources = new HashSet<>();
        citations.forEach(citation -> sources.add(citation.source()));
        return it.facts().documents().stream()
                .filter(known -> !known.gone() && sources.contains(source(known)))
                .flatMap(known ->
                        known.observed().entity() instanceof Entity.Transaction found
                                ? Stream.of(found)
                                : Stream.empty())
                .toList();
    }

    private static String source(KnownEntity known) {
        return BOOKS + known.observed().entityType().wireName() + ":" + known.observed().id();
    }

    /// Totals, lines, and all of them together.
    private static List<Money> amounts(List<Entity.Transaction> documents) {
        List<Money> amounts = new ArrayList<>();
        List<Money> totals = new ArrayList<>();
        for (Entity.Transaction document : documents) {
            Money total = document.total();
            if (total != null) {
                amounts.add(total);
                totals.add(total);
            }
            document.lines().forEach(line -> amounts.add(line.amount()));
        }
        if (totals.size() > 1) {
            amounts.add(Money.sum(totals, totals.getFirst().currency()));
        }
        return amounts;
    }

    private static Money absolute(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }
}
