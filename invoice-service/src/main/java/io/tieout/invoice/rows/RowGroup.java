package io.tieout.invoice.rows;

import io.tieout.invoice.books.NameKey;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that go on one invoice: one sheet, customer, project, department and month of work. An
/// invoice has one department in its header, so rows of two never share one.
public record RowGroup(
        RealmId realmId,
        SheetId sheetId,
        String customer,
        @Nullable String project,
        @Nullable String department,
        YearMonth period)
        implements WorkGroup {
    private static final int DIGEST_LENGTH = 24;

    /// The same for names that differ only in case or spacing.
    @Override
    public String key() {
        List<String> names =
                List.of(realmId.value(), NameKey.of(customer), of(project), of(department));
        return "%s:%s:%s"
                .formatted(
                        sheetId, period, CanonicalJson.sha256(names).substring(0, DIGEST_LENGTH));
    }

    @Override
    public @Nullable String projectKey() {
        return project == null ? null : NameKey.of(project);
    }

    private static String of(@Nullable String name) {
        return name == null ? "" : NameKey.of(name);
    }
}
