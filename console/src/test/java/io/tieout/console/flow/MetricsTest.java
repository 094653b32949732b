package io.tieout.console.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void reads_what_is_said_about_the_vendors_and_nothing_else() {
        Metrics metrics =
                Metrics.read(
                        """
                        # HELP vendor_calls_total
                        vendor_calls_total{operation="read sheet",outcome="ok",service="ingest-service",vendor="smartsheet"} 20.0
                        vendor_calls_total{operation="read sheet",outcome="4003",service="ingest-service",vendor="smartsheet"} 2.0
                        vendor_calls_saved_total{kind="rows",service="writeback-service"} 13.0
                        vendor_quota_remaining_ratio{bucket="per-minute",service="ingest-service",vendor="quickbooks"} 0.25
                        rows_published_total{service="ingest-service",type="row-observed"} 40.0
                        rows_published_total{service="ingest-service",type="row-gone"} 2.0
                        jvm_threads 12
                        """);

        assertThat(metrics.quotas())
                .containsExactly(new ServiceLook.Quota("quickbooks", "per-minute", 0.25));
        assertThat(metrics.calls())
                .containsExactly(
                        new ServiceLook.Calls("smartsheet", "read sheet", "ok", 20),
                        new ServiceLook.Calls("smartsheet", "read sheet", "4003", 2));
        assertThat(metrics.calls().getLast().failed()).isTrue();
        assertThat(metrics.rowsRead()).isEqualTo(42);
    }

    @Test
    void finds_nothing_in_words_of_another_kind() {
        assertThat(Metrics.read("<html>not found</html>")).isEqualTo(Metrics.NONE);
    }
}
