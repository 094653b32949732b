package io.tieout.ingest.connection;

import io.tieout.ingest.finding.Findings;
import io.tieout.ingest.mapping.Mappings;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads what this service knows of its sources, for people.
@ApplicationScoped
class ConnectionFacts {
    private final Jdbi jdbi;

    private final Mappings mappings;
    private final Findings findings;

    ConnectionFacts(Jdbi jdbi, Mappings mappings, Findings findings) {
        this.jdbi = jdbi;
        this.mappings = mappings;
        this.findings = findings;
    }

    @Transactional
    List<ConnectionsReport.Company> companies() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT b.*, COALESCE(l.pause_reason, l.last_error) AS trouble FROM books b
                                LEFT JOIN lanes l ON l.kind = 'realm' AND l.lane_key = b.realm
                                ORDER BY b.realm\
                                """)
                        .map((rs, _) ->
                                new ConnectionsReport.Company(
                                        rs.getString("realm"),
                                        rs.getString("company"),
                                        rs.getBoolean("loading"),
                                        instant(rs, "loaded_at"),
                                        instant(rs, "polled_at"),
                                        instant(rs, "notified_at"),
                                        instant(rs, "swept_at"),
                                        rs.getString("trouble")))
                        .list());
    }

    @Transactional
    List<ConnectionsReport.Sheet> sheets() {
        Map<SheetId, List<Findings.Open>> open = findings.ofSheets();
        Map<SheetId, String> followed =
                mappings.all().stream()
                        .collect(Collectors.toMap(SheetMapping::sheetId, SheetMapping::name));
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                """
                                SELECT s.*, w.status, w.created_at, GREATEST(s.swept_at, s.compared_at) AS polled_at,
                                       COALESCE(l.pause_reason, l.last_error) AS trouble
                                FROM sheets s
                                LEFT JOIN webhooks w ON w.active AND w.sheet_id = s.sheet_id
                                LEFT JOIN lanes l ON l.kind = 'sweep' AND l.lane_key = s.sheet_id
                                ORDER BY s.sheet_id\
                                """)
                        .map((rs, _) -> {
                            SheetId sheet = new SheetId(rs.getString("sheet_id"));
                            return new ConnectionsReport.Sheet(
                                    sheet.value(),
                                    followed.getOrDefault(sheet, ""),
                                    rs.getString("status"),
                                    instant(rs, "created_at"),
                                    instant(rs, "polled_at"),
                                    rs.getBoolean("fits"),
                                    rs.getString("trouble"),
                                    SheetProblems.of(
                                            rs.getBoolean("fits"),
                                            rs.getString("status"),
                                            open.getOrDefault(sheet, List.of())));
                        })
                        .stream()
                        .filter(sheet -> followed.containsKey(new SheetId(sheet.sheetId())))
                        .toList());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
