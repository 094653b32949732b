package io.tieout.reconcile.facts;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.matching.Measure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// What the books hold for a project, whether or not a sheet should have it: costs without tax,
/// less credits, with what corrects them, and hours. Orders are no costs yet.
@ApplicationScoped
public class BookedCosts {
    private static final String NAMED =
            """
            SELECT CASE d.entity_type WHEN 'TimeActivity' THEN 'HRS' ELSE d.currency END AS unit,
                   sum(CASE WHEN d.entity_type = 'TimeActivity' THEN coalesce(l.hours, 0)
                            WHEN d.entity_type = 'VendorCredit' OR l.posting = 'Credit' THEN -l.amount
                            ELSE l.amount END) AS amount
            FROM names p
            JOIN document_lines l ON l.realm = p.realm AND l.customer_id = p.entity_id
            JOIN documents d ON d.realm = l.realm AND d.entity_type = l.entity_type AND d.entity_id = l.entity_id
            LEFT JOIN names a ON a.realm = l.realm AND a.entity_type = 'Account' AND a.entity_id = l.account_id
            WHERE p.realm = :realm AND p.entity_type = 'Customer' AND p.name <> '' AND project_key(p.name) = :key
              AND NOT d.gone AND NOT %s
              AND (d.entity_type IN ('Bill', 'Purchase', 'VendorCredit', 'TimeActivity')
                   OR (d.entity_type = 'JournalEntry' AND a.classification = 'Expense'))
            GROUP BY 1\
            """
                    .formatted(CorrectingEntries.CORRECTS);

    /// What of it a profit and loss counts otherwise, and why; what corrects a document is counted
    /// with that document, and by the profit and loss with whom it names.
    private static final String PORTIONS =
            """
            SELECT * FROM (
                SELECT CASE WHEN %s THEN CASE WHEN a.classification = 'Expense' THEN 'CORRECTS_THERE' END
                            WHEN d.entity_type = 'JournalEntry' AND a.classification IS DISTINCT FROM 'Expense' THEN NULL
                            WHEN a.classification <> 'Expense' THEN 'NO_EXPENSE'
                            WHEN d.document_date NOT BETWEEN :from AND :to THEN 'OUTSIDE'
                            WHEN d.revision_minor > :asOf THEN 'LATER' END AS why,
                       d.currency AS unit,
                       sum(CASE WHEN d.entity_type = 'VendorCredit' OR l.posting = 'Credit' THEN -l.amount ELSE l.amount END) AS amount
                FROM names p
                JOIN document_lines l ON l.realm = p.realm AND l.customer_id = p.entity_id
                JOIN documents d ON d.realm = l.realm AND d.entity_type = l.entity_type AND d.entity_id = l.entity_id
                LEFT JOIN names a ON a.realm = l.realm AND a.entity_type = 'Account' AND a.entity_id = l.account_id
                WHERE p.realm = :realm AND p.entity_type = 'Customer' AND p.name <> '' AND project_key(p.name) = :key
                  AND NOT d.gone AND d.entity_type IN ('Bill', 'Purchase', 'VendorCredit', 'JournalEntry')
                GROUP BY 1, 2) portions
            WHERE why IS NOT NULL\
            """
                    .formatted(CorrectingEntries.CORRECTS);

    /// A document that is compared as a whole may have a line that names a project.
    private static final String UNNAMED =
            """
            SELECT s.currency AS unit, sum(s.amount) AS amount
            FROM standings s
            JOIN documents d ON d.realm = s.realm AND d.entity_type = s.entity_type AND d.entity_id = s.entity_id
            WHERE s.realm = :realm AND s.line_id = ANY (:lines) AND NOT %s
              AND (position('#' in s.line_id) > 0
                   OR NOT EXISTS (SELECT 1 FROM document_lines l
                                  JOIN names p ON p.realm = l.realm AND p.entity_type = 'Customer'
                                              AND p.entity_id = l.customer_id AND p.name <> ''
                                  WHERE l.realm = d.realm AND l.entity_type = d.entity_type AND l.entity_id = d.entity_id))
            GROUP BY 1\
            """
                    .formatted(CorrectingEntries.CORRECTS);

    /// A profit and loss that the costs are held against.
    public record Report(Instant asOf, LocalDate from, LocalDate to) {}

    /// Why a profit and loss has another figure than the costs that are counted here.
    public enum Why {
        LATER,
        OUTSIDE,
        NO_EXPENSE,
        NAMES_NO_PROJECT,
        CORRECTS_HERE,
        /// It is in the report, and not counted here.
        CORRECTS_THERE;

        public boolean onlyInTheReport() {
            return this == CORRECTS_THERE;
        }
    }

    /// A part of the difference between the two.
    public record Portion(Why why, Measure measure) {}

    private final Jdbi jdbi;
    private final CorrectingEntries corrections;

    BookedCosts(Jdbi jdbi, CorrectingEntries corrections) {
        this.jdbi = jdbi;
        this.corrections = corrections;
    }

    /// @param key the project's name without the customer's, in lower case
    /// @param unnamed lines of the books that name no project and are known to be this one's
    @Transactional
    public List<Measure> of(RealmId realm, String key, Collection<String> unnamed) {
        List<Measure> all = new ArrayList<>(corrections.added(realm, key));
        all.addAll(named(realm, key));
        all.addAll(unnamed(realm, unnamed));
        return all;
    }

    /// What a profit and loss counts otherwise than `of` does.
    @Transactional
    public List<Portion> portions(
            RealmId realm, String key, Collection<String> unnamed, Report report) {
        List<Portion> all = new ArrayList<>();
        corrections
                .added(realm, key)
                .forEach(measure -> all.add(new Portion(Why.CORRECTS_HERE, measure)));
        unnamed(realm, unnamed)
                .forEach(measure -> all.add(new Portion(Why.NAMES_NO_PROJECT, measure)));
        jdbi.useHandle(handle ->
                handle.createQuery(PORTIONS)
                        .bind("realm", realm.value())
                        .bind("key", key)
                        .bind("from", report.from())
                        .bind("to", report.to())
                        .bind("asOf", report.asOf().toEpochMilli())
                        .map((rs, _) ->
                                new Portion(
                                        Why.valueOf(rs.getString("why")),
                                        new Measure(
                                                rs.getBigDecimal("amount"), rs.getString("unit"))))
                        .forEach(all::add));
        return all;
    }

    private List<Measure> named(RealmId realm, String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(NAMED)
                        .bind("realm", realm.value())
                        .bind("key", key)
                        .map((rs, _) ->
                                new Measure(rs.getBigDecimal("amount"), rs.getString("unit")))
                        .list());
    }

    private List<Measure> unnamed(RealmId realm, Collection<String> lines) {
        return jdbi.withHandle(handle ->
                handle.createQuery(UNNAMED)
                        .bind("realm", realm.value())
                        .bindArray("lines", String.class, lines.toArray())
                        .map((rs, _) ->
                                new Measure(rs.getBigDecimal("amount"), rs.getString("unit")))
                        .list());
    }
}
