package io.tieout.model.effect;

import io.tieout.model.id.EffectId;
import io.tieout.model.id.RowRef;
import java.util.List;

/// Start a discussion on a row.
public record AddComment(EffectId effectId, List<EffectId> after, RowRef row, List<TextPart> text)
        implements Effect {
    public AddComment {
        after = List.copyOf(after);
        text = List.copyOf(text);
    }

    @Override
    public String target() {
        return "sheet:" + row.sheetId();
    }

    @Override
    public boolean advisory() {
        return true;
    }
}
