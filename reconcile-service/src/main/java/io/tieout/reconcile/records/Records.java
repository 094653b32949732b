package io.tieout.reconcile.records;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Finds out how rows and documents are called, whole lists at once.
@ApplicationScoped
public class Records {
    private final Jdbi jdbi;

    Records(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Head(
            EntityId id, @Nullable String number, @Nullable LocalDate date, String party) {}

    /// The names of these lines; what is gone has none.
    @Transactional
    public RecordNames of(RealmId realm, Collection<String> lines) {
        if (lines.isEmpty()) {
            return RecordNames.NONE;
        }
        Map<String, LineId> ids = new HashMap<>();
        lines.forEach(line -> ids.put(line, LineId.of(line)));
        return jdbi.withHandle(handle -> {
            Map<String, RecordName> names = rows(handle, realm, ids.values());
            Map<String, Head> heads = documents(handle, realm, ids.values());
            ids.forEach((line, id) -> {
                EntityType type = id.type();
                EntityId document = id.document();
                Head head = type == null ? null : heads.get(type.wireName() + ":" + document);
                if (type != null && head != null) {
                    names.put(
                            line,
                            RecordName.document(
                                    type,
                                    head.id(),
                                    head.number(),
                                    head.date(),
                                    head.party(),
                                    id.line()));
                }
            });
            return new RecordNames(names);
        });
    }

    /// The name of one line.
    public RecordName of(RealmId realm, String line) {
        return of(realm, List.of(line)).of(line);
    }

    private static Map<String, RecordName> rows(
            Handle handle, RealmId realm, Collection<LineId> ids) {
        List<RowRef> rows = new ArrayList<>();
        for (LineId id : ids) {
            RowRef row = id.row();
            if (row != null) {
                rows.add(row);
            }
        }
        Map<String, RecordName> names = new HashMap<>();
        if (!rows.isEmpty()) {
            handle.createQuery(
                            """
                            SELECT r.sheet_id || ':' || r.row_id AS line, observed.row ->> 'sheetName' AS sheet,
                                   CAST(observed.row ->> 'rowNumber' AS int) AS number
                            FROM unnest(:sheets, :rows) AS asked (sheet_id, row_id)
                            JOIN sheet_rows r ON r.realm = :realm AND r.sheet_id = asked.sheet_id AND r.row_id = asked.row_id
                            CROSS JOIN LATERAL (SELECT CAST(r.observed AS jsonb) AS row) AS observed
                            WHERE NOT r.gone\
                            """)
                    .bind("realm", realm.value())
                    .bindArray(
                            "sheets",
                            String.class,
                            rows.stream().map(row -> row.sheetId().value()).toArray())
                    .bindArray(
                            "rows",
                            String.class,
                            rows.stream().map(row -> row.rowId().value()).toArray())
                    .map((rs, _) ->
                            Map.entry(
                                    rs.getString("line"),
                                    RecordName.row(rs.getString("sheet"), rs.getInt("number"))))
                    .forEach(name -> names.put(name.getKey(), name.getValue()));
        }
        return names;
    }

    /// By type and id.
    private static Map<String, Head> documents(
            Handle handle, RealmId realm, Collection<LineId> ids) {
        List<String> types = new ArrayList<>();
        List<String> documents = new ArrayList<>();
        for (LineId id : ids) {
            EntityType type = id.type();
            EntityId document = id.document();
            if (type != null && document != null) {
                types.add(type.wireName());
                documents.add(document.value());
            }
        }
        Map<String, Head> heads = new HashMap<>();
        if (!types.isEmpty()) {
            handle.createQuery(
                            """
                            SELECT DISTINCT d.entity_type, d.entity_id, d.document_number, d.document_date,
                                   coalesce(nullif(v.name, ''), d.party_name, '') AS party
                            FROM unnest(:types, :ids) AS asked (entity_type, entity_id)
                            JOIN documents d ON d.realm = :realm AND d.entity_type = asked.entity_type AND d.entity_id = asked.entity_id
                            LEFT JOIN names v ON v.realm = d.realm AND v.entity_type = 'Vendor' AND v.entity_id = d.party_id
                                             AND d.entity_type IN ('Bill', 'Purchase', 'VendorCredit', 'PurchaseOrder')
                            WHERE NOT d.gone\
                            """)
                    .bind("realm", realm.value())
                    .bindArray("types", String.class, types.toArray())
                    .bindArray("ids", String.class, documents.toArray())
                    .map((rs, _) ->
                            Map.entry(
                                    rs.getString("entity_type") + ":" + rs.getString("entity_id"),
                                    new Head(
                                            new EntityId(rs.getString("entity_id")),
                                            rs.getString("document_number"),
                                            rs.getObject("document_date", LocalDate.class),
                                            rs.getString("party"))))
                    .forEach(head -> heads.put(head.getKey(), head.getValue()));
        }
        return heads;
    }
}
