package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.time.LocalDate;

/// Builds lines for tests: `cost("1").of("480.00").numbered("AE-7").line()`.
final class Lines {
    private final String id;
    private final EntryKind kind;
    private String party = "Brellow Electric Inc";
    private String reference = "";
    private String link = "";
    private String order = "";
    private long cents = 48_017;
    private String currency = "USD";
    private LocalDate date = LocalDate.parse("2026-03-10");
    private String description = "";
    private String project = "";
    private String account = "";
    private String person = "";

    private Lines(String id, EntryKind kind) {
        this.id = id;
        this.kind = kind;
    }

    static Lines cost(String id) {
        return new Lines(id, EntryKind.COST);
    }

    static Lines bill(String id) {
        return new Lines(id, EntryKind.BILL);
    }

    static Lines of(String id, EntryKind kind) {
        return new Lines(id, kind);
    }

    Lines of(long newCents) {
        cents = newCents;
        return this;
    }

    Lines from(String newParty) {
        party = newParty;
        return this;
    }

    Lines numbered(String newReference) {
        reference = newReference;
        return this;
    }

    Lines naming(String id) {
        link = id;
        return this;
    }

    Lines ordered(String newOrder) {
        order = newOrder;
        return this;
    }

    Lines in(String newCurrency) {
        currency = newCurrency;
        return this;
    }

    Lines on(String newDate) {
        date = LocalDate.parse(newDate);
        return this;
    }

    Lines about(String newDescription) {
        description = newDescription;
        return this;
    }

    Lines forProject(String newProject) {
        project = newProject;
        return this;
    }

    Lines to(String newAccount) {
        account = newAccount;
        return this;
    }

    Lines by(String newPerson) {
        person = newPerson;
        return this;
    }

    Entry line() {
        return new Entry(
                id,
                kind,
                party,
                reference,
                link,
                order,
                cents,
                currency,
                Math.toIntExact(date.toEpochDay()),
                description,
                project,
                "",
                account,
                person);
    }
}
