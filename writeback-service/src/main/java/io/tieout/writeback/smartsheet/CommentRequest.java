package io.tieout.writeback.smartsheet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.model.effect.AddComment;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.effect.Texts;
import io.tieout.writeback.intent.Call;
import io.tieout.writeback.intent.IntentItem;
import io.tieout.writeback.intent.IntentKind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A comment as Smartsheet wants it. Pure.
final class CommentRequest {
    private CommentRequest() {}

    static Call of(ReleasedEffect released, AddComment comment) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("comment").put("text", Texts.of(comment.text()));
        return new Call(
                IntentKind.COMMENT,
                new String(VendorJson.write(body), StandardCharsets.UTF_8),
                released.key(),
                null,
                List.of(new IntentItem(0, released.number(), IntentItem.WHOLE, null)));
    }
}
