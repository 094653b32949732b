package io.tieout.console.queue;

import io.tieout.console.ConsoleConfig;
import io.tieout.console.finding.FindingFilter;
import io.tieout.console.finding.Findings;
import io.tieout.model.finding.FindingKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// Findings joined with what people made of them.
@ApplicationScoped
public class ExceptionQueue {
    private static final String QUEUE =
            """
             FROM (SELECT f.*, e.owner, e.due IS NOT NULL AS due_chosen, coalesce(e.comments, 0) AS comments,
                    coalesce(e.due, CAST(f.opened_at AT TIME ZONE :zone AS date) + CASE f.severity
                        WHEN 'ERROR' THEN CAST(:dueError AS int) WHEN 'WARNING' THEN CAST(:dueWarning AS int)
                        ELSE CAST(:dueInfo AS int) END) AS due,
                    CASE WHEN f.status = 'RESOLVED' THEN 'RESOLVED' WHEN e.accepted = f.fingerprint THEN 'ACCEPTED'
                        ELSE 'OPEN' END AS standing,
                    e.accepted_by, e.accepted_at, e.accepted_reason
                FROM findings f LEFT JOIN exceptions e ON e.realm = f.realm AND e.finding_id = f.finding_id) q\
            """;
    private static final String MATCHING =
            QUEUE
                    + """
                     WHERE standing IN (<standings>) AND status IN (<statuses>) AND kind IN (<kinds>)
                     AND (:severity = '' OR severity = :severity)
                     AND (:owner = '' OR (:owner = 'nobody' AND owner IS NULL) OR owner = :owner)
                     AND (NOT :overdue OR (due < CAST(:today AS date) AND standing = 'OPEN'))
                     AND (:company = '' OR realm = :company)
                     AND (:search = '' OR concat_ws(' ', title, detail, remedy, finding_id) ILIKE :pattern)
                     AND (:place = '' OR EXISTS (
                         SELECT 1 FROM unnest(row_keys) AS cited
                         JOIN source_rows r ON r.sheet_id = split_part(cited, ':', 1) AND r.row_id = split_part(cited, ':', 2)
                         WHERE r.project ILIKE :placePattern OR r.sheet_name ILIKE :placePattern)
                       OR EXISTS (SELECT 1 FROM proposals p WHERE p.proposal_id = q.proposal_id AND p.project ILIKE :placePattern))\
                    """;

    private final Jdbi jdbi;
    private final ConsoleConfig config;
    private final Clock clock;

    ExceptionQueue(Jdbi jdbi, ConsoleConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    /// The day it is where exceptions are due.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), config.exceptions().timeZone());
    }

    /// @param me who looks, for whom the filter may ask as `me`
    @Transactional
    public List<QueueItem> list(QueueFilter filter, String me, int limit, int offset) {
        LocalDate today = today();
        return jdbi.withHandle(handle ->
                matching(
                                handle.createQuery(
                                        "SELECT *"
                                                + MATCHING
                                                + " ORDER BY "
                                                + filter.sort().order()
                                                + " LIMIT :limit OFFSET :offset"),
                                filter,
                                me)
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((rs, _) -> item(rs, today))
                        .list());
    }

    @Transactional
    public long count(QueueFilter filter, String me) {
        return jdbi.withHandle(handle ->
                matching(handle.createQuery("SELECT count(*)" + MATCHING), filter, me)
                        .mapTo(Long.class)
                        .one());
    }

    @Transactional
    public Optional<QueueItem> find(FindingKey key) {
        LocalDate today = today();
        return jdbi.withHandle(handle ->
                settings(
                                handle.createQuery(
                                        "SELECT *"
                                                + QUEUE
                                                + " WHERE realm = :realm AND finding_id = :id"))
                        .bind("realm", key.realmId().value())
                        .bind("id", key.findingId().value())
                        .map((rs, _) -> item(rs, today))
                        .findOne());
    }

    /// How many are open of each kind, most first, the good news last.
    @Transactional
    public Map<FindingKind, Long> openByKind() {
        Map<FindingKind, Long> counts = new LinkedHashMap<>();
        jdbi.useHandle(handle ->
                settings(
                                handle.createQuery(
                                        "SELECT kind, count(*) AS n"
                                                + QUEUE
                                                + """
                                                 WHERE status = 'OPEN' AND standing = 'OPEN'
                                                GROUP BY kind ORDER BY kind IN (<good>), n DESC, kind\
                                                """))
                        .bindList("good", FindingFilter.goodNews())
                        .map((rs, _) ->
                                Map.entry(
                                        FindingKind.valueOf(rs.getString("kind")), rs.getLong("n")))
                        .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
        return counts;
    }

    private <S extends SqlStatement<S>> S matching(S query, QueueFilter filter, String me) {
        List<Standing> standings = filter.status().standings();
        return settings(query)
                .bindList("standings", standings.stream().map(Enum::name).toList())
                .bindList(
                        "statuses",
                        standings.stream()
                                .flatMap(standing -> standing.findingStatuses().stream())
                                .distinct()
                                .toList())
                .bindList("kinds", filter.kinds())
                .bind("severity", filter.severity() == null ? "" : filter.severity().name())
                .bind("owner", filter.owner().equals(QueueFilter.ME) ? me : filter.owner())
                .bind("overdue", filter.overdue())
                .bind("today", today())
                .bind("company", filter.company())
                .bind("place", filter.place())
                .bind("placePattern", pattern(filter.place()))
                .bind("search", filter.search())
                .bind("pattern", pattern(filter.search()));
    }

    private <S extends SqlStatement<S>> S settings(S query) {
        return query.bind("zone", config.exceptions().timeZone().getId())
                .bind("dueError", config.exceptions().due().error())
                .bind("dueWarning", config.exceptions().due().warning())
                .bind("dueInfo", config.exceptions().due().info());
    }

    private static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static QueueItem item(ResultSet rs, LocalDate today) throws SQLException {
        Standing standing = Standing.valueOf(rs.getString("standing"));
        LocalDate due = rs.getObject("due", LocalDate.class);
        return new QueueItem(
                Findings.finding(rs),
                standing,
                rs.getString("owner"),
                due,
                rs.getBoolean("due_chosen"),
                standing == Standing.OPEN && due.isBefore(today),
                rs.getInt("comments"),
                rs.getString("fingerprint"),
                standing == Standing.ACCEPTED
                        ? new QueueItem.Acceptance(
                                rs.getString("accepted_by"),
                                rs.getTimestamp("accepted_at").toInstant(),
                                rs.getString("accepted_reason"))
                        : null);
    }
}
