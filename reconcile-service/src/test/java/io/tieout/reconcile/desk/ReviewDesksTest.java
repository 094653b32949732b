package io.tieout.reconcile.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.desk.ReviewDesk.Weekly;
import io.tieout.reconcile.reporting.Amount;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ReviewDesksTest {
    @Test
    void reads_where_finance_looks_and_who_is_told() throws IOException {
        ReviewDesk desk =
                ReviewDesks.parse(
                                """
                                {"companies": [{"realm": "1", "threshold": "250.00", "timeZone": "America/New_York",
                                 "sheet": {"sheetId": "46", "columns": {"DESCRIPTION": "1", "EXTERNAL_ID": "10"}},
                                 "accountants": {"*": ["all@x.example"], "Pier 7": ["pier@x.example"]},
                                 "weekly": {"day": "FRIDAY", "time": "16:30"}}]}\
                                """)
                        .get(new RealmId("1"));

        assertThat(desk.isAbove(usd("250.01"))).isTrue();
        assertThat(desk.isAbove(usd("250.00"))).isFalse();
        assertThat(desk.isAbove(new Amount(new BigDecimal("300"), "HRS"))).isFalse();
        assertThat(desk.sheet()).isNotNull();
        assertThat(desk.accountantsOf("pier 7")).containsExactly("pier@x.example");
        assertThat(desk.accountantsOf("Quay 9")).containsExactly("all@x.example");
        assertThat(desk.weekly()).isEqualTo(new Weekly(DayOfWeek.FRIDAY, LocalTime.of(16, 30)));
        assertThat(desk.zone().getId()).isEqualTo("America/New_York");
    }

    @Test
    void refuses_a_sheet_in_which_no_task_would_be_found_again() {
        assertThatThrownBy(() ->
                        ReviewDesks.parse(
                                """
                                {"companies": [{"realm": "1", "sheet": {"sheetId": "46", "columns": {"STATUS": "2"}}}]}\
                                """))
                .hasMessageContaining("sheet 46 needs a column for EXTERNAL_ID");
    }

    private static Amount usd(String amount) {
        return new Amount(new BigDecimal(amount), "USD");
    }
}
