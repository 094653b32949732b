package io.tieout.ingest.posted;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.ingest.finding.Findings;
import io.tieout.ingest.posted.PostedDocuments.Posted;
import io.tieout.kit.event.Events;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.EffectResult.DocumentCreated;
import io.tieout.model.effect.EffectResult.InvoiceCreated;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Shows on a proposal what a person has changed in QuickBooks of the document that it posted.
/// Whether the document or the news of its posting comes first does not matter; nothing is written
/// back.
@ApplicationScoped
public class WatchPosted {
    private static final Set<EntityType> POSTED =
            EnumSet.of(
                    EntityType.INVOICE,
                    EntityType.BILL,
                    EntityType.PURCHASE_ORDER,
                    EntityType.JOURNAL_ENTRY,
                    EntityType.TIME_ACTIVITY);

    private static final String REMEDY =
            "Tieout leaves it as it is. If the change is right, correct the rows to match; if not, undo it in QuickBooks. The finding closes by itself when the document says again what was posted.";

    private final PostedDocuments documents;
    private final Findings findings;
    private final Events events;

    WatchPosted(PostedDocuments documents, Findings findings, Events events) {
        this.documents = documents;
        this.findings = findings;
        this.events = events;
    }

    /// Takes note of what a proposal has posted.
    @Transactional
    public void state(ProposalState state) {
        for (EffectState effect : state.effects()) {
            for (Effect made : state.proposal().effects()) {
                if (made.effectId().equals(effect.effectId())) {
                    done(state.proposal(), made, effect);
                }
            }
        }
    }

    private void done(ProposalMade proposal, Effect made, EffectState effect) {
        if (effect.result() instanceof InvoiceCreated created
                && made instanceof CreateInvoice invoice) {
            DocumentKey key =
                    new DocumentKey(proposal.realmId(), EntityType.INVOICE, created.invoiceId());
            sent(key, proposal, SentFacts.of(invoice, created));
        } else if (effect.result() instanceof DocumentCreated created
                && made instanceof CreateDocument document) {
            DocumentKey key =
                    new DocumentKey(proposal.realmId(), created.entityType(), created.documentId());
            sent(key, proposal, SentFacts.of(document, created));
        }
    }

    private void sent(DocumentKey key, ProposalMade proposal, PostedFacts facts) {
        compare(key, documents.sent(key, proposal.proposalId(), proposal.reference(), facts));
    }

    /// Takes note of a document as it is now. One that was edited may have lost its anchor: it is
    /// known by its id then.
    @Transactional(Transactional.TxType.MANDATORY)
    public void observed(
            DocumentKey key, long syncToken, JsonNode json, CurrencyCode homeCurrency) {
        if (!POSTED.contains(key.type())) {
            return;
        }
        boolean untouched = syncToken == 0;
        Anchor anchor = Anchor.of(key.type(), json);
        if (anchor != null) {
            seen(key, anchor.proposal(), SeenFacts.of(key.type(), json, homeCurrency), untouched);
        } else if (!untouched) {
            documents
                    .find(key)
                    .ifPresent(posted ->
                            seen(
                                    key,
                                    posted.proposalId(),
                                    SeenFacts.of(key.type(), json, homeCurrency),
                                    false));
        }
    }

    private void seen(DocumentKey key, ProposalId proposal, PostedFacts facts, boolean untouched) {
        compare(key, documents.seen(key, proposal, facts, untouched));
    }

    /// Takes note of a document that is there no longer. What becomes of an invoice's rows then is
    /// told where they are billed.
    @Transactional(Transactional.TxType.MANDATORY)
    public void gone(DocumentKey key) {
        if (POSTED.contains(key.type()) && key.type() != EntityType.INVOICE) {
            documents
                    .find(key)
                    .filter(posted -> posted.sent() != null)
                    .ifPresent(posted ->
                            open(key, posted, "was deleted in QuickBooks", "It is gone."));
        }
    }

    private void compare(DocumentKey key, Posted posted) {
        PostedFacts before = posted.before();
        PostedFacts seen = posted.seen();
        if (before == null || seen == null) {
            return;
        }
        List<String> edits = DocumentEdits.between(before, seen);
        if (edits.isEmpty()) {
            findings.resolve(
                    finding(key),
                    key.realm(),
                    FindingKind.CHANGED_IN_QUICKBOOKS,
                    "The document says again what was posted",
                    events.newCorrelation());
        } else {
            open(
                    key,
                    posted,
                    "was changed in QuickBooks",
                    "Since it was posted: " + String.join("; ", edits) + ".");
        }
    }

    private void open(DocumentKey key, Posted posted, String what, String detail) {
        PostedFacts known = posted.seen() == null ? posted.sent() : posted.seen();
        String number = known == null ? null : known.number();
        findings.open(
                finding(key),
                key.realm(),
                FindingKind.CHANGED_IN_QUICKBOOKS,
                List.of(),
                posted.proposalId(),
                new Findings.Text(
                        "%s %s (%s) %s"
                                .formatted(
                                        name(key.type()),
                                        number == null ? key.id().value() : number,
                                        posted.reference(),
                                        what),
                        detail,
                        REMEDY),
                events.newCorrelation());
    }

    /// `PurchaseOrder` becomes `Purchase order`.
    private static String name(EntityType type) {
        String words = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static FindingId finding(DocumentKey key) {
        return key.type() == EntityType.INVOICE
                ? new FindingId("edited:" + key.realm() + ":" + key.id())
                : new FindingId(
                        "edited:" + key.realm() + ":" + key.type().wireName() + ":" + key.id());
    }
}
