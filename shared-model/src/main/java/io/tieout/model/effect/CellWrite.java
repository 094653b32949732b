package io.tieout.model.effect;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EffectId;
import io.tieout.model.smartsheet.ColumnPart;
import java.math.BigDecimal;
import java.time.LocalDate;

/// One cell and what it shall hold.
public record CellWrite(ColumnPart part, ColumnId columnId, Content content) {
    /// What a cell shall hold.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Text.class, name = "text"),
        @JsonSubTypes.Type(value = CellWrite.Figure.class, name = "figure"),
        @JsonSubTypes.Type(value = CellWrite.Day.class, name = "day"),
        @JsonSubTypes.Type(value = Cleared.class, name = "cleared"),
        @JsonSubTypes.Type(value = ResultOf.class, name = "result")
    })
    public sealed interface Content {}

    /// Words; at most 4,000 characters, Smartsheet's limit.
    public record Text(String value) implements Content {}

    /// A number.
    public record Figure(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value)
            implements Content {}

    /// A date.
    public record Day(LocalDate value) implements Content {}

    /// Nothing.
    public record Cleared() implements Content {}

    /// A result of an earlier effect; replaced before release.
    public record ResultOf(EffectId effectId, ResultField field) implements Content {}
}
