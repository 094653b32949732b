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

    /// The column is called something else than when the sheet fitted last.
    record Renamed(ColumnPart part, String before, String now) implements MappingFault {}

    /// The column has another type, even if one that could hold such values.
    record Retyped(ColumnPart part, String column, String before, String now)
            implements MappingFault {}

    /// Two columns have changed places: each is called what the other was, or holds what the other
    /// held.
    ///
    /// @param byContents seen by what the cells hold, not by what the columns are called
    record Swapped(
            ColumnPart part,
            String column,
            ColumnPart otherPart,
            String otherColumn,
            boolean byContents)
            implements MappingFault {}

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
            case Renamed(ColumnPart part, String before, String now) ->
                    "Column %s, mapped to %s, is called %s now.".formatted(before, part, now);
            case Retyped(ColumnPart part, String column, String before, String now) ->
                    "Column %s, mapped to %s, was of type %s and is of type %s now."
                            .formatted(column, part, before, now);
            case Swapped(
                            ColumnPart part,
                            String column,
                            ColumnPart otherPart,
                            String otherColumn,
                            boolean byContents) ->
                    "Columns %s, mapped to %s, and %s, mapped to %s, have changed %s."
                            .formatted(
                                    column,
                                    part,
                                    otherColumn,
                                    otherPart,
                                    byContents ? "their contents" : "titles");
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
            case Renamed(_, String before, String now) ->
                    "Change the title %s back to %s, or accept the new one.".formatted(now, before);
            case Retyped(_, String column, String before, _) ->
                    "Change column %s back to type %s, or accept the new one."
                            .formatted(column, before);
            case Swapped(_, String column, _, String otherColumn, _) ->
                    "Change columns %s and %s back, or accept the change."
                            .formatted(column, otherColumn);
        };
    }

    /// The parts that it concerns.
    default List<ColumnPart> parts() {
        return switch (this) {
            case ColumnMissing(ColumnPart part, _) -> List.of(part);
            case WrongType(ColumnPart part, _, _, _) -> List.of(part);
            case UsedTwice(_, List<ColumnPart> parts) -> parts;
            case PartUnmapped(ColumnPart part) -> List.of(part);
            case Renamed(ColumnPart part, _, _) -> List.of(part);
            case Retyped(ColumnPart part, _, _, _) -> List.of(part);
            case Swapped(ColumnPart part, _, ColumnPart otherPart, _, _) ->
                    List.of(part, otherPart);
        };
    }

    private static String names(List<ColumnPart> parts) {
        return parts.stream().map(ColumnPart::name).collect(Collectors.joining(", "));
    }
}
