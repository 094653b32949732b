package io.tieout.invoice.rows;

import io.tieout.invoice.books.NameKey;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.DocumentKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that are lines of one document: of one sheet, kind, vendor, number and date.
///
/// @param alone the row, when it has no number that others could share
public record DocumentGroup(
        RealmId realmId,
        SheetId sheetId,
        DocumentKind kind,
        @Nullable String vendor,
        @Nullable String number,
        LocalDate date,
        @Nullable RowId alone)
        implements WorkGroup {
    private static final int DIGEST_LENGTH = 24;

    @Override
    public String key() {
        List<String> names =
                List.of(
                        realmId.value(),
                        vendor == null ? "" : NameKey.of(vendor),
                        number == null ? "" : NameKey.of(number),
                        alone == null ? "" : alone.value());
        return "%s:%s:%s:%s"
                .formatted(
                        sheetId,
                        kind,
                        date,
                        CanonicalJson.sha256(names).substring(0, DIGEST_LENGTH));
    }

    @Override
    public @Nullable String projectKey() {
        return null;
    }
}
