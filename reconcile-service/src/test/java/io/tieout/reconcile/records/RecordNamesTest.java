package io.tieout.reconcile.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordNamesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-03");
    private final RecordNames names =
            new RecordNames(Map.of("41:1", RecordName.row("Harbor Project Costs", 12)));

    @Test
    void calls_a_document_by_kind_number_date_and_party_and_its_id_is_a_detail() {
        RecordName name =
                RecordName.document(
                        EntityType.PURCHASE, new EntityId("7"), "AE-77", DAY, "Atlas Electric", 2);

        assertThat(name.words()).isEqualTo("Expense AE-77 of 2026-11-03, Atlas Electric, line 2");
        assertThat(name.detail()).isEqualTo("QuickBooks id 7");
    }

    @Test
    void says_what_a_document_does_not_have() {
        assertThat(
                        RecordName.document(
                                        EntityType.VENDOR_CREDIT,
                                        new EntityId("8"),
                                        null,
                                        null,
                                        " ",
                                        0)
                                .words())
                .isEqualTo("Vendor credit without number");
    }

    @Test
    void calls_what_is_gone_by_what_it_was_and_junk_a_row() {
        assertThat(names.words("41:2")).isEqualTo("a row that is gone");
        assertThat(names.of("JournalEntry:9#4"))
                .isEqualTo(
                        new RecordName(
                                "Journal entry with QuickBooks id 9, which is gone",
                                "QuickBooks id 9"));
        assertThat(List.of("", ":", "Bill:", "Nothing:1", "#", "41"))
                .allSatisfy(junk -> assertThat(names.words(junk)).isEqualTo("a row that is gone"));
    }

    @Test
    void says_of_a_copy_which_line_the_other_is() {
        Standing copy = line(Category.DUPLICATE, List.of("41:1"));

        assertThat(names.inWords(copy).evidence())
                .isEqualTo("480.00 is there twice; the other is Harbor Project Costs, row 12");
        assertThat(names.inWords(line(null, List.of("41:1"))).evidence())
                .isEqualTo("480.00 is there twice");
    }

    private static Standing line(@Nullable Category category, List<String> counterparts) {
        return new Standing(
                "41:2",
                EntryKind.COST,
                null,
                null,
                "Atlas Electric",
                "",
                "",
                "",
                "",
                new BigDecimal("480"),
                "USD",
                DAY,
                Outcome.ALONE,
                category,
                "",
                0,
                0,
                BigDecimal.ZERO,
                "480.00 is there twice",
                counterparts,
                List.of(),
                Instant.EPOCH);
    }
}
