package io.tieout.ingest.posted;

import io.tieout.ingest.finding.Findings;
import io.tieout.kit.event.Events;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.EffectResult.InvoiceCreated;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows on a proposal what a person has changed in QuickBooks of the invoice that it posted.
/// Whether the invoice or the news of its posting comes first does not matter; nothing is written
/// back.
@ApplicationScoped
public class WatchPosted {
    private static final Pattern ANCHOR =
            Pattern.compile(
                    "tieout:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b.*", Pattern.DOTALL);

    private final PostedInvoices invoices;
    private final Findings findings;
    private final Events events;

    WatchPosted(PostedInvoices invoices, Findings findings, Events events) {
        this.invoices = invoices;
        this.findings = findings;
        this.events = events;
    }

    /// Takes note of what a proposal has posted.
    @Transactional
    public void state(ProposalState state) {
        for (EffectState effect : state.effects()) {
            if (effect.result() instanceof InvoiceCreated created) {
                for (Effect made : state.proposal().effects()) {
                    if (made instanceof CreateInvoice invoice
                            && made.effectId().equals(effect.effectId())) {
                        RealmId realm = state.proposal().realmId();
                        compare(
                                realm,
                                created.invoiceId(),
                                invoices.posted(
                                        realm,
                                        created.invoiceId(),
                                        state.proposal().proposalId(),
                                        state.proposal().reference(),
                                        InvoiceFacts.posted(invoice, created)));
                    }
                }
            }
        }
    }

    /// Takes note of an invoice as it is now.
    @Transactional(Transactional.TxType.MANDATORY)
    public void observed(RealmId realm, EntityId invoice, Entity.Transaction document) {
        Matcher anchor = ANCHOR.matcher(Objects.requireNonNullElse(document.privateNote(), ""));
        if (anchor.matches()) {
            ProposalId proposal = new ProposalId(UUID.fromString(anchor.group(1)));
            compare(
                    realm,
                    invoice,
                    invoices.seen(realm, invoice, proposal, InvoiceFacts.seen(document)));
        }
    }

    private void compare(RealmId realm, EntityId invoice, PostedInvoices.Posted both) {
        InvoiceFacts posted = both.posted();
        InvoiceFacts seen = both.seen();
        if (posted == null || seen == null) {
            return;
        }
        List<String> edits = InvoiceEdits.between(posted, seen);
        FindingId id = new FindingId("edited:" + realm + ":" + invoice);
        if (edits.isEmpty()) {
            findings.resolve(
                    id,
                    realm,
                    FindingKind.CHANGED_IN_QUICKBOOKS,
                    "The invoice says again what was posted",
                    events.newCorrelation());
        } else {
            findings.open(
                    id,
                    realm,
                    FindingKind.CHANGED_IN_QUICKBOOKS,
                    List.of(),
                    both.proposalId(),
                    new Findings.Text(
                            "Invoice %s (%s) was changed in QuickBooks"
                                    .formatted(
                                            seen.number() == null ? invoice.value() : seen.number(),
                                            both.reference()),
                            "Since it was posted: " + String.join("; ", edits) + ".",
                            "Tieout leaves it as it is. If the change is right, correct the rows to match; if not, undo it in QuickBooks. The finding closes by itself when the invoice says again what was posted."),
                    events.newCorrelation());
        }
    }
}
