package io.tieout.console.finding;

import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The newest state of every finding.
@ApplicationScoped
public class Findings {
    private static final int CHANGES_MAX = 200;
    private static final String MATCHING =
            """
             WHERE status IN (<statuses>) AND kind IN (<kinds>)
               AND (:search = '' OR concat_ws(' ', title, detail, remedy, finding_id) ILIKE :pattern)\
            """;

    private final Jdbi jdbi;

    Findings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    boolean open(SourceRevision revision, CorrelationId correlation, FindingOpened finding) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO findings (realm, finding_id, revision_major, revision_minor, status, kind, severity,
                                    raised_by, proposal_id, title, detail, remedy, amount, currency, opened_at,
                                    correlation_id, opened, row_keys)
                                VALUES (:realm, :id, :major, :minor, 'OPEN', :kind, :severity, :raised, CAST(:proposal AS uuid), :title,
                                    :detail, :remedy, CAST(:amount AS numeric), :currency, :opened, :correlation, :event, :rows)
                                ON CONFLICT (realm, finding_id) DO UPDATE SET revision_major = excluded.revision_major,
                                    revision_minor = excluded.revision_minor, status = 'OPEN', kind = excluded.kind,
                                    severity = excluded.severity, raised_by = excluded.raised_by,
                                    proposal_id = excluded.proposal_id, title = excluded.title, detail = excluded.detail,
                                    remedy = excluded.remedy, amount = excluded.amount, currency = excluded.currency,
                                    opened_at = CASE WHEN findings.status = 'OPEN' THEN least(findings.opened_at, excluded.opened_at)
                                        ELSE excluded.opened_at END, resolved_at = NULL, resolution = NULL,
                                    correlation_id = excluded.correlation_id, opened = excluded.opened,
                                    row_keys = excluded.row_keys
                                WHERE (findings.revision_major, findings.revision_minor)
                                    < (excluded.revision_major, excluded.revision_minor)\
                                """)
                        .bind("realm", finding.realmId().value())
                        .bind("id", finding.findingId().value())
                        .bind("major", revision.major())
                        .bind("minor", revision.minor())
                        .bind("kind", finding.kind().name())
                        .bind("severity", finding.severity().name())
                        .bind("raised", finding.raisedBy())
                        .bind(
                                "proposal",
                                finding.proposalId() == null ? null : finding.proposalId().value())
                        .bind("title", finding.title())
                        .bind("detail", finding.detail())
                        .bind("remedy", finding.remedy())
                        .bind("amount", finding.amount() == null ? null : finding.amount().amount())
                        .bind(
                                "currency",
                                finding.amount() == null
                                        ? null
                                        : finding.amount().currency().value())
                        .bind("opened", finding.openedAt())
                        .bind("correlation", correlation.value())
                        .bind("event", WireJson.text(finding))
                        .bind(
                                "rows",
                                finding.rows().stream().map(RowRef::key).toArray(String[]::new))
                        .execute())
                == 1;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    boolean resolve(SourceRevision revision, CorrelationId correlation, FindingResolved finding) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO findings (realm, finding_id, revision_major, revision_minor, status, kind, severity,
                                    raised_by, title, detail, remedy, opened_at, resolved_at, resolution, correlation_id)
                                VALUES (:realm, :id, :major, :minor, 'RESOLVED', :kind, 'INFO', '', coalesce(:title, :id), '', '', :at, :at,
                                    :resolution, :correlation)
                                ON CONFLICT (realm, finding_id) DO UPDATE SET revision_major = excluded.revision_major,
                                    revision_minor = excluded.revision_minor, status = 'RESOLVED', title = coalesce(:title, findings.title),
                                    resolved_at = excluded.resolved_at, resolution = excluded.resolution
                                WHERE (findings.revision_major, findings.revision_minor)
                                    < (excluded.revision_major, excluded.revision_minor)\
                                """)
                        .bind("realm", finding.realmId().value())
                        .bind("id", finding.findingId().value())
                        .bind("major", revision.major())
                        .bind("minor", revision.minor())
                        .bind("kind", finding.kind().name())
                        .bind("at", finding.resolvedAt())
                        .bind("resolution", finding.resolution())
                        .bind("title", finding.title())
                        .bind("correlation", correlation.value())
                        .execute())
                == 1;
    }

    /// Remembers what was said, whether or not newer words are known; the oldest of very many are
    /// let go.
    @Transactional(Transactional.TxType.MANDATORY)
    void remember(EventEnvelope<FindingEvent> event) {
        FindingEvent finding = event.payload();
        FindingOpened opened = finding instanceof FindingOpened one ? one : null;
        FindingResolved resolved = finding instanceof FindingResolved one ? one : null;
        Money amount = opened == null ? null : opened.amount();
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            """
                            INSERT INTO finding_changes (realm, finding_id, revision_major, revision_minor, at, status, raised_by,
                                severity, words, amount, currency)
                            VALUES (:realm, :id, :major, :minor, :at, :status, :raised, :severity, :words,
                                CAST(:amount AS numeric), :currency)
                            ON CONFLICT DO NOTHING\
                            """)
                    .bind("realm", finding.realmId().value())
                    .bind("id", finding.findingId().value())
                    .bind("major", event.sourceRevision().major())
                    .bind("minor", event.sourceRevision().minor())
                    .bind("at", event.occurredAt())
                    .bind("status", opened == null ? "RESOLVED" : "OPEN")
                    .bind("raised", opened == null ? "" : opened.raisedBy())
                    .bind("severity", opened == null ? "INFO" : opened.severity().name())
                    .bind(
                            "words",
                            opened != null
                                    ? opened.detail()
                                    : resolved == null ? "" : resolved.resolution())
                    .bind("amount", amount == null ? null : amount.amount())
                    .bind("currency", amount == null ? null : amount.currency().value())
                    .execute();
            handle.createUpdate(
                            """
                            DELETE FROM finding_changes WHERE realm = :realm AND finding_id = :id
                                AND (revision_major, revision_minor) <= (
                                    SELECT revision_major, revision_minor FROM finding_changes
                                    WHERE realm = :realm AND finding_id = :id
                                    ORDER BY revision_major DESC, revision_minor DESC OFFSET :most LIMIT 1)\
                            """)
                    .bind("realm", finding.realmId().value())
                    .bind("id", finding.findingId().value())
                    .bind("most", CHANGES_MAX)
                    .execute();
        });
    }

    @Transactional
    public List<Finding> list(FindingFilter filter, int limit, int offset) {
        return jdbi.withHandle(handle ->
                matching(
                                handle.createQuery(
                                        "SELECT * FROM findings"
                                                + MATCHING
                                                + " ORDER BY "
                                                + filter.sort().order()
                                                + " LIMIT :limit OFFSET :offset"),
                                filter)
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((rs, _) -> finding(rs))
                        .list());
    }

    @Transactional
    public long count(FindingFilter filter) {
        return jdbi.withHandle(handle ->
                matching(handle.createQuery("SELECT count(*) FROM findings" + MATCHING), filter)
                        .mapTo(Long.class)
                        .one());
    }

    /// How many are open of each kind, most first, the good news last.
    @Transactional
    public Map<FindingKind, Long> openByKind() {
        Map<FindingKind, Long> counts = new LinkedHashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                """
                                SELECT kind, count(*) AS n FROM findings WHERE status = 'OPEN'
                                GROUP BY kind ORDER BY kind IN (<good>), n DESC, kind\
                                """)
                        .bindList("good", FindingFilter.goodNews())
                        .map((rs, _) ->
                                Map.entry(
                                        FindingKind.valueOf(rs.getString("kind")), rs.getLong("n")))
                        .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
        return counts;
    }

    @Transactional
    public Optional<Finding> find(RealmId realm, FindingId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM findings WHERE realm = :realm AND finding_id = :id")
                        .bind("realm", realm.value())
                        .bind("id", id.value())
                        .map((rs, _) -> finding(rs))
                        .findOne());
    }

    /// What was found about a proposal, open first.
    @Transactional
    public List<Finding> about(ProposalId proposal) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT * FROM findings WHERE proposal_id = :proposal
                                ORDER BY status, opened_at DESC LIMIT 20\
                                """)
                        .bind("proposal", proposal.value())
                        .map((rs, _) -> finding(rs))
                        .list());
    }

    /// Open findings about rows of one project; the good news and what was accepted are left out.
    @Transactional
    public List<Finding> ofProject(String project, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT * FROM open_exceptions WHERE kind NOT IN (<good>) AND EXISTS (
                                    SELECT 1 FROM unnest(row_keys) AS cited
                                    JOIN source_rows r ON r.sheet_id = split_part(cited, ':', 1) AND r.row_id = split_part(cited, ':', 2)
                                    WHERE lower(r.project) = lower(:project))
                                ORDER BY opened_at LIMIT :limit\
                                """)
                        .bindList("good", FindingFilter.goodNews())
                        .bind("project", project)
                        .bind("limit", limit)
                        .map((rs, _) -> finding(rs))
                        .list());
    }

    /// How new the finding is that is known, or absent when it was never seen.
    @Transactional
    public Optional<SourceRevision> revision(RealmId realm, FindingId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT revision_major, revision_minor FROM findings WHERE realm = :realm AND finding_id = :id\
                                """)
                        .bind("realm", realm.value())
                        .bind("id", id.value())
                        .map((rs, _) -> new SourceRevision(rs.getLong(1), rs.getLong(2)))
                        .findOne());
    }

    /// Everything found in one chain of events.
    @Transactional
    public List<Finding> inChain(String correlationId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM findings WHERE correlation_id = :id ORDER BY opened_at LIMIT 50")
                        .bind("id", correlationId)
                        .map((rs, _) -> finding(rs))
                        .list());
    }

    private static Query matching(Query query, FindingFilter filter) {
        return query.bindList("statuses", filter.status().names())
                .bindList("kinds", filter.kinds())
                .bind("search", filter.search())
                .bind(
                        "pattern",
                        "%"
                                + filter.search()
                                        .replace("\\", "\\\\")
                                        .replace("%", "\\%")
                                        .replace("_", "\\_")
                                + "%");
    }

    /// One row of the table, or of a query that has all its columns.
    public static Finding finding(ResultSet rs) throws SQLException {
        UUID proposal = rs.getObject("proposal_id", UUID.class);
        BigDecimal amount = rs.getBigDecimal("amount");
        Timestamp resolved = rs.getTimestamp("resolved_at");
        String opened = rs.getString("opened");
        return new Finding(
                new RealmId(rs.getString("realm")),
                new FindingId(rs.getString("finding_id")),
                rs.getString("status").equals("OPEN"),
                FindingKind.valueOf(rs.getString("kind")),
                Severity.valueOf(rs.getString("severity")),
                rs.getString("raised_by"),
                proposal == null ? null : new ProposalId(proposal),
                rs.getString("title"),
                rs.getString("detail"),
                rs.getString("remedy"),
                money(amount, rs.getString("currency")),
                rs.getTimestamp("opened_at").toInstant(),
                resolved == null ? null : resolved.toInstant(),
                rs.getString("resolution"),
                rs.getString("correlation_id"),
                opened == null ? null : WireJson.read(opened, FindingOpened.class));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null
                ? null
                : new Money(amount, new CurrencyCode(currency));
    }
}
