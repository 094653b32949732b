package io.tieout.writeback.smartsheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.model.effect.AddRows;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.intent.Call;
import io.tieout.writeback.intent.IntentItem;
import io.tieout.writeback.intent.IntentKind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// New rows as Smartsheet wants them, at the bottom of the sheet, all of one effect in one request.
/// Pure.
final class NewRowsRequest {
    private NewRowsRequest() {}

    static Call of(ReleasedEffect released, AddRows adding) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        for (AddRows.NewRow row : adding.rows()) {
            ObjectNode node = body.addObject();
            node.put("toBottom", true);
            ArrayNode cells = node.putArray("cells");
            cells.addObject()
                    .put("columnId", Long.parseLong(adding.externalIdColumn().value()))
                    .put("value", row.externalId());
            RowsRequest.addCells(cells, row.cells());
        }
        return new Call(
                IntentKind.NEW_ROWS,
                new String(VendorJson.write(body), StandardCharsets.UTF_8),
                released.key(),
                null,
                List.of(new IntentItem(0, released.number(), IntentItem.WHOLE, null)));
    }
}
