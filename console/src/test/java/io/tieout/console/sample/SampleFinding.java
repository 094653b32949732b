package io.tieout.console.sample;

import io.tieout.model.finding.Candidate;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.time.Instant;
import java.util.List;

/// A discrepancy, as a test wants it.
public record SampleFinding(
        RealmId realm,
        String id,
        FindingKind kind,
        Severity severity,
        String detail,
        String remedy,
        String amount,
        List<RowRef> rows,
        Instant openedAt) {
    public static SampleFinding of(RealmId realm, String id, Instant openedAt) {
        return new SampleFinding(
                realm,
                id,
                FindingKind.AMOUNT_VARIANCE,
                Severity.WARNING,
                "Amount variance: the row says USD 1,250.00, the bill USD 1,200.00.",
                "Correct the row or the document: the status follows by itself.",
                "1250.00",
                List.of(),
                openedAt);
    }

    public SampleFinding saying(String other, String otherAmount) {
        return new SampleFinding(
                realm, id, kind, severity, other, remedy, otherAmount, rows, openedAt);
    }

    public SampleFinding kind(FindingKind other, Severity otherSeverity, String otherRemedy) {
        return new SampleFinding(
                realm, id, other, otherSeverity, detail, otherRemedy, amount, rows, openedAt);
    }

    public SampleFinding about(RowRef row) {
        return new SampleFinding(
                realm, id, kind, severity, detail, remedy, amount, List.of(row), openedAt);
    }

    public String key() {
        return realm + "/" + id;
    }

    public FindingOpened opened() {
        return new FindingOpened(
                new FindingId(id),
                realm,
                kind,
                severity,
                "reconcile-service",
                rows,
                null,
                "Project Costs, " + id + " and the books differ",
                detail,
                remedy,
                List.of(
                        new Candidate(
                                EntityType.BILL,
                                new EntityId("145"),
                                "Atlas Electric, bill 4711",
                                870,
                                null,
                                List.of("50.00 apart, 1.00 allowed", "document number is another")),
                        new Candidate(
                                EntityType.PURCHASE,
                                new EntityId("99"),
                                "Atlas Electric, expense of 2 Nov",
                                610,
                                "12 days apart, 5 allowed; party is only probably the same")),
                Money.of(amount, CurrencyCode.USD),
                openedAt);
    }
}
