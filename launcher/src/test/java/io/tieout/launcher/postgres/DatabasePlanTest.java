package io.tieout.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.launcher.postgres.DatabasePlan.Grant;
import org.junit.jupiter.api.Test;

class DatabasePlanTest {
    @Test
    void each_service_may_enter_its_own_schema_and_the_shared_ones_only() {
        assertThat(DatabasePlan.GRANTS)
                .filteredOn(grant -> DatabasePlan.SERVICES.contains(grant.schema()))
                .allMatch(grant -> grant.role().equals(DatabasePlan.role(grant.schema())));
    }

    @Test
    void audit_only_adds() {
        assertThat(DatabasePlan.GRANTS).contains(new Grant("audit", "tieout_audit", Rights.APPEND));
    }

    @Test
    void tokens_are_for_the_two_that_call_the_vendors() {
        assertThat(DatabasePlan.GRANTS)
                .filteredOn(grant -> grant.schema().equals("connections"))
                .extracting(Grant::role)
                .containsExactly("tieout_ingest", "tieout_writeback");
    }

    @Test
    void no_service_may_truncate_or_own_anything() {
        assertThat(DatabaseProvisioning.inside())
                .noneMatch(sql -> sql.contains("TRUNCATE"))
                .noneMatch(sql -> sql.contains("ALL ON TABLES"));
    }

    @Test
    void the_archive_is_chosen_by_platform() {
        assertThat(PostgresBinaries.archiveName("Linux", "amd64"))
                .isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.archiveName("Mac OS X", "aarch64"))
                .isEqualTo("postgres-darwin-arm_64.txz");
    }
}
