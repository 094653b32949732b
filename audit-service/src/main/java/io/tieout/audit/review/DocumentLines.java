package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.DocumentFields;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lines of documents other than invoices: each says what its row says, and the figures add up.
final class DocumentLines {
    static final List<Rule<DocumentCase>> ALL =
            List.of(
                    new Rule<>("document-rows-used-once", DocumentLines::coverage),
                    new Rule<>("document-lines-match-rows", DocumentLines::lines),
                    new Rule<>("document-accounts", DocumentLines::accounts),
                    new Rule<>("document-totals", DocumentLines::totals));

    /// Those that hold of an entry whatever it rests on.
    static final List<Rule<DocumentCase>> OF_ANY_ENTRY =
            List.of(
                    new Rule<>("document-accounts", DocumentLines::accounts),
                    new Rule<>("document-totals", DocumentLines::totals));

    private DocumentLines() {}

    private static void coverage(DocumentCase it, List<String> objections) {
        Set<RowRef> cited = new HashSet<>();
        for (Evidence.RowCitation citation : it.proposal().evidence().rows()) {
            if (!cited.add(citation.row())) {
                objections.add("Row %s is cited twice.".formatted(citation.row().rowId()));
            }
        }
        Set<RowRef> used = new HashSet<>();
        for (Evidence.LineSource source : it.proposal().evidence().lines()) {
            if (source.rows().size() != 1 || !used.addAll(source.rows())) {
                objections.add("Line %d is not of one row of its own.".formatted(source.line()));
            }
        }
        if (!used.equals(cited)) {
            objections.add("The lines do not use exactly the cited rows.");
        }
    }

    private static void lines(DocumentCase it, List<String> objections) {
        switch (it.document()) {
            case CreateBill bill -> {
                spend(it, bill.lines(), objections);
                for (DocumentFields row : it.rows()) {
                    department(it, bill.departmentId(), row, objections);
                }
            }
            case CreatePurchaseOrder order -> spend(it, order.lines(), objections);
            case CreateJournalEntry entry -> postings(it, entry, objections);
            case CreateTimeActivity time -> time(it, time, objections);
        }
    }

    private static void spend(DocumentCase it, List<SpendLine> lines, List<String> objections) {
        if (lines.isEmpty() || lines.size() != it.rows().size()) {
            objections.add("There is not one line for each row.");
        }
        for (SpendLine line : lines) {
            for (DocumentFields row : it.rowsOf(line.number())) {
                boolean item = line.itemId() != null;
                same(line.number(), "amount", line.amount().equals(row.amount()), objections);
                same(
                        line.number(),
                        "item",
                        it.isNamed(EntityType.ITEM, line.itemId(), row.service()),
                        objections);
                same(
                        line.number(),
                        "account",
                        item
                                ? line.accountId() == null
                                : it.isNamed(EntityType.ACCOUNT, line.accountId(), row.account()),
                        objections);
                customer(it, line.number(), line.customerId(), row, objections);
                clazz(it, line.number(), line.classId(), row, objections);
                same(
                        line.number(),
                        "billable flag",
                        !line.billable() || Boolean.TRUE.equals(row.billable()),
                        objections);
            }
        }
    }

    private static void postings(
            DocumentCase it, CreateJournalEntry entry, List<String> objections) {
        if (entry.lines().size() < 2 || entry.lines().size() != it.rows().size()) {
            objections.add("There is not one line for each row.");
        }
        for (PostingLine line : entry.lines()) {
            for (DocumentFields row : it.rowsOf(line.number())) {
                Money own = line.side() == PostingLine.Side.DEBIT ? row.debit() : row.credit();
                same(line.number(), "amount", line.amount().equals(own), objections);
                same(
                        line.number(),
                        "account",
                        it.isNamed(EntityType.ACCOUNT, line.accountId(), row.account()),
                        objections);
                clazz(it, line.number(), line.classId(), row, objections);
                department(it, line.departmentId(), row, objections);
                whose(it, line, row, objections);
            }
        }
    }

    /// A payable is its vendor's; any other line is for the customer that the row names, and a
    /// receivable must be somebody's.
    private static void whose(
            DocumentCase it, PostingLine line, DocumentFields row, List<String> objections) {
        String kind =
                it.usable(EntityType.ACCOUNT, line.accountId())
                        .map(known -> ((Entity.Account) known.observed().entity()).accountType())
                        .orElse("");
        boolean payable = kind.equals("Accounts Payable");
        if (payable) {
            same(
                    line.number(),
                    "vendor",
                    it.isNamed(EntityType.VENDOR, line.vendorId(), row.vendor()),
                    objections);
        } else {
            customer(it, line.number(), line.customerId(), row, objections);
        }
        boolean nobodys =
                (payable && line.vendorId() == null)
                        || (kind.equals("Accounts Receivable") && line.customerId() == null);
        if (nobodys || (payable ? line.customerId() : line.vendorId()) != null) {
            objections.add(
                    "Line %d does not say whose it is as its account asks."
                            .formatted(line.number()));
        }
    }

    private static void time(DocumentCase it, CreateTimeActivity time, List<String> objections) {
        if (it.rows().size() != 1) {
            objections.add("A time activity is of one row, not of " + it.rows().size() + ".");
        }
        for (DocumentFields row : it.rows()) {
            same(1, "hours", time.hours().equals(row.hours()), objections);
            same(1, "item", it.isNamed(EntityType.ITEM, time.itemId(), row.service()), objections);
            customer(it, 1, time.customerId(), row, objections);
            clazz(it, 1, time.classId(), row, objections);
            department(it, time.departmentId(), row, objections);
            same(
                    1,
                    "billable flag",
                    time.billable() == Boolean.TRUE.equals(row.billable()),
                    objections);
        }
    }

    /// The customer that the row names, or its job of the row's project.
    private static void customer(
            DocumentCase it,
            int line,
            @Nullable EntityId given,
            DocumentFields row,
            List<String> objections) {
        boolean job =
                given != null
                        && row.project() != null
                        && it.usable(EntityType.CUSTOMER, given)
                                .map(known -> (Entity.Customer) known.observed().entity())
                                .filter(found -> found.parentId() != null)
                                .filter(found ->
                                        it.isNamed(
                                                EntityType.CUSTOMER,
                                                found.parentId(),
                                                row.customer()))
                                .isPresent();
        same(
                line,
                "customer",
                job || it.isNamed(EntityType.CUSTOMER, given, row.customer()),
                objections);
    }

    private static void clazz(
            DocumentCase it,
            int line,
            @Nullable EntityId given,
            DocumentFields row,
            List<String> objections) {
        boolean used = it.facts().preferences().map(Entity.Preferences::classPerLine).orElse(true);
        same(
                line,
                "class",
                (!used && given == null) || it.isNamed(EntityType.CLASS, given, row.className()),
                objections);
    }

    private static void department(
            DocumentCase it,
            @Nullable EntityId given,
            DocumentFields row,
            List<String> objections) {
        boolean used =
                it.facts().preferences().map(Entity.Preferences::trackDepartments).orElse(true);
        if ((used || given != null)
                && !it.isNamed(EntityType.DEPARTMENT, given, row.departmentName())) {
            objections.add("It has another department than its rows.");
        }
    }

    private static void same(int line, String what, boolean same, List<String> objections) {
        if (!same) {
            objections.add("Line %d has another %s than its row.".formatted(line, what));
        }
    }

    private static void accounts(DocumentCase it, List<String> objections) {
        switch (it.document()) {
            case CreateBill bill ->
                    bill.lines().forEach(line -> account(it, line.accountId(), objections));
            case CreatePurchaseOrder order -> {
                order.lines().forEach(line -> account(it, line.accountId(), objections));
                boolean payables =
                        it.usable(EntityType.ACCOUNT, order.payablesAccountId())
                                .map(KnownEntity::observed)
                                .map(known -> (Entity.Account) known.entity())
                                .filter(found -> found.accountType().equals("Accounts Payable"))
                                .isPresent();
                if (!payables) {
                    objections.add(
                            "Account %s is no accounts-payable account."
                                    .formatted(order.payablesAccountId()));
                }
            }
            case CreateJournalEntry entry ->
                    entry.lines().forEach(line -> account(it, line.accountId(), objections));
            case CreateTimeActivity _ -> {
                // time posts to no account
            }
        }
    }

    private static void account(
            DocumentCase it, @Nullable EntityId account, List<String> objections) {
        if (account == null) {
            return;
        }
        Set<String> pilot = it.facts().pilot().accounts();
        if (it.usable(EntityType.ACCOUNT, account).isEmpty()) {
            objections.add("Account %s is not in use.".formatted(account));
        } else if (!pilot.isEmpty() && !pilot.contains(account.value())) {
            objections.add("Account %s is not part of the pilot.".formatted(account));
        }
    }

    private static void totals(DocumentCase it, List<String> objections) {
        Money total = it.document().total();
        switch (it.document()) {
            case CreateBill bill -> sum(bill.lines(), total, objections);
            case CreatePurchaseOrder order -> sum(order.lines(), total, objections);
            case CreateJournalEntry entry -> {
                Money debits = side(entry, PostingLine.Side.DEBIT);
                Money credits = side(entry, PostingLine.Side.CREDIT);
                if (!debits.equals(credits) || !debits.equals(total)) {
                    objections.add(
                            "Debits are %s, credits %s, the total says %s."
                                    .formatted(
                                            debits.readable(),
                                            credits.readable(),
                                            total.readable()));
                }
                if (entry.lines().stream().anyMatch(line -> isNothing(line.amount()))) {
                    objections.add("A line has no positive amount.");
                }
            }
            case CreateTimeActivity time -> {
                Money rate = time.hourlyRate();
                Money worth =
                        rate == null
                                ? Money.zero(total.currency())
                                : rate.times(time.hours(), RoundingMode.HALF_UP);
                if (time.billable() == (rate == null) || !worth.equals(total)) {
                    objections.add("Its hours at its rate are %s.".formatted(worth.readable()));
                }
                if (rate != null && !isItemsRate(it, time.itemId(), rate)) {
                    objections.add("Its rate is not the item's.");
                }
                if (time.hours().value().signum() <= 0) {
                    objections.add("It has no hours.");
                }
            }
        }
    }

    private static boolean isItemsRate(DocumentCase it, EntityId item, Money rate) {
        return it.usable(EntityType.ITEM, item)
                .map(known -> ((Entity.Item) known.observed().entity()).unitPrice())
                .filter(rate::equals)
                .isPresent();
    }

    private static void sum(List<SpendLine> lines, Money total, List<String> objections) {
        Money sum = Money.sum(lines.stream().map(SpendLine::amount).toList(), total.currency());
        if (!sum.equals(total)) {
            objections.add(
                    "The lines sum to %s, the total says %s."
                            .formatted(sum.readable(), total.readable()));
        }
        if (lines.stream().anyMatch(line -> isNothing(line.amount()))) {
            objections.add("A line has no positive amount.");
        }
    }

    private static boolean isNothing(Money amount) {
        return amount.isZero() || amount.isNegative();
    }

    private static Money side(CreateJournalEntry entry, PostingLine.Side side) {
        return Money.sum(
                entry.lines().stream()
                        .filter(line -> line.side() == side)
                        .map(PostingLine::amount)
                        .toList(),
                entry.currency());
    }
}
