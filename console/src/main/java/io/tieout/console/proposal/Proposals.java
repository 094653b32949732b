package io.tieout.console.proposal;

import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The newest state of every proposal.
@ApplicationScoped
public class Proposals {
    private static final String CARD =
            """
            SELECT proposal_id, realm, kind, reference, revision, hash, status, summary, counterparty, project, amount, currency,
                   roles_needed, coalesce(waiting_since, changed_at) AS waited, changed_at
            FROM proposals\
            """;
    private static final String MATCHING =
            """
             WHERE status IN (<statuses>) AND kind IN (<kinds>) AND (:company = '' OR realm = :company)
               AND (:search = '' OR concat_ws(' ', reference, counterparty, project, summary) ILIKE :pattern)\
            """;

    private final Jdbi jdbi;

    Proposals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Stores the state when it is newer than what is there; whether it was.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean put(EventEnvelope<ProposalState> event) {
        ProposalState state = event.payload();
        ProposalMade proposal = state.proposal();
        String[] roles =
                state.approvalsNeeded().stream()
                        .map(needed -> needed.role().name())
                        .toArray(String[]::new);
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO proposals (proposal_id, revision_major, revision_minor, connection, realm, kind,
                                    reference, revision, hash, status, summary, counterparty, project, amount, currency,
                                    roles_needed, waiting_since, changed_at, correlation_id, event_id, state)
                                VALUES (:id, :major, :minor, :connection, :realm, :kind, :reference, :revision, :hash, :status,
                                    :summary, :counterparty, :project, CAST(:amount AS numeric), :currency, :roles, CAST(:waiting AS timestamptz), :changed,
                                    :correlation, :event, :state)
                                ON CONFLICT (proposal_id) DO UPDATE SET revision_major = excluded.revision_major,
                                    revision_minor = excluded.revision_minor, connection = excluded.connection,
                                    realm = excluded.realm, kind = excluded.kind, reference = excluded.reference,
                                    revision = excluded.revision, hash = excluded.hash, status = excluded.status,
                                    summary = excluded.summary, counterparty = excluded.counterparty,
                                    project = excluded.project, amount = excluded.amount, currency = excluded.currency,
                                    roles_needed = excluded.roles_needed, waiting_since = excluded.waiting_since,
                                    changed_at = excluded.changed_at, correlation_id = excluded.correlation_id,
                                    event_id = excluded.event_id, state = excluded.state
                                WHERE (proposals.revision_major, proposals.revision_minor)
                                    < (excluded.revision_major, excluded.revision_minor)\
                                """)
                        .bind("id", proposal.proposalId().value())
                        .bind("major", event.sourceRevision().major())
                        .bind("minor", event.sourceRevision().minor())
                        .bind("connection", event.connection().value())
                        .bind("realm", proposal.realmId().value())
                        .bind("kind", proposal.kind().name())
                        .bind("reference", proposal.reference())
                        .bind("revision", proposal.revision())
                        .bind("hash", state.hash())
                        .bind("status", state.status().name())
                        .bind("summary", proposal.summary())
                        .bind("counterparty", proposal.counterparty())
                        .bind("project", proposal.evidence().project())
                        .bind("amount", proposal.total() == null ? null : proposal.total().amount())
                        .bind(
                                "currency",
                                proposal.total() == null
                                        ? null
                                        : proposal.total().currency().value())
                        .bind("roles", roles)
                        .bind("waiting", waitingSince(state))
                        .bind("changed", state.changedAt())
                        .bind("correlation", event.correlationId().value())
                        .bind("event", event.eventId().value())
                        .bind("state", WireJson.text(state))
                        .execute())
                == 1;
    }

    @Transactional
    public Optional<StoredProposal> find(ProposalId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT state, correlation_id, event_id FROM proposals WHERE proposal_id = :id")
                        .bind("id", id.value())
                        .map((rs, _) ->
                                new StoredProposal(
                                        WireJson.read(rs.getString("state"), ProposalState.class),
                                        new CorrelationId(rs.getString("correlation_id")),
                                        new EventId(rs.getObject("event_id", UUID.class))))
                        .findOne());
    }

    /// How new the state is that is known, or absent when the proposal was never seen.
    @Transactional
    public Optional<SourceRevision> revision(ProposalId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT revision_major, revision_minor FROM proposals WHERE proposal_id = :id")
                        .bind("id", id.value())
                        .map((rs, _) -> new SourceRevision(rs.getLong(1), rs.getLong(2)))
                        .findOne());
    }

    /// Proposals of one project that move money, newest first.
    @Transactional
    public List<ProposalCard> ofProject(String project, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                CARD
                                        + """
                                         WHERE left(lower(project), 200) = left(lower(:project), 200) AND lower(project) = lower(:project)
                                             AND kind IN (<kinds>)
                                         ORDER BY changed_at DESC, reference LIMIT :limit\
                                        """)
                        .bind("project", project)
                        .bindList(
                                "kinds",
                                ProposalFilter.Scope.MONEY.kinds().stream()
                                        .map(Enum::name)
                                        .toList())
                        .bind("limit", limit)
                        .map((rs, _) -> card(rs))
                        .list());
    }

    /// One page of the list.
    @Transactional
    public List<ProposalCard> list(ProposalFilter filter, int limit, int offset) {
        return jdbi.withHandle(handle ->
                matching(
                                handle.createQuery(
                                        CARD
                                                + MATCHING
                                                + " ORDER BY "
                                                + filter.sort().order()
                                                + " LIMIT :limit OFFSET :offset"),
                                filter)
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((rs, _) -> card(rs))
                        .list());
    }

    /// How many match, and what they add up to.
    @Transactional
    public Totals totals(ProposalFilter filter) {
        List<Totals.Part> parts =
                jdbi.withHandle(handle ->
                        matching(
                                        handle.createQuery(
                                                "SELECT count(*) AS n, currency, sum(amount) AS amount FROM proposals"
                                                        + MATCHING
                                                        + " GROUP BY currency ORDER BY currency"),
                                        filter)
                                .map((rs, _) ->
                                        new Totals.Part(
                                                rs.getLong("n"),
                                                money(
                                                        rs.getBigDecimal("amount"),
                                                        rs.getString("currency"))))
                                .list());
        return new Totals(parts);
    }

    /// Proposals that a search by reference, id or correlation id means, newest first.
    @Transactional
    public List<ProposalCard> search(String text, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                CARD
                                        + """
                                         WHERE upper(reference) = upper(:text) OR proposal_id::text = lower(:text) OR correlation_id = :text
                                           OR concat_ws(' ', reference, counterparty, project, summary) ILIKE :pattern
                                         ORDER BY changed_at DESC LIMIT :limit\
                                        """)
                        .bind("text", text)
                        .bind("pattern", pattern(text))
                        .bind("limit", limit)
                        .map((rs, _) -> card(rs))
                        .list());
    }

    private static Query matching(Query query, ProposalFilter filter) {
        return query.bindList(
                        "statuses", filter.group().statuses().stream().map(Enum::name).toList())
                .bindList("kinds", filter.scope().kinds().stream().map(Enum::name).toList())
                .bind("company", filter.company())
                .bind("search", filter.search())
                .bind("pattern", pattern(filter.search()));
    }

    static String pattern(String search) {
        return "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static @Nullable Instant waitingSince(ProposalState state) {
        return state.effects().stream()
                .filter(effect -> effect.status() == EffectState.Status.AWAITING_APPROVAL)
                .map(EffectState::changedAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static ProposalCard card(ResultSet rs) throws SQLException {
        return new ProposalCard(
                new ProposalId(rs.getObject("proposal_id", UUID.class)),
                new RealmId(rs.getString("realm")),
                ProposalKind.valueOf(rs.getString("kind")),
                rs.getString("reference"),
                rs.getInt("revision"),
                rs.getString("hash"),
                ProposalState.Status.valueOf(rs.getString("status")),
                rs.getString("summary"),
                rs.getString("counterparty"),
                rs.getString("project"),
                money(rs.getBigDecimal("amount"), rs.getString("currency")),
                texts(rs.getArray("roles_needed")),
                rs.getTimestamp("waited").toInstant(),
                rs.getTimestamp("changed_at").toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null
                ? null
                : new Money(amount, new CurrencyCode(currency));
    }
}
