package io.tieout.writeback.intent;

import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.UpdateRows.RowUpdate;
import io.tieout.model.effect.VoidInvoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parts that an effect is done in, each in one call: its rows, or the whole of it.
public final class Parts {
    private Parts() {}

    static List<String> of(Effect effect) {
        return switch (effect) {
            case UpdateRows update -> List.copyOf(rows(update).keySet());
            case CreateInvoice _,
                    CreateDocument _,
                    VoidInvoice _,
                    RecategoriseLine _,
                    AddRows _,
                    AddComment _,
                    SendMail _ ->
                    List.of(IntentItem.WHOLE);
        };
    }

    /// The effect's rows by part, in order; a row that is named twice makes two parts.
    public static Map<String, RowUpdate> rows(UpdateRows update) {
        Map<String, RowUpdate> rows = new LinkedHashMap<>();
        for (RowUpdate row : update.rows()) {
            String part = row.rowId().value();
            while (rows.containsKey(part)) {
                part += "+";
            }
            rows.put(part, row);
        }
        return rows;
    }
}
