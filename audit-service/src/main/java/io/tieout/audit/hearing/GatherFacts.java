package io.tieout.audit.hearing;

import io.tieout.audit.facts.Entities;
import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.facts.KnownRow;
import io.tieout.audit.facts.Rows;
import io.tieout.audit.policy.PolicyFile;
import io.tieout.audit.review.Facts;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.RowContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Collects what a reviewer may look at, from audit's own view of both books.
@ApplicationScoped
class GatherFacts {
    private final Rows rows;
    private final Entities entities;
    private final Billed billed;
    private final BillingTermsFile terms;
    private final PolicyFile policy;
    private final DocumentFacts ofDocuments;
    private final ReviewDeskFile desks;

    GatherFacts(
            Rows rows,
            Entities entities,
            Billed billed,
            BillingTermsFile terms,
            PolicyFile policy,
            DocumentFacts ofDocuments,
            ReviewDeskFile desks) {
        this.rows = rows;
        this.entities = entities;
        this.billed = billed;
        this.terms = terms;
        this.policy = policy;
        this.ofDocuments = ofDocuments;
        this.desks = desks;
    }

    Facts about(ProposalMade proposal, Instant recordedAt, Instant now) {
        RealmId realm = proposal.realmId();
        List<CreateInvoice> invoices =
                proposal.effects().stream()
                        .filter(CreateInvoice.class::isInstance)
                        .map(CreateInvoice.class::cast)
                        .toList();
        List<CreateDocument> posted =
                proposal.effects().stream()
                        .filter(CreateDocument.class::isInstance)
                        .map(CreateDocument.class::cast)
                        .toList();
        List<RecategoriseLine> recategorised =
                proposal.effects().stream()
                        .filter(RecategoriseLine.class::isInstance)
                        .map(RecategoriseLine.class::cast)
                        .toList();
        boolean posts = !invoices.isEmpty() || !posted.isEmpty() || !recategorised.isEmpty();
        Map<RowRef, KnownRow> known = rows.find(allRows(proposal));
        String project = proposal.evidence().project();
        ZoneId zone = zone(realm);
        ProposalId id = proposal.proposalId();
        return new Facts(
                !posts || entities.loaded(realm),
                known,
                project == null ? List.of() : rows.ofProject(realm, project),
                posts ? customers(realm, invoices, posted, known) : List.of(),
                Stream.of(
                                named(realm, invoices).stream(),
                                ofDocuments.entities(realm, posted).stream(),
                                recategorised.stream()
                                        .flatMap(effect ->
                                                find(
                                                        realm,
                                                        EntityType.ACCOUNT,
                                                        effect.toAccountId())))
                        .flatMap(stream -> stream)
                        .distinct()
                        .toList(),
                invoices.isEmpty() && posted.isEmpty()
                        ? List.of()
                        : entities.all(realm, EntityType.TAX_CODE),
                invoices.isEmpty() ? List.of() : entities.all(realm, EntityType.TAX_RATE),
                preferences(realm),
                documents(realm, invoices, posted, recategorised, proposal.evidence()),
                !posts ? Map.of() : billed.elsewhere(proposal.evidence().rows(), id),
                project == null ? Quantity.ZERO : billed.hours(realm, project, id),
                terms.of(realm),
                policy.policy().pilot(),
                LocalDate.ofInstant(now, zone),
                LocalDate.ofInstant(recordedAt, zone),
                desks.of(realm),
                companies(realm).findFirst());
    }

    /// Those that are like what is to be posted, and those that the proposal cites.
    private List<KnownEntity> documents(
            RealmId realm,
            List<CreateInvoice> invoices,
            List<CreateDocument> posted,
            List<RecategoriseLine> recategorised,
            Evidence evidence) {
        Stream<KnownEntity> ofCustomers =
                invoices.stream()
                        .flatMap(invoice ->
                                entities
                                        .documentsOf(
                                                realm, EntityType.INVOICE, invoice.customerId())
                                        .stream());
        List<Evidence.DocumentCitation> citations = evidence.documents();
        Stream<KnownEntity> cited =
                citations == null || (posted.isEmpty() && recategorised.isEmpty())
                        ? Stream.empty()
                        : citations.stream()
                                .map(citation -> citation.source().split(":", -1))
                                .filter(parts -> parts.length == 3 && parts[0].equals("books"))
                                .filter(parts -> !parts[2].isBlank())
                                .flatMap(parts ->
                                        find(realm, type(parts[1]), new EntityId(parts[2])));
        return Stream.of(ofCustomers, ofDocuments.alike(realm, posted).stream(), cited)
                .flatMap(stream -> stream)
                .distinct()
                .toList();
    }

    /// A type that does not exist names nothing that could be found.
    private static EntityType type(String name) {
        for (EntityType type : EntityType.values()) {
            if (type.wireName().equals(name)) {
                return type;
            }
        }
        return EntityType.PREFERENCES;
    }

    private static Set<RowRef> allRows(ProposalMade proposal) {
        Set<RowRef> all = new HashSet<>(proposal.rows());
        proposal.evidence().rows().forEach(citation -> all.add(citation.row()));
        List<Evidence.DocumentCitation> cited = proposal.evidence().documents();
        if (cited != null) {
            cited.stream()
                    .flatMap(citation -> RowContext.row(citation.source()).stream())
                    .forEach(all::add);
        }
        for (Effect effect : proposal.effects()) {
            if (effect instanceof UpdateRows update) {
                update.rows().forEach(row -> all.add(new RowRef(update.sheetId(), row.rowId())));
            }
        }
        return all;
    }

    private List<KnownEntity> customers(
            RealmId realm,
            List<CreateInvoice> invoices,
            List<CreateDocument> posted,
            Map<RowRef, KnownRow> known) {
        Stream<KnownEntity> billedTo =
                Stream.concat(
                                invoices.stream().map(CreateInvoice::customerId),
                                posted.stream().flatMap(DocumentFacts::customers))
                        .distinct()
                        .flatMap(customer -> find(realm, EntityType.CUSTOMER, customer));
        List<KnownEntity> direct = billedTo.toList();
        Stream<KnownEntity> parents =
                direct.stream()
                        .map(entity -> ((Entity.Customer) entity.observed().entity()).parentId())
                        .flatMap(parent -> find(realm, EntityType.CUSTOMER, parent));
        Stream<KnownEntity> named =
                known.values().stream()
                        .map(row -> row.row().fields())
                        .flatMap(fields ->
                                fields instanceof BillingFields cells
                                        ? Stream.ofNullable(cells.customer())
                                        : Stream.empty())
                        .distinct()
                        .flatMap(name -> entities.named(realm, EntityType.CUSTOMER, name).stream());
        return Stream.of(direct.stream(), parents, named)
                .flatMap(stream -> stream)
                .distinct()
                .toList();
    }

    private List<KnownEntity> named(RealmId realm, List<CreateInvoice> invoices) {
        List<KnownEntity> found = new ArrayList<>();
        for (CreateInvoice invoice : invoices) {
            find(realm, EntityType.TERM, invoice.termId()).forEach(found::add);
            find(realm, EntityType.DEPARTMENT, invoice.departmentId()).forEach(found::add);
            for (InvoiceLine line : invoice.lines()) {
                find(realm, EntityType.CLASS, line.classId()).forEach(found::add);
                find(realm, EntityType.ITEM, line.itemId())
                        .forEach(item -> {
                            found.add(item);
                            EntityId account =
                                    ((Entity.Item) item.observed().entity()).incomeAccountId();
                            find(realm, EntityType.ACCOUNT, account).forEach(found::add);
                        });
            }
        }
        return found;
    }

    private Stream<KnownEntity> find(RealmId realm, EntityType type, @Nullable EntityId id) {
        return id == null ? Stream.empty() : entities.find(realm, type, id).stream();
    }

    private Optional<Entity.Preferences> preferences(RealmId realm) {
        return entities.all(realm, EntityType.PREFERENCES).stream()
                .map(known -> known.observed().entity())
                .filter(Entity.Preferences.class::isInstance)
                .map(Entity.Preferences.class::cast)
                .findFirst();
    }

    private ZoneId zone(RealmId realm) {
        return companies(realm)
                .map(Entity.Company::timeZone)
                .filter(Objects::nonNull)
                .findFirst()
                .map(GatherFacts::zone)
                .orElse(ZoneOffset.UTC);
    }

    private Stream<Entity.Company> companies(RealmId realm) {
        return entities.all(realm, EntityType.COMPANY_INFO).stream()
                .map(known -> known.observed().entity())
                .filter(Entity.Company.class::isInstance)
                .map(Entity.Company.class::cast);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
