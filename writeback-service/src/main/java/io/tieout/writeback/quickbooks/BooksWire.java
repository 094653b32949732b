package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.quickbooks.BatchItem;
import io.tieout.connectors.quickbooks.FaultAction;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.connectors.quickbooks.Select;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.intent.CallEffects;
import io.tieout.writeback.intent.CallFault;
import io.tieout.writeback.intent.Intent;
import io.tieout.writeback.intent.IntentItem;
import io.tieout.writeback.intent.IntentKind;
import io.tieout.writeback.intent.Reply;
import io.tieout.writeback.intent.Reply.ItemReply;
import io.tieout.writeback.intent.VendorFaults;
import io.tieout.writeback.intent.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Calls to one QuickBooks company.
final class BooksWire implements Wire {
    /// A lost permission or subscription concerns the company, not one invoice.
    private static final Duration PERMISSION_PAUSE = Duration.ofMinutes(5);

    private final QuickBooks quickBooks;
    private final RealmId realm;
    private final Clock clock;
    private final Conflict conflict;
    private final StaleReferences references;

    BooksWire(QuickBooks quickBooks, RealmId realm, FreshVersions versions, Clock clock) {
        this.quickBooks = quickBooks;
        this.realm = realm;
        this.clock = clock;
        this.conflict = new Conflict(quickBooks, realm, versions);
        this.references = new StaleReferences(quickBooks, realm, versions);
    }

    @Override
    public Reply send(Intent intent, CallEffects effects) {
        try {
            return new Reply.Items(
                    intent.kind() == IntentKind.INVOICES
                            ? batch(intent, effects)
                            : single(intent, effects));
        } catch (VendorException e) {
            return new Reply.Fault(read(e.fault()));
        }
    }

    private Map<IntentItem, ItemReply> single(Intent intent, CallEffects effects) {
        byte[] body = intent.requestBytes();
        IntentItem item = intent.items().getFirst();
        ReleasedEffect released = effects.of(item);
        try {
            EntityType type = BooksRequest.entityType(released.effect());
            ObjectNode stored =
                    switch (intent.kind()) {
                        case VOID -> quickBooks.voidInvoice(realm, body, intent.requestId());
                        case RECATEGORISATION ->
                                quickBooks.update(realm, type, body, intent.requestId());
                        case INVOICE, DOCUMENT, INVOICES, ROWS, NEW_ROWS, COMMENT, MAIL ->
                                quickBooks.create(realm, type, body, intent.requestId());
                    };
            return Map.of(item, new Reply.Done(result(stored, released)));
        } catch (VendorException e) {
            Optional<ItemReply> resolved = resolved(e.fault(), released);
            if (resolved.isEmpty()) {
                throw e;
            }
            return Map.of(item, resolved.get());
        }
    }

    /// What the catalogue says is not the end: a conflict is read again, so is what a reference
    /// leads to, and a number that is taken may be taken by our own document.
    private Optional<ItemReply> resolved(VendorFault fault, ReleasedEffect released) {
        try {
            return looked(fault, released);
        } catch (VendorException e) {
            // This item was refused, whatever became of the others: it alone is tried again.
            return Optional.of(
                    new Reply.ItemFault(new CallFault.Passing(VendorFaults.words(e.fault()))));
        }
    }

    private Optional<ItemReply> looked(VendorFault fault, ReleasedEffect released) {
        if (fault instanceof VendorFault.StaleObject
                && released.effect() instanceof VoidInvoice effect) {
            return Optional.of(conflict.resolve(released, effect, VendorFaults.words(fault)));
        }
        if (fault instanceof VendorFault.StaleObject
                && released.effect() instanceof RecategoriseLine effect) {
            return Optional.of(conflict.resolve(released, effect, VendorFaults.words(fault)));
        }
        if (VendorFaults.action(fault) == FaultAction.RESOLVE_AGAIN) {
            return references.resolve(released, VendorFaults.words(fault));
        }
        if (VendorFaults.action(fault) != FaultAction.LOOK_FOR_OURS) {
            return Optional.empty();
        }
        Optional<ObjectNode> found =
                switch (released.effect()) {
                    case CreateInvoice invoice ->
                            AnchorSearch.find(
                                    invoice, quickBooks.query(realm, AnchorSearch.query(invoice)));
                    case CreateDocument document ->
                            AnchorSearch.find(
                                    document,
                                    quickBooks.query(realm, AnchorSearch.query(document)));
                    case VoidInvoice _,
                            RecategoriseLine _,
                            UpdateRows _,
                            AddRows _,
                            AddComment _,
                            SendMail _ ->
                            Optional.empty();
                };
        return found.map(hit -> new Reply.Done(result(hit, released)));
    }

    private Map<IntentItem, ItemReply> batch(Intent intent, CallEffects effects) {
        Map<String, BatchItem> answers =
                quickBooks.batch(realm, intent.requestBytes(), intent.requestId());
        Map<IntentItem, ItemReply> replies = new HashMap<>();
        for (IntentItem item : intent.items()) {
            switch (answers.get(item.bId())) {
                case BatchItem.Stored(_, ObjectNode invoice) ->
                        replies.put(item, new Reply.Done(result(invoice, effects.of(item))));
                case BatchItem.Failed(VendorFault fault) ->
                        replies.put(
                                item,
                                resolved(fault, effects.of(item))
                                        .orElseGet(() -> new Reply.ItemFault(read(fault))));
                case BatchItem.Queried _ -> {}
                case null -> {}
            }
        }
        return replies;
    }

    @Override
    public Reply search(Intent intent, CallEffects effects) {
        Map<IntentItem, ItemReply> found = new HashMap<>();
        Map<Select, List<ObjectNode>> answers = new HashMap<>();
        try {
            for (IntentItem item : intent.items()) {
                ReleasedEffect released = effects.of(item);
                switch (released.effect()) {
                    case CreateInvoice invoice ->
                            AnchorSearch.find(
                                            invoice,
                                            answers.computeIfAbsent(
                                                    AnchorSearch.query(invoice),
                                                    query -> quickBooks.query(realm, query)))
                                    .ifPresent(hit ->
                                            found.put(item, new Reply.Done(result(hit, released))));
                    case CreateDocument document ->
                            AnchorSearch.find(
                                            document,
                                            answers.computeIfAbsent(
                                                    AnchorSearch.query(document),
                                                    query -> quickBooks.query(realm, query)))
                                    .ifPresent(hit ->
                                            found.put(item, new Reply.Done(result(hit, released))));
                    case VoidInvoice invoice -> {
                        ObjectNode now =
                                quickBooks.read(realm, EntityType.INVOICE, invoice.invoiceId());
                        if (InvoiceAnswer.isVoid(now)) {
                            found.put(item, new Reply.Done(result(now, released)));
                        }
                    }
                    case RecategoriseLine recategorising -> {
                        ObjectNode now =
                                quickBooks.read(
                                        realm,
                                        recategorising.entityType(),
                                        recategorising.documentId());
                        if (Recategorisation.of(now, recategorising)
                                instanceof Recategorisation.Done(EffectResult done)) {
                            found.put(item, new Reply.Done(done));
                        }
                    }
                    case UpdateRows _, AddRows _, AddComment _, SendMail _ ->
                            throw notForBooks(released);
                }
            }
            return new Reply.Items(found);
        } catch (VendorException e) {
            return new Reply.Fault(read(e.fault()));
        }
    }

    private static EffectResult result(JsonNode invoice, ReleasedEffect released) {
        return switch (released.effect()) {
            case CreateInvoice effect -> InvoiceAnswer.created(invoice, effect);
            case CreateDocument effect -> DocumentAnswer.created(invoice, effect);
            case VoidInvoice effect -> InvoiceAnswer.voided(invoice, effect);
            case RecategoriseLine effect -> Recategorisation.done(invoice, effect);
            case UpdateRows _, AddRows _, AddComment _, SendMail _ -> throw notForBooks(released);
        };
    }

    private CallFault read(VendorFault fault) {
        Instant now = clock.instant();
        if (fault instanceof VendorFault.Refused refused
                && refused.cause() == VendorFault.Refused.Cause.PERMISSION) {
            return new CallFault.NotBefore(now.plus(PERMISSION_PAUSE), VendorFaults.words(fault));
        }
        return VendorFaults.read(fault, now);
    }

    private static IllegalStateException notForBooks(ReleasedEffect effect) {
        return new IllegalStateException("Not for QuickBooks: " + effect.key());
    }
}
