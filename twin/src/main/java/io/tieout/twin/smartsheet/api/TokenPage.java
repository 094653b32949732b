package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// One page in the vendor's newer style: `maxItems` at most, and a `lastKey` while more follow.
final class TokenPage {
    private static final int ITEMS_MAX = 100;

    private TokenPage() {}

    static ObjectNode of(WireRequest request, String field, ArrayNode all) {
        var size = Desk.number(request, "maxItems", ITEMS_MAX);
        if (size < 1) {
            throw SmartsheetFault.bad(1018, "The value was not valid for the parameter maxItems.");
        }
        var from = from(request.query("lastKey"));
        var to = Math.min(all.size(), from + Math.min(size, ITEMS_MAX));
        var items = Json.array();
        for (int i = from; i < to; i++) {
            items.add(all.get(i));
        }
        var body = Json.object();
        body.set(field, items);
        if (to < all.size()) {
            body.put("lastKey", key(to));
        }
        return body;
    }

    private static String key(int from) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("after:" + from).getBytes(StandardCharsets.UTF_8));
    }

    private static int from(@Nullable String key) {
        if (key == null) {
            return 0;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8);
            return Integer.parseInt(text.substring("after:".length()));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException _) {
            throw SmartsheetFault.bad(1018, "The value was not valid for the parameter lastKey.");
        }
    }
}
