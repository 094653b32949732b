package io.tieout.audit.record;

import io.tieout.model.id.EventId;
import io.tieout.model.id.ProposalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The chains in the database. Whoever appends to a chain holds its lock until the transaction
/// ends, so a chain has one writer at a time; the primary key stands behind that.
@ApplicationScoped
public class Records {
    private static final int LOCK_CLASS = 0x71E0;
    private static final String COLUMNS =
            "chain, sequence, previous_hash, hash, at, topic, event_id, correlation_id, proposal_id, kind, payload";

    private final Jdbi jdbi;

    Records(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Appends one record.
    @Transactional(Transactional.TxType.MANDATORY)
    public ChainRecord append(Entry entry) {
        return append(entry.chain(), _ -> entry);
    }

    /// Appends one record that is to say its own place in the chain.
    @Transactional(Transactional.TxType.MANDATORY)
    public ChainRecord append(String chain, LongFunction<Entry> atSequence) {
        return jdbi.withHandle(handle -> {
            lock(handle, chain);
            ChainEnd end = end(handle, chain);
            ChainRecord record = Chain.append(end, atSequence.apply(end.sequence() + 1));
            insert(handle, record);
            return record;
        });
    }

    /// Appends those that are not recorded yet, by COPY; the number appended.
    @Transactional(Transactional.TxType.MANDATORY)
    public int appendNew(List<Entry> entries) {
        return jdbi.withHandle(handle -> {
            entries.stream()
                    .map(Entry::chain)
                    .distinct()
                    .sorted()
                    .forEach(chain -> lock(handle, chain));
            List<Entry> missing = missing(handle, entries);
            List<ChainRecord> chained = new ArrayList<>();
            missing.stream()
                    .collect(Collectors.groupingBy(Entry::chain))
                    .forEach((chain, ofChain) -> chain(end(handle, chain), ofChain, chained));
            RecordCopy.write(handle, COLUMNS, chained);
            return chained.size();
        });
    }

    private static void chain(ChainEnd from, List<Entry> entries, List<ChainRecord> into) {
        ChainEnd end = from;
        for (Entry entry : entries) {
            ChainRecord record = Chain.append(end, entry);
            into.add(record);
            end = record.end();
        }
    }

    private List<Entry> missing(Handle handle, List<Entry> entries) {
        Set<String> known = new HashSet<>();
        entries.stream()
                .map(Entry::eventId)
                .filter(Objects::nonNull)
                .distinct()
                .gather(Gatherers.windowFixed(1_000))
                .forEach(ids -> known.addAll(known(handle, ids)));
        return entries.stream()
                .filter(entry -> entry.eventId() == null || known.add(identity(entry)))
                .toList();
    }

    private static List<String> known(Handle handle, List<EventId> ids) {
        return handle.createQuery(
                        "SELECT topic || ' ' || event_id FROM records WHERE event_id = ANY(CAST(:ids AS uuid[]))")
                .bind(
                        "ids",
                        ids.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", "{", "}")))
                .mapTo(String.class)
                .list();
    }

    private static String identity(Entry entry) {
        return entry.topic() + " " + entry.eventId();
    }

    private static void lock(Handle handle, String chain) {
        handle.createQuery(
                        "SELECT 1 FROM (SELECT pg_advisory_xact_lock(:class, hashtext(:chain))) held")
                .bind("class", LOCK_CLASS)
                .bind("chain", chain)
                .mapTo(Integer.class)
                .one();
    }

    private static ChainEnd end(Handle handle, String chain) {
        return handle.createQuery(
                        "SELECT sequence, hash FROM records WHERE chain = :chain ORDER BY sequence DESC LIMIT 1")
                .bind("chain", chain)
                .map((rs, _) -> new ChainEnd(chain, rs.getLong("sequence"), rs.getString("hash")))
                .findOne()
                .orElseGet(() -> ChainEnd.empty(chain));
    }

    private static void insert(Handle handle, ChainRecord record) {
        Entry entry = record.entry();
        handle.createUpdate(
                        "INSERT INTO records ("
                                + COLUMNS
                                + ") VALUES (:chain, :sequence, :previous, :hash, :at, :topic, CAST(:event AS uuid),"
                                + " :correlation, CAST(:proposal AS uuid), :kind, :payload)")
                .bind("chain", entry.chain())
                .bind("sequence", record.sequence())
                .bind("previous", record.previousHash())
                .bind("hash", record.hash())
                .bind("at", entry.at().atOffset(java.time.ZoneOffset.UTC))
                .bind("topic", entry.topic())
                .bind("event", Objects.toString(entry.eventId(), null))
                .bind("correlation", entry.correlationId())
                .bind("proposal", Objects.toString(entry.proposalId(), null))
                .bind("kind", entry.kind())
                .bind("payload", entry.payload())
                .execute();
    }

    /// Where every chain ends now.
    public List<ChainEnd> ends() {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                """
                                WITH RECURSIVE names AS (
                                    (SELECT chain FROM records ORDER BY chain LIMIT 1)
                                    UNION ALL
                                    SELECT (SELECT r.chain FROM records r WHERE r.chain > names.chain ORDER BY r.chain LIMIT 1)
                                    FROM names WHERE names.chain IS NOT NULL)
                                SELECT chain FROM names WHERE chain IS NOT NULL\
                                """)
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .map(chain -> end(handle, chain))
                        .toList());
    }

    /// The next records of a chain after `sequence`, oldest first.
    public List<ChainRecord> page(String chain, long sequence, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT "
                                        + COLUMNS
                                        + " FROM records WHERE chain = :chain AND sequence > :after ORDER BY sequence LIMIT :limit")
                        .bind("chain", chain)
                        .bind("after", sequence)
                        .bind("limit", limit)
                        .map((rs, _) -> read(rs))
                        .list());
    }

    /// Everything recorded about a proposal, oldest first.
    public List<ChainRecord> about(ProposalId proposal) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT "
                                        + COLUMNS
                                        + " FROM records WHERE proposal_id = CAST(:id AS uuid) ORDER BY sequence")
                        .bind("id", proposal.toString())
                        .map((rs, _) -> read(rs))
                        .list());
    }

    private static ChainRecord read(ResultSet rs) throws SQLException {
        String event = rs.getString("event_id");
        String proposal = rs.getString("proposal_id");
        Instant at = rs.getObject("at", OffsetDateTime.class).toInstant();
        return new ChainRecord(
                rs.getLong("sequence"),
                rs.getString("previous_hash"),
                rs.getString("hash"),
                new Entry(
                        rs.getString("chain"),
                        at,
                        rs.getString("topic"),
                        event == null ? null : EventId.of(event),
                        rs.getString("correlation_id"),
                        proposal == null ? null : ProposalId.of(proposal),
                        rs.getString("kind"),
                        rs.getString("payload")));
    }
}
