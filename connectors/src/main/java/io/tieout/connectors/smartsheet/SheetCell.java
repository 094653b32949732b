package io.tieout.connectors.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.model.id.ColumnId;
import org.jspecify.annotations.Nullable;

/// A cell. Whatever the column's type, a person may have typed text into it.
///
/// @param value text, number (exact), boolean, or a null node when the cell is empty; several
///   choices are text, joined
/// @param objectValue contacts and multi-select values; a null node when there is none
/// @param displayValue formatted for the account's locale: never parse an amount from it
public record SheetCell(
        ColumnId columnId,
        JsonNode value,
        JsonNode objectValue,
        @Nullable String displayValue,
        @Nullable String formula) {}
