package io.tieout.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.smartsheet.SheetRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CutOverTest {
    private static final Instant CONNECTED = Instant.parse("2026-11-20T10:00:00.700Z");

    @Test
    void is_the_day_that_the_mapping_names_from_its_first_moment() {
        CutOver cutOver = CutOver.of(mapping(LocalDate.of(2026, 7, 1)), CONNECTED);

        assertThat(cutOver.isAfter(Instant.parse("2026-06-30T23:59:59Z"))).isTrue();
        assertThat(cutOver.isAfter(Instant.parse("2026-07-01T00:00:00Z"))).isFalse();
        assertThat(cutOver.isAfter(Instant.parse("2026-11-20T09:00:00Z"))).isFalse();
    }

    @Test
    void is_the_second_in_which_the_sheet_was_connected_when_no_day_is_named() {
        CutOver cutOver = CutOver.of(mapping(null), CONNECTED);

        assertThat(cutOver.isAfter(Instant.parse("2026-11-20T09:59:59Z"))).isTrue();
        assertThat(cutOver.isAfter(Instant.parse("2026-11-20T10:00:00Z"))).isFalse();
    }

    private static SheetMapping mapping(@Nullable LocalDate cutOver) {
        return new SheetMapping(
                1,
                new SheetId("41"),
                "Billing",
                SheetRole.BILLING,
                new RealmId("91"),
                List.of("Ready to Bill"),
                cutOver,
                CurrencyCode.USD,
                Map.of());
    }
}
