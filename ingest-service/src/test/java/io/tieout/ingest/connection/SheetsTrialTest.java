package io.tieout.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.Vendor;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.ingest.connection.SheetsTrial.Attempt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetsTrialTest {
    private static final String ASKED = "READ_SHEETS WRITE_SHEETS ADMIN_WEBHOOKS READ_USERS";
    private static final VendorFault FORBIDDEN =
            new VendorFault.Refused(
                    VendorFault.Refused.Cause.PERMISSION,
                    trace(403, "1004", "You are not authorized to perform this action."));

    @Test
    void what_works_is_granted_as_it_was_asked_for() {
        SheetsTrial trial = tried(null, null, null);

        assertThat(trial)
                .isEqualTo(new SheetsTrial(ASKED, true, "tieout@harbor.example", null, null));
    }

    @Test
    void a_refused_list_of_webhooks_names_its_scope_and_what_to_do() {
        SheetsTrial trial = tried(null, FORBIDDEN, null);

        assertThat(trial.granted()).isEqualTo("READ_SHEETS WRITE_SHEETS READ_USERS");
        assertThat(trial.usable()).isTrue();
        assertThat(trial.why())
                .contains("ADMIN_WEBHOOKS is missing: Smartsheet refused to list the webhooks")
                .contains("1004")
                .contains("Sign in again and agree to all of: " + ASKED);
    }

    @Test
    void without_reading_sheets_nothing_is_of_use() {
        SheetsTrial trial = tried(FORBIDDEN, null, FORBIDDEN);

        assertThat(trial.usable()).isFalse();
        assertThat(trial.account()).isNull();
        assertThat(trial.granted()).isEqualTo("WRITE_SHEETS ADMIN_WEBHOOKS");
        assertThat(trial.why()).contains("READ_USERS is missing", "READ_SHEETS is missing");
    }

    @Test
    void a_sheet_that_is_not_shared_is_no_matter_of_scopes() {
        SheetsTrial trial =
                tried(null, null, new VendorFault.NotFound(trace(404, "1006", "Not Found")));

        assertThat(trial.granted()).isEqualTo(ASKED);
        assertThat(trial.why()).isNull();
        assertThat(trial.advice()).contains("read “Billing”", "share the sheet");
    }

    @Test
    void what_could_not_be_tried_is_not_held_against_the_connection() {
        SheetsTrial trial =
                tried(
                        null,
                        new VendorFault.Throttled(
                                Instant.EPOCH, true, trace(429, "4003", "Rate limit exceeded.")),
                        new VendorFault.Transient(false, trace(503, "4001", "Maintenance")));

        assertThat(trial.usable()).isTrue();
        assertThat(trial.why()).isNull();
        assertThat(trial.advice()).contains("list the webhooks", "4003", "4001");
    }

    @Test
    void tokens_that_are_refused_at_once_are_of_no_use() {
        VendorFault refused =
                new VendorFault.Unauthorized(trace(401, "1002", "Your Access Token is invalid."));

        assertThat(tried(refused, refused, refused).usable()).isFalse();
        assertThat(tried(refused, refused, refused).why()).contains("Sign in again");
    }

    private static SheetsTrial tried(
            @Nullable VendorFault who, @Nullable VendorFault hooks, @Nullable VendorFault sheet) {
        return SheetsTrial.of(
                ASKED,
                List.of(
                        new Attempt(
                                SheetsTrial.WHO,
                                "read who signed in",
                                who == null ? "tieout@harbor.example" : null,
                                who),
                        new Attempt(SheetsTrial.WEBHOOKS, "list the webhooks", "1", hooks),
                        new Attempt(SheetsTrial.READING, "read “Billing”", "1", sheet)));
    }

    private static VendorTrace trace(int status, String code, String message) {
        return new VendorTrace(Vendor.SMARTSHEET, "any", status, code, null, message, null);
    }
}
