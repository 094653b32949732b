package io.tieout.invoice.drafts;

import static io.tieout.invoice.BillingRow.row;
import static io.tieout.invoice.TimeRow.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.invoice.BillingRow;
import io.tieout.invoice.TimeRow;
import io.tieout.model.smartsheet.RowObserved;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimesheetsTest {
    private static final BillingRow BILLED = row("7").service("Engineering").on("2026-11-18");

    @Test
    void belong_to_the_billing_row_of_their_day_and_service() {
        TimeRow same = time("1").on("2026-11-18").service("engineering ");

        assertThat(linked(BILLED, same)).containsExactly(same.observed());
    }

    @Test
    void of_another_day_belong_to_another_row() {
        assertThat(linked(BILLED, time("1").on("2026-11-19"), time("2").on(null))).isEmpty();
    }

    @Test
    void of_another_service_belong_to_another_row() {
        assertThat(linked(BILLED, time("1").service("Consulting"))).isEmpty();
        assertThat(linked(row("7").service(null), time("1").service("Consulting"))).isEmpty();
    }

    @Test
    void that_name_no_service_belong_to_any_row_of_their_day() {
        TimeRow unnamed = time("1").service(null);

        assertThat(linked(BILLED, unnamed)).containsExactly(unnamed.observed());
        assertThat(linked(row("7").service(null), unnamed)).containsExactly(unnamed.observed());
    }

    @Test
    void belong_to_no_row_without_a_day() {
        assertThat(linked(row("7").on(null), time("1").on(null), time("2"))).isEmpty();
    }

    @Test
    void are_bounded() {
        List<RowObserved> many =
                IntStream.range(1, 40).mapToObj(i -> time("" + i).observed()).toList();

        assertThat(Timesheets.of(BILLED.observed(), many)).isEqualTo(many.subList(0, 20));
    }

    private static List<RowObserved> linked(BillingRow row, TimeRow... times) {
        return Timesheets.of(row.observed(), Stream.of(times).map(TimeRow::observed).toList());
    }
}
