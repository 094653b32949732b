package io.tieout.ingest.connection;

import io.tieout.connectors.health.ConnectionView;
import io.tieout.connectors.health.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How all connections are doing, as the service that reads sees it.
record ConnectionsReport(
        Instant at, List<ConnectionView> connections, List<Company> companies, List<Sheet> sheets) {
    /// A company whose books are followed.
    ///
    /// @param polledAt when changes were asked for last
    /// @param notifiedAt when QuickBooks told of a change last
    /// @param sweptAt when everything was read last
    /// @param problem what holds its reading up, in words; absent when nothing does
    record Company(
            String realm,
            @Nullable String name,
            boolean loading,
            @Nullable Instant loadedAt,
            @Nullable Instant polledAt,
            @Nullable Instant notifiedAt,
            @Nullable Instant sweptAt,
            @Nullable String problem) {}

    /// A sheet that is followed.
    ///
    /// @param webhook its state in Smartsheet's words; absent when there is none
    /// @param polledAt when its version was compared or it was read last
    /// @param fits whether its columns still fit the mapping
    /// @param problem what holds its reading up, in words; absent when nothing does
    /// @param problems what is wrong with its webhook or its columns, each with its remedy
    record Sheet(
            String sheetId,
            String name,
            @Nullable String webhook,
            @Nullable Instant webhookSince,
            @Nullable Instant polledAt,
            boolean fits,
            @Nullable String problem,
            List<Problem> problems) {
        Sheet {
            problems = List.copyOf(problems);
        }
    }
}
