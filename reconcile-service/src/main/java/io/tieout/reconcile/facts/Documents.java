package io.tieout.reconcile.facts;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.corrected.Correcting;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.BookLine;
import io.tieout.reconcile.matching.Measure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads documents with their lines and names, as they are compared.
@ApplicationScoped
public class Documents {
    private static final String EXPENSE = "Expense";
    private static final String CREDIT = "Credit";

    private static final String HEADS =
            """
            SELECT d.*, coalesce(nullif(v.name, ''), c.qualified, d.party_name) AS party, o.document_number AS order_number
            FROM documents d
            LEFT JOIN names v ON v.realm = d.realm AND v.entity_type = 'Vendor' AND v.entity_id = d.party_id
                             AND d.entity_type IN ('Bill', 'Purchase', 'VendorCredit', 'PurchaseOrder')
            LEFT JOIN names c ON c.realm = d.realm AND c.entity_type = 'Customer' AND c.entity_id = d.party_id
                             AND d.entity_type = 'Invoice'
            LEFT JOIN documents o ON o.realm = d.realm AND o.entity_type = 'PurchaseOrder' AND o.entity_id = d.order_id
            WHERE d.realm = :realm AND NOT d.gone AND NOT %s\
            """
                    .formatted(CorrectingEntries.CORRECTS);
    private static final String LINES =
            """
            SELECT l.*, p.name AS project, nullif(a.name, '') AS account, a.classification, nullif(c.name, '') AS class
            FROM document_lines l
            LEFT JOIN names p ON p.realm = l.realm AND p.entity_type = 'Customer' AND p.entity_id = l.customer_id
            LEFT JOIN names a ON a.realm = l.realm AND a.entity_type = 'Account' AND a.entity_id = l.account_id
            LEFT JOIN names c ON c.realm = l.realm AND c.entity_type = 'Class' AND c.entity_id = l.class_id
            WHERE l.realm = :realm\
            """;
    private static final String ONE = " AND entity_type = :type AND entity_id = :id";

    private final Jdbi jdbi;
    private final CorrectingEntries corrections;

    Documents(Jdbi jdbi, CorrectingEntries corrections) {
        this.jdbi = jdbi;
        this.corrections = corrections;
    }

    /// Every document of the realm that can be compared. An entry that corrects a document counts
    /// with that.
    @Transactional
    public List<BookDocument> of(RealmId realm) {
        Map<String, List<Correcting>> entries = corrections.of(realm);
        List<BookDocument> left =
                corrections.left(realm).stream().flatMap(Documents::left).toList();
        return jdbi.withHandle(handle -> {
            Map<String, List<StoredLine>> lines = new HashMap<>();
            handle.createQuery(LINES + " ORDER BY l.entity_type, l.entity_id, l.line")
                    .bind("realm", realm.value())
                    .map((rs, _) -> line(rs))
                    .forEach(line ->
                            lines.computeIfAbsent(line.document(), _ -> new ArrayList<>())
                                    .add(line));
            Stream<BookDocument> documents =
                    handle
                            .createQuery(HEADS)
                            .bind("realm", realm.value())
                            .map((rs, _) -> head(rs))
                            .stream()
                            .flatMap(head ->
                                    document(head, lines.getOrDefault(head.key(), List.of())))
                            .map(one ->
                                    one.correctedBy(entries.getOrDefault(one.key(), List.of())));
            return Stream.concat(documents, left.stream()).toList();
        });
    }

    /// Absent when it is gone or cannot be compared.
    @Transactional
    public Optional<BookDocument> of(RealmId realm, EntityType type, EntityId id) {
        if (corrections.isCorrecting(realm, type, id)) {
            return corrections.left(realm, id).stream().flatMap(Documents::left).findFirst();
        }
        return jdbi.withHandle(handle -> {
            List<StoredLine> lines =
                    handle.createQuery(
                                    LINES
                                            + ONE.replace(" entity_", " l.entity_")
                                            + " ORDER BY l.line")
                            .bind("realm", realm.value())
                            .bind("type", type.wireName())
                            .bind("id", id.value())
                            .map((rs, _) -> line(rs))
                            .list();
            return handle
                    .createQuery(HEADS + ONE.replace(" entity_", " d.entity_"))
                    .bind("realm", realm.value())
                    .bind("type", type.wireName())
                    .bind("id", id.value())
                    .map((rs, _) -> head(rs))
                    .stream()
                    .flatMap(head -> document(head, lines))
                    .findFirst()
                    .map(one -> one.correctedBy(corrections.of(realm, type, id)));
        });
    }

    private record Head(
            EntityType type,
            EntityId id,
            @Nullable String party,
            @Nullable String number,
            @Nullable String order,
            LocalDate date,
            @Nullable BigDecimal total,
            String currency,
            boolean drafted) {
        private String key() {
            return BookDocument.key(type, id);
        }
    }

    private record StoredLine(
            String document,
            BigDecimal amount,
            @Nullable BigDecimal hours,
            @Nullable String description,
            @Nullable String project,
            @Nullable String department,
            @Nullable String account,
            @Nullable String classification,
            @Nullable String party,
            @Nullable String posting) {}

    private static Stream<BookDocument> document(Head head, List<StoredLine> lines) {
        return switch (head.type()) {
            case TIME_ACTIVITY -> lines.stream().limit(1).map(line -> time(head, line));
            case JOURNAL_ENTRY -> journal(head, lines);
            case INVOICE -> head.total() == null ? Stream.empty() : Stream.of(billed(head, lines));
            default -> head.total() == null ? Stream.empty() : Stream.of(spent(head, lines));
        };
    }

    /// A correcting entry whose document is gone; nothing when it only moved costs.
    private static Stream<BookDocument> left(CorrectingEntries.Left left) {
        Correcting entry = left.entry();
        Measure amount = new Measure(entry.amount(), entry.currency());
        return entry.amount().signum() == 0
                ? Stream.empty()
                : Stream.of(
                        new BookDocument(
                                EntityType.JOURNAL_ENTRY,
                                entry.entry(),
                                notEmpty(left.party()),
                                entry.number(),
                                null,
                                entry.date(),
                                amount,
                                List.of(
                                        new BookLine(
                                                amount,
                                                "Correcting entry",
                                                notEmpty(left.project()),
                                                null,
                                                entry.amounts().keySet().iterator().next(),
                                                null)),
                                false));
    }

    private static BookDocument time(Head head, StoredLine line) {
        Measure hours =
                Measure.hours(new Quantity(line.hours() == null ? BigDecimal.ZERO : line.hours()));
        return document(head, line.project(), hours, List.of(bookLine(line, hours)));
    }

    /// What a journal entry says of costs; its other lines are money that moves between accounts.
    private static Stream<BookDocument> journal(Head head, List<StoredLine> lines) {
        List<BookLine> costs =
                lines.stream()
                        .filter(line -> EXPENSE.equals(line.classification()))
                        .map(line -> {
                            Measure amount = new Measure(line.amount(), head.currency());
                            return bookLine(
                                    line,
                                    CREDIT.equals(line.posting()) ? amount.negated() : amount);
                        })
                        .toList();
        BigDecimal sum =
                costs.stream()
                        .map(line -> line.measure().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return costs.isEmpty()
                ? Stream.empty()
                : Stream.of(document(head, head.party(), new Measure(sum, head.currency()), costs));
    }

    /// An invoice to `Customer:Project` is the customer's, and all of it is for the project.
    private static BookDocument billed(Head head, List<StoredLine> lines) {
        String qualified = head.party() == null ? "" : head.party();
        int first = qualified.indexOf(':');
        String project = qualified.substring(qualified.lastIndexOf(':') + 1);
        return document(
                head,
                first < 0 ? head.party() : qualified.substring(0, first),
                new Measure(head.total() == null ? BigDecimal.ZERO : head.total(), head.currency()),
                lines.stream()
                        .map(line ->
                                new BookLine(
                                        new Measure(line.amount(), head.currency()),
                                        line.description(),
                                        first < 0 ? line.project() : project,
                                        line.department(),
                                        line.account(),
                                        line.party()))
                        .toList());
    }

    private static BookDocument spent(Head head, List<StoredLine> lines) {
        boolean credit = head.type() == EntityType.VENDOR_CREDIT;
        Measure total =
                new Measure(head.total() == null ? BigDecimal.ZERO : head.total(), head.currency());
        return document(
                head,
                head.party(),
                credit ? total.negated() : total,
                lines.stream()
                        .map(line -> {
                            Measure amount = new Measure(line.amount(), head.currency());
                            return bookLine(line, credit ? amount.negated() : amount);
                        })
                        .toList());
    }

    private static BookDocument document(
            Head head, @Nullable String party, Measure measure, List<BookLine> lines) {
        return new BookDocument(
                head.type(),
                head.id(),
                party,
                head.number(),
                head.order(),
                head.date(),
                measure,
                lines,
                head.drafted());
    }

    private static BookLine bookLine(StoredLine line, Measure measure) {
        return new BookLine(
                measure,
                line.description(),
                line.project(),
                line.department(),
                line.account(),
                line.party());
    }

    private static Head head(ResultSet rs) throws SQLException {
        return new Head(
                EntityType.of(rs.getString("entity_type")),
                new EntityId(rs.getString("entity_id")),
                rs.getString("party"),
                rs.getString("document_number"),
                rs.getString("order_number"),
                rs.getObject("document_date", LocalDate.class),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getBoolean("drafted"));
    }

    private static StoredLine line(ResultSet rs) throws SQLException {
        return new StoredLine(
                rs.getString("entity_type") + ":" + rs.getString("entity_id"),
                rs.getBigDecimal("amount"),
                rs.getBigDecimal("hours"),
                rs.getString("description"),
                notEmpty(rs.getString("project")),
                rs.getString("class"),
                rs.getString("account"),
                rs.getString("classification"),
                rs.getString("party"),
                rs.getString("posting"));
    }

    private static @Nullable String notEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
