package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.facts.KnownRow;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.Evidence.LineSource;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.BillingFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An invoice before the reviewer, with the facts about it.
record InvoiceCase(ProposalMade proposal, CreateInvoice invoice, Facts facts) {
    /// Where the line came from, as the preparer says.
    Optional<LineSource> source(InvoiceLine line) {
        return proposal.evidence().lines().stream()
                .filter(source -> source.line() == line.number())
                .findFirst();
    }

    /// The billing rows that the line came from, as audit knows them.
    List<BillingFields> rowsOf(InvoiceLine line) {
        return source(line).stream()
                .flatMap(source -> source.rows().stream())
                .flatMap(this::billing)
                .toList();
    }

    /// Every cited row, as audit knows it.
    List<BillingFields> citedRows() {
        return proposal.evidence().rows().stream()
                .map(Evidence.RowCitation::row)
                .flatMap(this::billing)
                .toList();
    }

    private Stream<BillingFields> billing(RowRef row) {
        KnownRow known = facts.rows().get(row);
        return known != null && known.row().fields() instanceof BillingFields billing
                ? Stream.of(billing)
                : Stream.empty();
    }

    Optional<Entity.Customer> customer() {
        return facts.customer(invoice.customerId())
                .map(KnownEntity::observed)
                .map(observed -> (Entity.Customer) observed.entity());
    }

    Optional<Entity.Item> item(InvoiceLine line) {
        return facts.named(EntityType.ITEM, line.itemId())
                .map(KnownEntity::observed)
                .map(observed -> (Entity.Item) observed.entity());
    }

    /// What was agreed with the customer, or with the client whose job it is.
    BillingTerms.Client client() {
        return citedRows().stream()
                .map(BillingFields::customer)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .map(name -> facts.terms().client(name))
                .orElseGet(() ->
                        customer()
                                .map(customer -> facts.terms().client(customer.displayName()))
                                .orElse(BillingTerms.Client.STANDARD));
    }
}
