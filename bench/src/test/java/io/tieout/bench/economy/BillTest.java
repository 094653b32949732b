package io.tieout.bench.economy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.bench.economy.Bill.Purpose;
import io.tieout.bench.running.Twin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillTest {
    @Test
    void looking_whether_anything_changed_is_no_work() {
        Bill bill =
                new Bill(
                        List.of(
                                call("cdc"),
                                call("report profitandloss"),
                                call("query invoice"),
                                call("batch"),
                                call("invoice pdf")));

        assertThat(bill.count(Purpose.POLL)).isEqualTo(3);
        assertThat(bill.count(Purpose.WORK)).isEqualTo(1);
        assertThat(bill.count(Purpose.PDF)).isEqualTo(1);
    }

    private static Twin.Call call(String operation) {
        return new Twin.Call(1, Instant.EPOCH, "quickbooks", operation, "/", "", 200);
    }
}
