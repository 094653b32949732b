package io.tieout.console.sample;

import io.tieout.model.id.RowRef;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A billing row that says what a sample proposal's line says, but for its hours.
public final class SampleRow {
    private SampleRow() {}

    public static RowObserved of(
            RowRef row, int index, ProposalMade proposal, String hours, Instant modifiedAt) {
        return new RowObserved(
                row,
                proposal.realmId(),
                SheetRole.BILLING,
                "Billing – Harbor Programme",
                index,
                new BillingFields(
                        "Ready to Bill",
                        true,
                        proposal.counterparty(),
                        "Berth 4 refit",
                        "Consulting",
                        "Berth " + index + " survey",
                        LocalDate.parse("2026-11-1" + (index % 10)),
                        Quantity.of(hours),
                        null,
                        true,
                        null,
                        null,
                        "pm@harbor.example",
                        proposal.reference() + " r" + proposal.revision(),
                        null,
                        null,
                        null,
                        null,
                        null),
                List.of(),
                Map.of(),
                modifiedAt,
                "pm@harbor.example",
                false);
    }
}
