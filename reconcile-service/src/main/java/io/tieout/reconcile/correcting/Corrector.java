package io.tieout.reconcile.correcting;

import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.reconcile.correcting.Correction.Entries;
import io.tieout.reconcile.correcting.Correction.Entry;
import io.tieout.reconcile.correcting.Correction.NotPossible;
import io.tieout.reconcile.desk.ReviewDesk.Counterparts;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.records.RecordName;
import io.tieout.reconcile.reporting.Amount;
import io.tieout.reconcile.reporting.ReportItem;
import io.tieout.reconcile.standing.Standing;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// Which journal entries bring the books in line with the sheet. The sheet's line is taken for
/// right: whoever approves says whether it is. Pure.
final class Corrector {
    private final Counterparts counterparts;
    private final LocalDate today;

    Corrector(Counterparts counterparts, LocalDate today) {
        this.counterparts = counterparts;
        this.today = today;
    }

    Correction of(ReportItem item) {
        Category category = item.category();
        if (category == null) {
            return new NotPossible("Nothing is known to be wrong with it.");
        }
        if (item.sheet().size() != 1 || item.books().isEmpty()) {
            return new NotPossible(without(category));
        }
        Standing row = item.sheet().getFirst();
        if (row.kind().family() == EntryKind.Family.INCOME) {
            return new NotPossible("Correct the invoice in QuickBooks, or the row.");
        }
        if (row.kind().family() != EntryKind.Family.COST) {
            return new NotPossible("Only costs are corrected by a journal entry.");
        }
        String account = item.books().getFirst().account();
        if (account.isBlank()
                || item.books().stream().anyMatch(line -> !line.account().equals(account))) {
            return new NotPossible(
                    "The document's lines are not all of one account: correct it in QuickBooks.");
        }
        return switch (category) {
            case CODING_ERROR -> recode(item, row, account);
            case AMOUNT_VARIANCE, DATA_ENTRY_ERROR -> difference(item, account);
            case TIMING -> shift(item, row, account);
            case UNBILLED_LABOR,
                    MISSING_RECEIPT,
                    DUPLICATE,
                    MISSING_IN_QUICKBOOKS,
                    MISSING_IN_SMARTSHEET ->
                    new NotPossible(without(category));
        };
    }

    private static String without(Category category) {
        return switch (category) {
            case DUPLICATE -> "Void or delete one of the two in QuickBooks, or remove the row.";
            case MISSING_IN_QUICKBOOKS, UNBILLED_LABOR, MISSING_RECEIPT ->
                    "Enter the document in QuickBooks: there is nothing yet to correct.";
            case MISSING_IN_SMARTSHEET -> "Add the row to the sheet, or void the document.";
            case CODING_ERROR, AMOUNT_VARIANCE, DATA_ENTRY_ERROR, TIMING ->
                    "It is not one row against its documents: correct it where it is wrong.";
        };
    }

    /// From the account in which it was booked to the one that the row names.
    private Correction recode(ReportItem item, Standing row, String booked) {
        if (row.account().isBlank() || row.account().equalsIgnoreCase(booked)) {
            return new NotPossible(
                    "The accounts do not differ; correct project or class in QuickBooks.");
        }
        if (item.books().stream().anyMatch(line -> line.amount().signum() == 0)) {
            return new NotPossible(
                    "A journal entry moved part of it to another account already: correct that entry in QuickBooks.");
        }
        return entry(
                today, row.account(), booked, booksAmount(item), "Recategorise " + words(item));
    }

    /// The difference, against the clearing account.
    private Correction difference(ReportItem item, String account) {
        Amount difference = item.difference();
        String clearing = counterparts.clearing();
        if (difference == null || difference.isZero()) {
            return new NotPossible("The amounts agree: correct the date in QuickBooks.");
        }
        if (clearing == null) {
            return new NotPossible(
                    "No clearing account is set for corrections (correctionAccounts.clearing).");
        }
        return entry(today, account, clearing, difference, "Correct " + words(item));
    }

    /// Out of the month in which it was booked into the row's: one entry at each end.
    private Correction shift(ReportItem item, Standing row, String account) {
        YearMonth sheet = YearMonth.from(row.day());
        YearMonth books = YearMonth.from(item.books().getFirst().day());
        String accrued = counterparts.accrued();
        if (sheet.equals(books)) {
            return new NotPossible("Both are of one month: no period is wrong.");
        }
        if (accrued == null) {
            return new NotPossible(
                    "No account for accrued costs is set for corrections (correctionAccounts.accrued).");
        }
        Amount amount = booksAmount(item);
        boolean early = sheet.isBefore(books);
        LocalDate first = (early ? sheet : books).atEndOfMonth();
        LocalDate second = (early ? books : sheet).atDay(1);
        String what = words(item);
        Amount into = early ? amount : negated(amount);
        Correction one = entry(first, account, accrued, into, "Shift " + what);
        Correction other = entry(second, account, accrued, negated(into), "Shift back " + what);
        return one instanceof Entries(List<Entry> a) && other instanceof Entries(List<Entry> b)
                ? new Entries(List.of(a.getFirst(), b.getFirst()))
                : one;
    }

    /// Debits and credits are positive: a negative amount changes sides.
    private static Correction entry(
            LocalDate date, String debit, String credit, Amount amount, String description) {
        Money money =
                Money.rounded(
                        amount.value().abs(),
                        new CurrencyCode(amount.unit()),
                        RoundingMode.HALF_UP);
        if (money.isZero()) {
            return new NotPossible("There is no amount to post.");
        }
        boolean straight = amount.value().signum() > 0;
        return new Entries(
                List.of(
                        new Entry(
                                date,
                                straight ? debit : credit,
                                straight ? credit : debit,
                                money,
                                description)));
    }

    private static Amount booksAmount(ReportItem item) {
        Amount sum = item.booksAmount();
        return sum == null ? Amount.of(item.books().getFirst()) : sum;
    }

    private static Amount negated(Amount amount) {
        return new Amount(amount.value().negate(), amount.unit());
    }

    private static String words(ReportItem item) {
        Standing books = item.books().getFirst();
        String document =
                books.document() == null
                        ? "a line of the books"
                        : RecordName.kind(books.document().type())
                                + (books.reference().isEmpty()
                                        ? " without number of " + books.day()
                                        : " " + books.reference());
        return books.party().isEmpty() ? document : document + " of " + books.party();
    }
}
