package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.intent.CallFault;
import io.tieout.writeback.intent.Reply;
import java.util.Optional;

/// What to do when an object was changed after it was read (5010): read it again. If it still says
/// what it said when somebody decided, the decision is applied to it as it is now; if a person has
/// changed it, the person is shown what, and nothing is overwritten.
final class Conflict {
    private static final int READS_MAX = 3;

    private final QuickBooks quickBooks;
    private final RealmId realm;
    private final FreshVersions versions;

    Conflict(QuickBooks quickBooks, RealmId realm, FreshVersions versions) {
        this.quickBooks = quickBooks;
        this.realm = realm;
        this.versions = versions;
    }

    /// Somebody was faster: the line is looked at again, as it is now, before the next try.
    Reply.ItemReply resolve(ReleasedEffect released, RecategoriseLine effect, String words) {
        if (released.readAgain() >= READS_MAX) {
            return new Reply.ItemFault(
                    new CallFault.Refusal(
                            new EffectEnd.Failed(
                                    "quickbooks-5010",
                                    "Somebody kept changing it while a line was to be recategorised. "
                                            + words)));
        }
        ObjectNode now = quickBooks.read(realm, effect.entityType(), effect.documentId());
        versions.read(released, now.path("SyncToken").asLong());
        return new Reply.ItemFault(new CallFault.Passing("Changed meanwhile: looked at anew"));
    }

    Reply.ItemReply resolve(ReleasedEffect released, VoidInvoice effect, String words) {
        if (released.readAgain() >= READS_MAX) {
            return new Reply.ItemFault(
                    new CallFault.Refusal(
                            new EffectEnd.Failed(
                                    "quickbooks-5010",
                                    "Somebody kept changing it while it was to be voided. "
                                            + words)));
        }
        ObjectNode now = quickBooks.read(realm, EntityType.INVOICE, effect.invoiceId());
        if (InvoiceAnswer.isVoid(now)) {
            return new Reply.Done(InvoiceAnswer.voided(now, effect));
        }
        Optional<String> edited = EditCheck.edited(now, effect.expected());
        if (edited.isPresent()) {
            return new Reply.ItemFault(
                    new CallFault.Refusal(
                            new EffectEnd.Refused(
                                    Reason.CHANGED_IN_QUICKBOOKS,
                                    "Somebody changed invoice %s in QuickBooks after it was read: %s. Look at it there; propose it again if it shall still be voided."
                                            .formatted(
                                                    now.path("DocNumber")
                                                            .asText(effect.invoiceId().value()),
                                                    edited.get()))));
        }
        versions.read(released, now.path("SyncToken").asLong());
        return new Reply.ItemFault(
                new CallFault.Passing("Changed meanwhile, but not in what counts: applied anew"));
    }
}
