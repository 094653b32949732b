package io.tieout.writeback.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.Vendor;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorFault.Refused.Cause;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.model.id.SheetId;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.intent.CallFault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetReachTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final SheetId SHEET = new SheetId("41");

    @Test
    void a_sheet_that_is_not_found_is_written_to_again_in_a_minute() {
        assertThat(
                        SheetReach.writing(
                                SHEET, new VendorFault.NotFound(trace(404, "1006", null)), NOW))
                .isInstanceOfSatisfying(
                        CallFault.NotBefore.class,
                        wait -> {
                            assertThat(wait.until()).isEqualTo(NOW.plusSeconds(60));
                            assertThat(wait.why())
                                    .contains("Sheet 41 is gone, or no longer shared")
                                    .contains("Share it with that account again")
                                    .contains("smartsheet-1006");
                        });
    }

    @Test
    void a_sheet_that_cannot_be_seen_does_not_show_that_nothing_was_written() {
        assertThat(
                        SheetReach.looking(
                                SHEET, new VendorFault.NotFound(trace(404, "1006", null)), NOW))
                .isInstanceOfSatisfying(
                        CallFault.Refusal.class,
                        refusal ->
                                assertThat(refusal.end())
                                        .isInstanceOfSatisfying(
                                                EffectEnd.Failed.class,
                                                failed ->
                                                        assertThat(failed.errorCode())
                                                                .isEqualTo(
                                                                        SheetReach.UNREACHABLE)));
    }

    @Test
    void a_row_that_is_named_says_nothing_of_the_sheet() {
        VendorTrace row = trace(404, "1006", "{\"index\":0,\"rowId\":11}");

        assertThat(SheetReach.isLost(new VendorFault.NotFound(row))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "403, 1004, true",
        "403, 1362, true",
        "403, http-403, true",
        "403, 1039, false",
        "403, 1050, false",
        "200, 1004, false"
    })
    void a_403_is_of_the_sheet_unless_it_is_of_a_part_of_it(
            int status, String code, boolean ofSheet) {
        VendorFault fault = new VendorFault.Refused(Cause.PERMISSION, trace(status, code, null));

        assertThat(SheetReach.isLost(fault)).isEqualTo(ofSheet);
    }

    private static VendorTrace trace(int status, String code, @Nullable String detail) {
        return new VendorTrace(
                Vendor.SMARTSHEET, "update rows", status, code, "ref-7", "Not Found", detail);
    }
}
