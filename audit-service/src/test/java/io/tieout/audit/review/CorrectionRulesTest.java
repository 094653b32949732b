package io.tieout.audit.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.facts.KnownRow;
import io.tieout.audit.facts.RowInputs;
import io.tieout.audit.policy.Policy;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrectionRulesTest {
    private static final RowRef ROW = new RowRef(new SheetId("42"), new RowId("1"));
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final ProposalId ID = new ProposalId(new UUID(3, 4));

    @Test
    void lets_through_what_follows_from_the_row_and_the_document() {
        assertThat(objections("20.00", "20.00", "books:Bill:145", "a62")).isEmpty();
        assertThat(objections("480.00", "480.00", "books:Bill:145", "a62")).isEmpty();
        assertThat(objections("500.00", "500.00", "books:Bill:145", "a62")).isEmpty();
    }

    @Test
    void holds_an_amount_that_follows_from_nothing() {
        assertThat(objections("20.01", "20.01", "books:Bill:145", "a62"))
                .containsExactly("correction-amount");
    }

    @Test
    void counts_an_earlier_correcting_entry_that_is_cited_with_the_document() {
        assertThat(objections("12.00", "12.00", "books:Bill:145 books:JournalEntry:9", "a62"))
                .isEmpty();
        assertThat(objections("12.00", "12.00", "books:Bill:145", "a62"))
                .containsExactly("correction-amount");
    }

    @Test
    void holds_what_cites_a_document_that_is_not_there() {
        assertThat(objections("20.00", "20.00", "books:Bill:146", "a62"))
                .contains("correction-rests-on-a-cost-row", "correction-amount");
    }

    @Test
    void holds_an_entry_that_does_not_balance_or_posts_to_an_account_that_is_not_in_use() {
        assertThat(objections("20.00", "19.00", "books:Bill:145", "a62"))
                .containsExactly("document-totals");
        assertThat(objections("20.00", "20.00", "books:Bill:145", "a99"))
                .containsExactly("document-accounts");
    }

    @Test
    void lets_a_line_go_to_the_account_that_the_row_names_and_nowhere_else() {
        assertThat(objections(recategorise(1, "500.00", "a65", "a62"))).isEmpty();
        assertThat(objections(recategorise(1, "500.00", "a65", "a65")))
                .containsExactly("recategorised-to-the-rows-account");
        assertThat(objections(recategorise(1, "500.00", "a62", "a62")))
                .containsExactly("recategorised-line-is-there");
        assertThat(objections(recategorise(2, "500.00", "a65", "a62")))
                .containsExactly("recategorised-line-is-there");
        assertThat(objections(recategorise(1, "499.00", "a65", "a62")))
                .containsExactly("recategorised-line-is-there");
    }

    private static Effect recategorise(int line, String amount, String from, String to) {
        return new RecategoriseLine(
                new EffectId("e1"),
                List.of(),
                Books.REALM,
                EntityType.BILL,
                new EntityId("145"),
                DAY,
                line,
                usd(amount),
                new EntityId(from),
                new EntityId(to));
    }

    private static List<String> objections(Effect effect) {
        return objections(
                usd(((RecategoriseLine) effect).amount().amount().toPlainString()),
                "books:Bill:145",
                effect);
    }

    private static List<String> objections(
            String debit, String credit, String source, String account) {
        return objections(
                usd(debit),
                source,
                new CreateJournalEntry(
                        new EffectId("e1"),
                        List.of(),
                        Books.REALM,
                        DAY,
                        Books.USD,
                        null,
                        List.of(
                                line(1, PostingLine.Side.DEBIT, "a65", debit),
                                line(2, PostingLine.Side.CREDIT, account, credit)),
                        usd(debit),
                        "tieout:" + ID));
    }

    private static List<String> objections(Money total, String source, Effect effect) {
        ProposalMade proposal =
                new ProposalMade(
                        ID,
                        1,
                        Books.REALM,
                        ProposalKind.CORRECTION,
                        "CE-1",
                        "Correct it",
                        "ann@harbor.example",
                        "Atlas Electric",
                        total,
                        List.of(ROW),
                        List.of(effect),
                        new Evidence(
                                List.of(new Evidence.RowCitation(ROW, 1, 7)),
                                List.of(),
                                null,
                                null,
                                null,
                                "template",
                                null,
                                Arrays.stream(source.split(" ", -1))
                                        .map(one ->
                                                new Evidence.DocumentCitation(
                                                        ROW, one, "Bill AE-77", "ab"))
                                        .toList()));
        return Reviewer.review(proposal, facts()).stream()
                .filter(result -> !result.passed())
                .map(ReviewResult::rule)
                .toList();
    }

    private static PostingLine line(
            int number, PostingLine.Side side, String account, String amount) {
        return new PostingLine(
                number, side, new EntityId(account), "Correct it", usd(amount), null, null);
    }

    private static Facts facts() {
        return new Facts(
                true,
                Map.of(ROW, row()),
                List.of(),
                List.of(),
                List.of(account("a62", "Rental"), account("a65", "Accrued")),
                List.of(),
                List.of(),
                Optional.of(
                        new Entity.Preferences(Books.USD, false, null, false, false, false, false)),
                List.of(bill(), entry()),
                Map.of(),
                Quantity.ZERO,
                BillingTerms.NONE,
                new Policy.Pilot(Set.of(), Set.of()),
                DAY,
                DAY);
    }

    private static KnownRow row() {
        CostFields cells =
                new CostFields(
                        "Atlas Electric",
                        "AE-77",
                        "Cable",
                        "Pier 7",
                        DAY,
                        usd("480.00"),
                        null,
                        null,
                        null,
                        null,
                        "Rental",
                        null,
                        null);
        return new KnownRow(
                new RowObserved(
                        ROW,
                        Books.REALM,
                        SheetRole.COSTS,
                        "Project Costs",
                        3,
                        cells,
                        List.of(),
                        Map.of(),
                        Instant.parse("2026-11-20T10:00:00Z"),
                        null,
                        false),
                new SourceRevision(7, 1),
                false,
                RowInputs.NONE.seen(7, cells));
    }

    private static KnownEntity account(String id, String name) {
        return Books.entity(
                EntityType.ACCOUNT, id, new Entity.Account(name, null, "Expense", "Expense"));
    }

    /// Takes eight off the bill's account.
    private static KnownEntity entry() {
        return Books.entity(
                EntityType.JOURNAL_ENTRY,
                "9",
                new Entity.Transaction(
                        null,
                        DAY,
                        null,
                        null,
                        null,
                        null,
                        Books.USD,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(posting("a62", "Debit"), posting("a65", "Credit"))));
    }

    private static Entity.Line posting(String account, String side) {
        return new Entity.Line(
                null, null, usd("8.00"), null, null, new EntityId(account), null, null, side, null);
    }

    private static KnownEntity bill() {
        return Books.entity(
                EntityType.BILL,
                "145",
                new Entity.Transaction(
                        "AE-77",
                        DAY,
                        null,
                        EntityType.VENDOR,
                        new EntityId("80"),
                        "Atlas Electric",
                        Books.USD,
                        usd("500.00"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new Entity.Line(
                                        "1",
                                        "Cable",
                                        usd("500.00"),
                                        null,
                                        null,
                                        new EntityId("a65"),
                                        null,
                                        null,
                                        null,
                                        null))));
    }

    private static Money usd(String amount) {
        return Money.of(amount, Books.USD);
    }
}
