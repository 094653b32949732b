package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.intent.Call;
import io.tieout.writeback.intent.IntentItem;
import io.tieout.writeback.intent.IntentKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts effects of one realm into one request: a single effect as it is, several as a batch. Pure.
final class BooksRequest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BooksRequest() {}

    static Call of(List<ReleasedEffect> effects) {
        return effects.size() == 1 ? single(effects.getFirst()) : batch(effects);
    }

    private static Call single(ReleasedEffect released) {
        Effect effect = released.effect();
        return new Call(
                kind(effect),
                text(body(released)),
                RequestIds.of(List.of(released)),
                null,
                List.of(item(released, 0, null)));
    }

    private static Call batch(List<ReleasedEffect> effects) {
        ArrayNode requests = JSON.arrayNode();
        List<IntentItem> items = new ArrayList<>();
        for (ReleasedEffect released : effects) {
            String bId = "b" + (items.size() + 1);
            ObjectNode request = requests.addObject();
            request.put("bId", bId);
            request.put("operation", released.effect() instanceof VoidInvoice ? "void" : "create");
            request.set(entityType(released.effect()).wireName(), body(released));
            items.add(item(released, items.size(), bId));
        }
        String requestId = RequestIds.of(effects);
        ObjectNode body = JSON.objectNode();
        body.set("BatchItemRequest", requests);
        return new Call(IntentKind.INVOICES, text(body), requestId, requestId, items);
    }

    private static IntentItem item(ReleasedEffect effect, int position, @Nullable String bId) {
        return new IntentItem(position, effect.number(), IntentItem.WHOLE, bId);
    }

    private static IntentKind kind(Effect effect) {
        return switch (effect) {
            case VoidInvoice _ -> IntentKind.VOID;
            case RecategoriseLine _ -> IntentKind.RECATEGORISATION;
            case CreateDocument _ -> IntentKind.DOCUMENT;
            case CreateInvoice _, UpdateRows _, AddRows _, AddComment _, SendMail _ ->
                    IntentKind.INVOICE;
        };
    }

    /// A line is booked anew by sending the document's lines as they are now, all but its account.
    static Call of(ReleasedEffect released, ObjectNode recategorised) {
        return new Call(
                IntentKind.RECATEGORISATION,
                text(recategorised),
                RequestIds.of(List.of(released)),
                null,
                List.of(item(released, 0, null)));
    }

    static EntityType entityType(Effect effect) {
        return switch (effect) {
            case CreateDocument document -> document.entityType();
            case RecategoriseLine recategorising -> recategorising.entityType();
            case CreateInvoice _,
                    VoidInvoice _,
                    UpdateRows _,
                    AddRows _,
                    AddComment _,
                    SendMail _ ->
                    EntityType.INVOICE;
        };
    }

    private static ObjectNode body(ReleasedEffect released) {
        return switch (released.effect()) {
            case CreateDocument document -> DocumentBody.of(document);
            case CreateInvoice invoice -> InvoiceBody.of(invoice);
            case VoidInvoice invoice ->
                    JSON.objectNode()
                            .put("Id", invoice.invoiceId().value())
                            .put("SyncToken", version(released, invoice.syncToken()));
            case RecategoriseLine _, UpdateRows _, AddRows _, AddComment _, SendMail _ ->
                    throw new IllegalStateException("Not for QuickBooks: " + released.key());
        };
    }

    /// The one at which it was read last: an effect's own is a hint.
    private static String version(ReleasedEffect released, long decided) {
        Long fresh = released.freshVersion();
        return Long.toString(fresh == null ? decided : fresh);
    }

    private static String text(ObjectNode node) {
        return new String(VendorJson.write(node), StandardCharsets.UTF_8);
    }
}
