package io.tieout.connectors.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.call.CallSpec;
import io.tieout.connectors.call.VendorCalls;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorFault.Refused.Cause;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.connectors.quickbooks.report.Report;
import io.tieout.connectors.quota.QuotaRequest;
import io.tieout.connectors.token.Tokens;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.AccountingMethod;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// QuickBooks Online companies. Blocking; every failure is a `VendorException`, a fault inside a
/// 200 included. Not to be called inside a database transaction. Entities come as they are,
/// decimals exact.
@ApplicationScoped
public class QuickBooks {
    private static final int REQUEST_ID_MAX = 50;
    private static final int BATCH_REQUEST_ID_MAX = 36;

    private final QuickBooksClient client;
    private final VendorCalls calls;
    private final QuickBooksFaults faults;
    private final ConnectorsConfig.Quickbooks config;
    private final Clock clock;

    QuickBooks(
            @RestClient QuickBooksClient client,
            VendorCalls calls,
            ConnectorsConfig config,
            Clock clock) {
        this.client = client;
        this.calls = calls;
        this.faults = new QuickBooksFaults(config.quota().throttlePause());
        this.config = config.quickbooks();
        this.clock = clock;
    }

    /// The company's name in envelopes, tokens and quotas.
    public ConnectionId connection(RealmId realm) {
        return Tokens.quickBooks(realm);
    }

    /// All hits of a query, in as many pages as it takes.
    public List<ObjectNode> query(RealmId realm, Select select) {
        List<ObjectNode> all = new ArrayList<>();
        queryPages(realm, select, all::addAll);
        return List.copyOf(all);
    }

    /// Gives the hits page by page, ordered by Id. Under concurrent writes a page may repeat or
    /// skip an entity: begin change data capture before a first load. Where an answer would be too
    /// large, the pages become smaller from there on.
    public void queryPages(RealmId realm, Select select, Consumer<List<ObjectNode>> page) {
        int start = 1;
        int size = config.pageSize();
        while (true) {
            List<ObjectNode> hits;
            try {
                hits = queryOnce(realm, paged(select, start, size));
            } catch (VendorException e) {
                if (size > 1 && action(e) == FaultAction.PAGE) {
                    size /= 2;
                    continue;
                }
                throw e;
            }
            page.accept(hits);
            start += hits.size();
            if (hits.size() < size) {
                return;
            }
        }
    }

    private static String paged(Select select, int start, int size) {
        return "%s%s STARTPOSITION %d MAXRESULTS %d"
                .formatted(select.statement(), order(select), start, size);
    }

    /// The hits of exactly this statement, one page. A query that QuickBooks could not process is
    /// asked once more; after that it counts as refused.
    public List<ObjectNode> queryOnce(RealmId realm, String statement) {
        try {
            return ask(realm, statement);
        } catch (VendorException e) {
            if (action(e) != FaultAction.REPEAT_ONCE) {
                throw e;
            }
        }
        try {
            return ask(realm, statement);
        } catch (VendorException e) {
            throw action(e) == FaultAction.REPEAT_ONCE
                    ? new VendorException(new VendorFault.Refused(Cause.DATA, e.fault().trace()), e)
                    : e;
        }
    }

    private static FaultAction action(VendorException failure) {
        VendorTrace trace = failure.fault().trace();
        return FaultCatalogue.row(trace.httpStatus(), trace.code(), trace.message()).action();
    }

    private List<ObjectNode> ask(RealmId realm, String statement) {
        return call(
                QuotaRequest.quickBooksRead(connection(realm)),
                "query",
                false,
                bearer -> client.query(bearer, realm.value(), config.minorVersion(), statement),
                QuickBooksJson::queried);
    }

    /// One entity as it is now; `NotFound` when it was deleted.
    public ObjectNode read(RealmId realm, EntityType type, EntityId id) {
        return call(
                QuotaRequest.quickBooksRead(connection(realm)),
                "read " + words(type),
                false,
                bearer ->
                        client.read(
                                bearer,
                                realm.value(),
                                path(type),
                                id.value(),
                                config.minorVersion()),
                answer -> QuickBooksJson.entity(answer, type));
    }

    /// What changed since, at most 30 days back and 1,000 objects. The vendor leaves out
    /// TimeActivity, TaxCode and TaxRate: query those.
    public Changes cdc(RealmId realm, Collection<EntityType> types, Instant since) {
        String entities = types.stream().map(EntityType::wireName).collect(Collectors.joining(","));
        String changedSince = since.truncatedTo(ChronoUnit.SECONDS).toString();
        return call(
                QuotaRequest.quickBooksRead(connection(realm)),
                "read changes",
                false,
                bearer ->
                        client.changes(
                                bearer,
                                realm.value(),
                                config.minorVersion(),
                                entities,
                                changedSince),
                QuickBooksJson::changes);
    }

    /// The company's profit and loss of these days with a column for each customer, jobs and
    /// projects among them: one call for all of them.
    public Report profitAndLoss(
            RealmId realm, LocalDate from, LocalDate to, AccountingMethod method) {
        return call(
                QuotaRequest.quickBooksRead(connection(realm)),
                "read profit and loss",
                false,
                bearer ->
                        client.report(
                                bearer,
                                realm.value(),
                                "ProfitAndLoss",
                                config.minorVersion(),
                                from.toString(),
                                to.toString(),
                                method.wireName(),
                                "Customers"),
                Report::of);
    }

    /// Sends exactly these bytes, at most 30 items, and tells by bId what became of each. Items do
    /// not see each other. Repeated with the same request id and bytes, QuickBooks replays its
    /// first answer. An item missing from the answer is as good as an ambiguous failure.
    public Map<String, BatchItem> batch(RealmId realm, byte[] body, String requestId) {
        checkRequestId(requestId, BATCH_REQUEST_ID_MAX);
        CallSpec spec =
                new CallSpec(QuotaRequest.quickBooksBatch(connection(realm)), "batch", true);
        return calls.call(
                spec,
                faults,
                bearer ->
                        client.batch(bearer, realm.value(), config.minorVersion(), requestId, body),
                answer ->
                        QuickBooksJson.batch(
                                answer.json(),
                                fault ->
                                        faults.ofItem(
                                                spec, answer.reference(), fault, clock.instant())));
    }

    /// Creates an entity from exactly these bytes.
    public ObjectNode create(RealmId realm, EntityType type, byte[] body, String requestId) {
        return write(realm, type, "create", null, body, requestId);
    }

    /// Updates an entity with exactly these bytes: Id, SyncToken, `"sparse":true` and what changes.
    /// A full update is refused here, because it clears whatever it omits.
    public ObjectNode update(RealmId realm, EntityType type, byte[] body, String requestId) {
        if (!VendorJson.read(body).path("sparse").asBoolean(false)) {
            throw new IllegalArgumentException(
                    "Only sparse updates: a full one clears what it omits");
        }
        return write(realm, type, "update", null, body, requestId);
    }

    /// Voids an invoice: exactly these bytes, `{"Id":..,"SyncToken":..}`. It stays with total 0 and
    /// "Voided" in its note.
    public ObjectNode voidInvoice(RealmId realm, byte[] body, String requestId) {
        return write(realm, EntityType.INVOICE, "void", "void", body, requestId);
    }

    /// The invoice as QuickBooks prints it.
    public byte[] pdf(RealmId realm, EntityId invoice) {
        return calls.call(
                new CallSpec(QuotaRequest.quickBooksRead(connection(realm)), "read pdf", false),
                faults,
                bearer -> client.pdf(bearer, realm.value(), invoice.value(), config.minorVersion()),
                answer -> answer.body());
    }

    public ObjectNode companyInfo(RealmId realm) {
        return read(realm, EntityType.COMPANY_INFO, new EntityId(realm.value()));
    }

    public ObjectNode preferences(RealmId realm) {
        return call(
                QuotaRequest.quickBooksRead(connection(realm)),
                "read preferences",
                false,
                bearer ->
                        client.readOnly(
                                bearer,
                                realm.value(),
                                path(EntityType.PREFERENCES),
                                config.minorVersion()),
                answer -> QuickBooksJson.entity(answer, EntityType.PREFERENCES));
    }

    private ObjectNode write(
            RealmId realm,
            EntityType type,
            String verb,
            @Nullable String operation,
            byte[] body,
            String requestId) {
        checkRequestId(requestId, REQUEST_ID_MAX);
        return call(
                QuotaRequest.quickBooksWrite(connection(realm)),
                verb + " " + words(type),
                true,
                bearer ->
                        client.write(
                                bearer,
                                realm.value(),
                                path(type),
                                config.minorVersion(),
                                operation,
                                requestId,
                                body),
                answer -> QuickBooksJson.entity(answer, type));
    }

    private <T> T call(
            QuotaRequest cost,
            String operation,
            boolean mutating,
            Function<String, Response> send,
            Function<JsonNode, T> understand) {
        return calls.call(
                new CallSpec(cost, operation, mutating),
                faults,
                send,
                answer -> understand.apply(answer.json()));
    }

    /// Tax codes fit on one page, and in the USA their ids are words (`TAX`, `NON`).
    private static String order(Select select) {
        return select.type() == EntityType.TAX_CODE ? "" : " ORDERBY Id";
    }

    private static void checkRequestId(String requestId, int lengthMax) {
        if (requestId.isBlank() || requestId.length() > lengthMax) {
            throw new IllegalArgumentException(
                    "A request id has 1 to %d characters here: %s".formatted(lengthMax, requestId));
        }
    }

    private static String path(EntityType type) {
        return type.wireName().toLowerCase(Locale.ROOT);
    }

    private static String words(EntityType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
