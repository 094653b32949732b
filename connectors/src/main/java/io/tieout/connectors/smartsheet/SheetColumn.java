package io.tieout.connectors.smartsheet;

import io.tieout.model.id.ColumnId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column. Its id is stable; people rename, move and delete columns.
///
/// @param type the vendor's word, such as `TEXT_NUMBER`; new words may come
/// @param systemColumnType such as `AUTO_NUMBER`; such a column cannot be written
/// @param formula a column formula; such a column cannot be written (1302)
public record SheetColumn(
        ColumnId id,
        int index,
        String title,
        String type,
        boolean primary,
        List<String> options,
        @Nullable String systemColumnType,
        @Nullable String formula,
        boolean locked) {
    public SheetColumn {
        options = List.copyOf(options);
    }
}
