package io.tieout.reconcile.ledger;

/// What a line is; lines are compared within one family.
public enum EntryKind {
    COST(Side.SHEET, Family.COST),
    TIMESHEET(Side.SHEET, Family.TIME),
    BUDGET(Side.SHEET, Family.ORDER),
    BILLING(Side.SHEET, Family.INCOME),
    BILL(Side.BOOKS, Family.COST),
    PURCHASE(Side.BOOKS, Family.COST),
    VENDOR_CREDIT(Side.BOOKS, Family.COST),
    JOURNAL(Side.BOOKS, Family.COST),
    TIME_ACTIVITY(Side.BOOKS, Family.TIME),
    PURCHASE_ORDER(Side.BOOKS, Family.ORDER),
    /// A line of an invoice.
    INVOICE(Side.BOOKS, Family.INCOME),
    /// An invoice as a whole, which is only looked through for copies.
    INVOICE_TOTAL(Side.BOOKS, Family.INVOICES);

    /// Which of the two books a line is in.
    public enum Side {
        SHEET,
        BOOKS
    }

    /// What can be the counterpart of what.
    public enum Family {
        COST,
        TIME,
        ORDER,
        INCOME,
        INVOICES
    }

    private final Side side;
    private final Family family;

    EntryKind(Side side, Family family) {
        this.side = side;
        this.family = family;
    }

    public Side side() {
        return side;
    }

    public Family family() {
        return family;
    }
}
