package io.tieout.reconcile.facts;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.corrected.Asked;
import io.tieout.reconcile.corrected.Correcting;
import io.tieout.reconcile.matching.Measure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The table `correcting_entries`: which line of the books each correcting entry corrects. The
/// entry is the one that audit says was posted; until then the one whose note names the proposal.
@ApplicationScoped
public class CorrectingEntries {
    /// That the journal entry `j` is the one that `c` asked for.
    private static final String IS_ENTRY =
            """
            j.realm = c.realm AND j.entity_type = 'JournalEntry'
            AND (j.entity_id = c.entry_id OR (c.entry_id IS NULL AND j.proposal_id = c.proposal_id))\
            """;

    /// That the document `d` is an entry that was asked for to correct another.
    static final String CORRECTS =
            """
            (d.entity_type = 'JournalEntry'
             AND EXISTS (SELECT 1 FROM correcting_entries c
                         WHERE c.realm = d.realm
                           AND (c.entry_id = d.entity_id OR (c.entry_id IS NULL AND c.proposal_id = d.proposal_id))))\
            """;

    /// One row for each account.
    private static final String ALL =
            """
            SELECT c.*, j.entity_id AS entry, j.gone, j.document_number, j.document_date, j.currency, coalesce(nullif(n.name, ''), a.id) AS account,
                   (SELECT coalesce(sum(CASE l.posting WHEN 'Credit' THEN -l.amount ELSE l.amount END), 0) FROM document_lines l
                    WHERE l.realm = c.realm AND l.entity_type = 'JournalEntry' AND l.entity_id = j.entity_id AND l.account_id = a.id) AS amount
            FROM correcting_entries c
            CROSS JOIN LATERAL unnest(c.accounts) AS a (id)
            LEFT JOIN names n ON n.realm = c.realm AND n.entity_type = 'Account' AND n.entity_id = a.id
            LEFT JOIN LATERAL (SELECT j.* FROM documents j WHERE %s ORDER BY j.gone, length(j.entity_id), j.entity_id LIMIT 1) j ON true
            WHERE c.realm = :realm\
            """
                    .formatted(IS_ENTRY);

    private static final String LEFT =
            """
             AND NOT j.gone AND NOT EXISTS (SELECT 1 FROM documents t
                                            WHERE t.realm = c.realm AND t.entity_type = c.entity_type AND t.entity_id = c.entity_id AND NOT t.gone)\
            """;

    private final Jdbi jdbi;

    CorrectingEntries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What became of an entry that was asked for.
    enum Status {
        ASKED,
        POSTED,
        ENDED
    }

    /// An entry as its proposal says it.
    ///
    /// @param document that it corrects
    /// @param sequence audit's; 0 before it said anything
    /// @param entry once it is known
    record Said(
            RealmId realm,
            ProposalId proposal,
            RowRef row,
            Change.OfDocument document,
            String line,
            String party,
            String project,
            List<EntityId> accounts,
            ProposalId first,
            int together,
            Status status,
            long sequence,
            @Nullable EntityId entry) {}

    /// The entries that count, by the document that they correct, such as `Bill:145`.
    @Transactional
    Map<String, List<Correcting>> of(RealmId realm) {
        return jdbi.withHandle(
                handle -> counting(handle.createQuery(ALL).bind("realm", realm.value())));
    }

    @Transactional
    List<Correcting> of(RealmId realm, EntityType type, EntityId id) {
        return jdbi.withHandle(handle ->
                counting(
                                handle.createQuery(
                                                ALL
                                                        + " AND c.entity_type = :type AND"
                                                        + " c.entity_id = :id")
                                        .bind("realm", realm.value())
                                        .bind("type", type.wireName())
                                        .bind("id", id.value()))
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .toList());
    }

    /// An entry whose document is gone: what it adds is a cost by itself.
    record Left(Correcting entry, String party, String project) {}

    @Transactional
    List<Left> left(RealmId realm) {
        return jdbi.withHandle(
                handle -> left(handle.createQuery(ALL + LEFT).bind("realm", realm.value())));
    }

    @Transactional
    Optional<Left> left(RealmId realm, EntityId entry) {
        return jdbi.withHandle(handle ->
                left(
                                handle.createQuery(ALL + LEFT + " AND j.entity_id = :entry")
                                        .bind("realm", realm.value())
                                        .bind("entry", entry.value()))
                        .stream()
                        .findFirst());
    }

    /// What the entries for a project's lines add to its costs, by currency.
    @Transactional
    List<Measure> added(RealmId realm, String projectKey) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT e.currency, sum(e.amount) AS amount FROM (%s) e
                                WHERE e.entry IS NOT NULL AND NOT e.gone AND project_key(e.project) = :key
                                GROUP BY e.currency\
                                """
                                        .formatted(ALL))
                        .bind("realm", realm.value())
                        .bind("key", projectKey)
                        .map((rs, _) ->
                                new Measure(rs.getBigDecimal("amount"), rs.getString("currency")))
                        .list());
    }

    /// Documents of which something else is said when this one changes: what it corrects, and the
    /// entries that correct it.
    @Transactional(Transactional.TxType.MANDATORY)
    List<Change.OfDocument> concernedBy(RealmId realm, EntityType type, EntityId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT c.entity_type, c.entity_id FROM correcting_entries c JOIN documents j ON %s
                                WHERE c.realm = :realm AND j.entity_type = :type AND j.entity_id = :id
                                UNION
                                SELECT j.entity_type, j.entity_id FROM correcting_entries c JOIN documents j ON %s
                                WHERE c.realm = :realm AND c.entity_type = :type AND c.entity_id = :id\
                                """
                                        .formatted(IS_ENTRY, IS_ENTRY))
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .bind("id", id.value())
                        .map((rs, _) ->
                                new Change.OfDocument(
                                        EntityType.of(rs.getString("entity_type")),
                                        new EntityId(rs.getString("entity_id"))))
                        .list());
    }

    /// Whether the document is an entry that was asked for to correct another.
    @Transactional
    public boolean isCorrecting(RealmId realm, EntityType type, EntityId id) {
        return type == EntityType.JOURNAL_ENTRY
                && jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT 1 FROM correcting_entries c JOIN documents j ON %s
                                        WHERE c.realm = :realm AND j.entity_id = :id LIMIT 1\
                                        """
                                                .formatted(IS_ENTRY))
                                .bind("realm", realm.value())
                                .bind("id", id.value())
                                .mapTo(Integer.class)
                                .findOne()
                                .isPresent());
    }

    /// False if it is known already, or something newer is.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean keep(Said said) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        INSERT INTO correcting_entries (realm, proposal_id, sheet_id, row_id, entity_type, entity_id, line_id,
                                                                        party, project, accounts, first_id, together, status, sequence, entry_id)
                                        VALUES (:realm, :proposal, :sheet, :row, :type, :id, :line,
                                                :party, :project, :accounts, :first, :together, :status, :sequence, :entry)
                                        ON CONFLICT (realm, proposal_id) DO UPDATE
                                        SET status = excluded.status, sequence = excluded.sequence,
                                            entry_id = coalesce(excluded.entry_id, correcting_entries.entry_id)
                                        WHERE correcting_entries.sequence < excluded.sequence\
                                        """)
                                .bind("realm", said.realm().value())
                                .bind("proposal", said.proposal().value())
                                .bind("sheet", said.row().sheetId().value())
                                .bind("row", said.row().rowId().value())
                                .bind("type", said.document().type().wireName())
                                .bind("id", said.document().id().value())
                                .bind("line", said.line())
                                .bind("party", said.party())
                                .bind("project", said.project())
                                .bindArray(
                                        "accounts",
                                        String.class,
                                        said.accounts().stream().map(EntityId::value).toArray())
                                .bind("first", said.first().value())
                                .bind("together", said.together())
                                .bind("status", said.status().name())
                                .bind("sequence", said.sequence())
                                .bind(
                                        "entry",
                                        Optional.ofNullable(said.entry())
                                                .map(EntityId::value)
                                                .orElse(null))
                                .execute()
                        == 1);
    }

    /// An account of an entry with what the entry says of it.
    private record Posting(
            UUID proposal,
            String document,
            String party,
            String project,
            Asked asked,
            @Nullable String account,
            @Nullable BigDecimal amount) {}

    private static Map<String, List<Correcting>> counting(Query query) {
        Map<String, List<Asked>> byDocument = new HashMap<>();
        for (List<Posting> postings : byProposal(query)) {
            byDocument
                    .computeIfAbsent(postings.getFirst().document(), _ -> new ArrayList<>())
                    .add(whole(postings));
        }
        Map<String, List<Correcting>> counting = new HashMap<>();
        byDocument.forEach((document, asked) -> counting.put(document, Asked.counting(asked)));
        return counting;
    }

    private static List<Left> left(Query query) {
        List<Left> left = new ArrayList<>();
        for (List<Posting> postings : byProposal(query)) {
            Correcting entry = whole(postings).posted();
            if (entry != null) {
                Posting first = postings.getFirst();
                left.add(new Left(entry, first.party(), first.project()));
            }
        }
        return left;
    }

    private static Collection<List<Posting>> byProposal(Query query) {
        Map<UUID, List<Posting>> byProposal = new LinkedHashMap<>();
        query.map((rs, _) -> posting(rs))
                .forEach(one ->
                        byProposal
                                .computeIfAbsent(one.proposal(), _ -> new ArrayList<>())
                                .add(one));
        return byProposal.values();
    }

    /// With all its accounts.
    private static Asked whole(Collection<Posting> postings) {
        Asked first = postings.iterator().next().asked();
        Correcting posted = first.posted();
        if (posted == null) {
            return first;
        }
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        postings.forEach(one ->
                amounts.merge(
                        Objects.requireNonNull(one.account()),
                        Objects.requireNonNull(one.amount()),
                        BigDecimal::add));
        return new Asked(first.first(), first.together(), first.awaited(), posted.over(amounts));
    }

    private static Posting posting(ResultSet rs) throws SQLException {
        String entry = rs.getString("entry");
        boolean gone = rs.getBoolean("gone");
        boolean ended = Status.valueOf(rs.getString("status")) == Status.ENDED;
        Correcting posted =
                entry == null || gone
                        ? null
                        : new Correcting(
                                new RowRef(
                                        new SheetId(rs.getString("sheet_id")),
                                        new RowId(rs.getString("row_id"))),
                                rs.getString("line_id"),
                                new EntityId(entry),
                                rs.getString("document_number"),
                                rs.getObject("document_date", LocalDate.class),
                                rs.getString("currency"),
                                Map.of());
        return new Posting(
                rs.getObject("proposal_id", UUID.class),
                rs.getString("entity_type") + ":" + rs.getString("entity_id"),
                rs.getString("party"),
                rs.getString("project"),
                new Asked(
                        new ProposalId(rs.getObject("first_id", UUID.class)),
                        rs.getInt("together"),
                        entry == null && !ended,
                        posted),
                rs.getString("account"),
                rs.getBigDecimal("amount"));
    }
}
