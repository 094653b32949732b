package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.facts.KnownRow;
import io.tieout.audit.facts.Names;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.id.EntityId;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.DocumentFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A document other than an invoice before the reviewer, with the facts about it.
record DocumentCase(ProposalMade proposal, CreateDocument document, Facts facts) {
    /// Every cited row, as audit knows it, in the order it is cited.
    List<DocumentFields> rows() {
        return proposal.evidence().rows().stream()
                .map(Evidence.RowCitation::row)
                .flatMap(ref -> fields(facts.rows().get(ref)))
                .toList();
    }

    private static Stream<DocumentFields> fields(@Nullable KnownRow known) {
        return known != null && known.row().fields() instanceof DocumentFields cells
                ? Stream.of(cells)
                : Stream.empty();
    }

    /// The rows that the line came from.
    List<DocumentFields> rowsOf(int line) {
        return proposal.evidence().lines().stream()
                .filter(source -> source.line() == line)
                .flatMap(source -> source.rows().stream())
                .flatMap(ref -> fields(facts.rows().get(ref)))
                .toList();
    }

    /// Whether the entry is in use and bears the name that the cell says; an empty cell names none.
    boolean isNamed(EntityType type, @Nullable EntityId id, @Nullable String cell) {
        if (id == null || cell == null || cell.isBlank()) {
            return id == null && (cell == null || cell.isBlank());
        }
        return usable(type, id)
                .filter(known ->
                        names(known.observed().entity()).anyMatch(name -> Names.same(name, cell)))
                .isPresent();
    }

    Optional<KnownEntity> usable(EntityType type, EntityId id) {
        Optional<KnownEntity> known =
                type == EntityType.CUSTOMER ? facts.customer(id) : facts.named(type, id);
        return known.filter(KnownEntity::usable);
    }

    private static Stream<String> names(Entity entity) {
        return switch (entity) {
            case Entity.Customer customer ->
                    Stream.of(customer.fullyQualifiedName(), customer.displayName());
            case Entity.Vendor vendor -> Stream.of(vendor.displayName());
            case Entity.Item item -> Stream.of(item.name());
            case Entity.Account account ->
                    account.number() == null
                            ? Stream.of(account.name())
                            : Stream.of(
                                    account.name(),
                                    account.number(),
                                    account.number() + " " + account.name());
            case Entity.Named named -> Stream.of(named.name(), named.fullyQualifiedName());
            case Entity.Term term -> Stream.of(term.name());
            case Entity.TaxCode _,
                    Entity.TaxRate _,
                    Entity.Company _,
                    Entity.Preferences _,
                    Entity.Transaction _ ->
                    Stream.empty();
        };
    }
}
