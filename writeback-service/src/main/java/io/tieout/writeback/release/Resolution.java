package io.tieout.writeback.release;

import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;
import java.util.List;

/// Whether an effect says everything itself. Pure.
final class Resolution {
    private Resolution() {}

    static boolean isResolved(Effect effect) {
        return switch (effect) {
            case CreateInvoice _, CreateDocument _, VoidInvoice _, RecategoriseLine _ -> true;
            case UpdateRows update ->
                    update.rows().stream()
                            .flatMap(row -> row.cells().stream())
                            .noneMatch(cell -> cell.content() instanceof CellWrite.ResultOf);
            case AddRows adding ->
                    adding.rows().stream()
                            .flatMap(row -> row.cells().stream())
                            .noneMatch(cell -> cell.content() instanceof CellWrite.ResultOf);
            case AddComment comment -> isResolved(comment.text());
            case SendMail mail -> isResolved(mail.subject()) && isResolved(mail.body());
        };
    }

    private static boolean isResolved(List<TextPart> text) {
        return text.stream().noneMatch(part -> part instanceof TextPart.ResultOf);
    }
}
