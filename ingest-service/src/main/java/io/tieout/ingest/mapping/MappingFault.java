package io.tieout.ingest.mapping;

import io.tieout.model.smartsheet.ColumnPart;
import java.util.List;
import java.util.stream.Collectors;

/// One way in which a sheet does not fit its mapping.
public sealed interface MappingFault {
    /// The mapped column is not in the sheet any more.
    record ColumnMissing(ColumnPart part, String column) implements MappingFault {}

    /// The column is there, but cannot hold such values.
    record WrongType(ColumnPart part, String column, String found, String expected)
            implements MappingFault {}

    /// One column is to play several parts.
    record UsedTwice(String column, List<ColumnPart> parts) implements MappingFault {
        public UsedTwice {
            parts = List.copyOf(parts);
        }
    }

    /// The mapping names no column for a part that this kind of sheet cannot do without.
    record PartUnmapped(ColumnPart part) implements MappingFault {}

    /// What was found, in words.
    default String detail() {
        return switch (this) {
            case ColumnMissing(ColumnPart part, String column) ->
                    "Column %s, mapped to %s, is no longer in the sheet.".formatted(column, part);
            case WrongType(ColumnPart part, String column, String found, String expected) ->
                    "Column %s, mapped to %s, is of type %s instead of %s."
                            .formatted(column, part, found, expected);
            case UsedTwice(String column, List<ColumnPart> parts) ->
                    "Column %s is mapped more than once: %s.".formatted(column, names(parts));
            case PartUnmapped(ColumnPart part) -> "No column is mapped to %s.".formatted(part);
        };
    }

    /// What to do about it.
    default String remedy() {
        return switch (this) {
            case ColumnMissing(ColumnPart part, String column) ->
                    "Restore column %s (Undo, or from the sheet's activity log) or map %s to another column."
                            .formatted(column, part);
            case WrongType(_, String column, _, String expected) ->
                    "Change column %s back to type %s.".formatted(column, expected);
            case UsedTwice(String column, List<ColumnPart> parts) ->
                    "Map each of %s to a column of its own instead of %s."
                            .formatted(names(parts), column);
            case PartUnmapped(ColumnPart part) ->
                    "Map %s to a column in the mapping file.".formatted(part);
        };
    }

    private static String names(List<ColumnPart> parts) {
        return parts.stream().map(ColumnPart::name).collect(Collectors.joining(", "));
    }
}
