package io.tieout.ingest.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.ingest.approval.Drafts;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenCellsTest {
    private static final RealmId REALM = new RealmId("9130350000000001");
    private static final RowRef ROW = Drafts.row("4100000000000001", "6100000000000001");

    @Test
    void a_row_says_what_was_written_and_keeps_the_rest() {
        RowObserved before = row(ROW, null);

        RowObserved after = cells().on(before);

        BillingFields fields = (BillingFields) after.fields();
        assertThat(fields.draftReference()).isEqualTo("TD-000042 r2");
        assertThat(fields.customer()).isEqualTo("Harbor Works LLC");
        assertThat(fields.status()).isEqualTo("Ready to Bill");
    }

    @Test
    void what_is_said_already_is_nothing_new() {
        RowObserved before = row(ROW, "TD-000042 r2");

        assertThat(cells().on(before)).isEqualTo(before);
    }

    @Test
    void another_row_stays_as_it_is() {
        RowObserved other = row(Drafts.row("4100000000000001", "6100000000000002"), null);

        assertThat(cells().on(other)).isEqualTo(other);
    }

    private static WrittenCells cells() {
        ProposalState state = Drafts.waiting(REALM, EffectState.Status.DONE, List.of(ROW));
        return new WrittenCells(state, (UpdateRows) state.proposal().effects().getFirst());
    }

    private static RowObserved row(RowRef row, String reference) {
        return new RowObserved(
                row,
                REALM,
                SheetRole.BILLING,
                "Billing",
                1,
                new BillingFields(
                        "Ready to Bill",
                        true,
                        "Harbor Works LLC",
                        null,
                        "Consulting",
                        "Work",
                        null,
                        null,
                        null,
                        true,
                        null,
                        null,
                        null,
                        reference,
                        null,
                        null,
                        null,
                        null,
                        null),
                List.of(),
                Map.of(ColumnPart.DRAFT_REFERENCE, new ColumnId("5")),
                Instant.parse("2026-11-22T10:00:00Z"),
                "pm@harbor.example",
                false);
    }
}
