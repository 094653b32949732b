package io.tieout.reconcile.records;

import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How people call a line of either book.
///
/// @param words such as `Harbor Project Costs, row 12` or `Bill AE-77 of 2026-11-03, Atlas
///   Electric`
/// @param detail a document's id in QuickBooks; empty for a row
public record RecordName(String words, String detail) {
    private static final String GONE_ROW = "a row that is gone";

    public static RecordName row(String sheet, int number) {
        return new RecordName("%s, row %d".formatted(sheet, number), "");
    }

    /// @param line its place in the document, or 0 for the whole
    public static RecordName document(
            EntityType type,
            EntityId id,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String party,
            int line) {
        StringBuilder words = new StringBuilder(kind(type));
        words.append(isBlank(number) ? " without number" : " " + number);
        words.append(date == null ? "" : " of " + date);
        words.append(isBlank(party) ? "" : ", " + party);
        words.append(line == 0 ? "" : ", line " + line);
        return new RecordName(words.toString(), detail(id));
    }

    /// A line that is known no longer.
    static RecordName gone(String lineId) {
        LineId id = LineId.of(lineId);
        EntityType type = id.type();
        EntityId document = id.document();
        return type == null || document == null
                ? new RecordName(GONE_ROW, "")
                : new RecordName(
                        "%s with %s, which is gone".formatted(kind(type), detail(document)),
                        detail(document));
    }

    /// A type of documents as people say it; QuickBooks calls an expense a purchase.
    public static String kind(EntityType type) {
        return switch (type) {
            case PURCHASE -> "Expense";
            case VENDOR_CREDIT -> "Vendor credit";
            case TIME_ACTIVITY -> "Time";
            case PURCHASE_ORDER -> "Purchase order";
            case JOURNAL_ENTRY -> "Journal entry";
            default -> type.wireName();
        };
    }

    private static String detail(EntityId id) {
        return "QuickBooks id " + id;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
