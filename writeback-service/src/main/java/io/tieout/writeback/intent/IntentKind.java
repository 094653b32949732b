package io.tieout.writeback.intent;

/// The kinds of calls, by what can be done when an answer is lost.
public enum IntentKind {
    /// One invoice; QuickBooks recognises the request id.
    INVOICE(Recovery.REQUEST_ID),
    /// One other document; QuickBooks recognises the request id.
    DOCUMENT(Recovery.REQUEST_ID),
    /// Several documents of any type; QuickBooks recognises the request id.
    INVOICES(Recovery.REQUEST_ID),
    /// QuickBooks recognises the request id, and a void invoice shows that it is.
    VOID(Recovery.REQUEST_ID),
    /// QuickBooks recognises the request id, and the line shows its account.
    RECATEGORISATION(Recovery.REQUEST_ID),
    /// Rows show what was written to them.
    ROWS(Recovery.LOOK),
    /// New rows show their external ids.
    NEW_ROWS(Recovery.LOOK),
    /// A discussion shows what was said in it.
    COMMENT(Recovery.LOOK),
    /// Nothing to look at; the Message-ID makes the second copy recognisable.
    MAIL(Recovery.SAME_ID);

    private final Recovery recovery;

    IntentKind(Recovery recovery) {
        this.recovery = recovery;
    }

    Recovery recovery() {
        return recovery;
    }

    /// What comes first after a lost answer.
    enum Recovery {
        REQUEST_ID,
        LOOK,
        SAME_ID
    }
}
