package io.tieout.reconcile.corrected;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AskedTest {
    private static final ProposalId FIRST = new ProposalId(new UUID(1, 1));

    @Test
    void an_entry_counts_once_it_is_there() {
        assertThat(counting(there("77", 1))).containsExactly("77");
        assertThat(counting(awaited(1))).isEmpty();
    }

    @Test
    void an_entry_that_is_gone_or_was_rejected_counts_no_longer() {
        assertThat(counting(none(1))).isEmpty();
    }

    @Test
    void the_half_of_a_shift_counts_with_the_other_half() {
        assertThat(counting(there("77", 2), awaited(2))).isEmpty();
        assertThat(counting(there("77", 2))).isEmpty();
        assertThat(counting(there("77", 2), there("78", 2))).containsExactly("77", "78");
    }

    @Test
    void the_half_of_a_shift_counts_alone_when_the_other_will_never_come() {
        assertThat(counting(there("77", 2), none(2))).containsExactly("77");
    }

    @Test
    void what_waits_does_not_hold_up_what_was_asked_for_by_itself() {
        Asked another = new Asked(new ProposalId(new UUID(2, 2)), 1, false, entry("80"));

        assertThat(counting(awaited(1), another)).containsExactly("80");
    }

    private static List<String> counting(Asked... asked) {
        return Asked.counting(Arrays.asList(asked)).stream()
                .map(one -> one.entry().value())
                .toList();
    }

    private static Asked there(String id, int together) {
        return new Asked(FIRST, together, false, entry(id));
    }

    private static Asked awaited(int together) {
        return new Asked(FIRST, together, true, null);
    }

    private static Asked none(int together) {
        return new Asked(FIRST, together, false, null);
    }

    private static Correcting entry(String id) {
        return new Correcting(
                new RowRef(new SheetId("41"), new RowId("1")),
                "Bill:145",
                new EntityId(id),
                null,
                LocalDate.parse("2026-11-23"),
                "USD",
                Map.of());
    }
}
