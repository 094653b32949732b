package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.live.Changes;
import io.tieout.twin.mail.Mailbox;
import io.tieout.twin.oauth.Grants;
import io.tieout.twin.quickbooks.notice.Notifications;
import io.tieout.twin.quickbooks.report.ProfitAndLoss;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.EntityType;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quickbooks.schema.Schema;
import io.tieout.twin.settings.LiveSettings;
import io.tieout.twin.time.VendorTime;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.VendorApi;
import io.tieout.twin.wire.WireRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The accounting API: authentication, quota, then reads and writes of one company.
@ApplicationScoped
class QuickBooksApi implements VendorApi {
    private final Books books;
    private final Grants grants;
    private final LiveSettings settings;
    private final Mailbox mailbox;
    private final Changes changes;
    private final Clock clock;
    private final Ledger ledger;
    private final Map<String, QuickBooksQuota> quotas = new ConcurrentHashMap<>();

    QuickBooksApi(
            Books books,
            Grants grants,
            LiveSettings settings,
            Mailbox mailbox,
            Changes changes,
            Notifications notifications,
            Clock clock) {
        this.books = books;
        this.grants = grants;
        this.settings = settings;
        this.mailbox = mailbox;
        this.changes = changes;
        this.clock = clock;
        this.ledger = new Ledger(clock, notifications::tell);
    }

    @Override
    public String vendor() {
        return "quickbooks";
    }

    @Override
    public String prefix() {
        return "/quickbooks";
    }

    @Override
    public List<String> operations(WireRequest request) {
        return OperationNames.of(request);
    }

    @Override
    public boolean mutating(WireRequest request) {
        return OperationNames.mutating(operations(request));
    }

    @Override
    public Answer handle(WireRequest request) {
        try {
            var realm = authorised(request);
            var quota = quota(realm.id());
            quota.enter(isBatch(request));
            try {
                return route(realm, request);
            } finally {
                quota.leave();
            }
        } catch (QuickBooksFault fault) {
            return fault(fault);
        }
    }

    private Realm authorised(WireRequest request) {
        var segments = request.segments();
        if (segments.size() < 4
                || !segments.get(0).equals("v3")
                || !segments.get(1).equals("company")) {
            throw QuickBooksFault.of(
                    404, "ValidationFault", "500", "Unsupported Operation", request.path());
        }
        var token = request.bearer();
        var owner = token == null ? null : grants.realmOf(token);
        if (token == null || owner == null) {
            throw QuickBooksFault.of(
                    401,
                    "AUTHENTICATION",
                    "3200",
                    "message=AuthenticationFailed; errorCode=003200; statusCode=401",
                    "Token expired or invalid: a bearer token of this company is needed");
        }
        var realm = books.find(segments.get(2));
        if (!grants.opensBooks(token)) {
            throw QuickBooksFault.of(
                    403,
                    "AuthorizationFault",
                    "5020",
                    "Permission Denied Error",
                    "The app was not granted the scope com.intuit.quickbooks.accounting");
        }
        if (!owner.equals(segments.get(2)) || realm == null) {
            throw QuickBooksFault.of(
                    403,
                    "AuthorizationFault",
                    "120",
                    "Authorization Failure",
                    "The token does not belong to company " + segments.get(2));
        }
        if (subscriptionEnded(realm)) {
            throw QuickBooksFault.validation(
                    "6190",
                    "Invalid Company Status",
                    "Subscription period has ended or canceled or there was a billing problem");
        }
        return realm;
    }

    private static boolean subscriptionEnded(Realm realm) {
        synchronized (realm) {
            return realm.subscriptionEnded();
        }
    }

    /// What the company may still be asked for.
    QuickBooksQuota quota(String realm) {
        return quotas.computeIfAbsent(realm, _ -> new QuickBooksQuota(settings, clock));
    }

    private static boolean isBatch(WireRequest request) {
        return request.segments().size() == 4 && request.segments().get(3).equals("batch");
    }

    private Answer route(Realm realm, WireRequest request) {
        var segments = request.segments();
        var first = segments.get(3);
        var get = request.method().equals("GET");
        if (!get && !request.method().equals("POST")) {
            throw QuickBooksFault.unsupported("Method " + request.method());
        }
        return switch (first) {
            case "query" ->
                    answer(
                            new Reads(realm)
                                    .query(get ? request.query("query", "") : request.bodyText()));
            case "cdc" -> capture(realm, request);
            case "batch" -> batch(realm, request);
            case "reports" -> report(realm, request);
            default -> {
                var type = Schema.vendor().byPath(first);
                if (type == null) {
                    throw QuickBooksFault.unsupported("Operation " + first + " is not supported");
                }
                yield get ? read(realm, type, request) : write(realm, type, request);
            }
        };
    }

    private Answer capture(Realm realm, WireRequest request) {
        var entities = request.query("entities");
        var since = request.query("changedSince");
        if (entities == null || since == null) {
            throw QuickBooksFault.missing(entities == null ? "entities" : "changedSince");
        }
        synchronized (realm) {
            var body = Json.object();
            body.set(
                    "CDCResponse",
                    new ChangeCapture(realm, clock.instant()).answer(entities, since));
            return answer(body);
        }
    }

    private Answer report(Realm realm, WireRequest request) {
        var segments = request.segments();
        if (!request.method().equals("GET")
                || segments.size() != 5
                || !segments.get(4).equals("ProfitAndLoss")) {
            throw QuickBooksFault.unsupported("Operation " + request.path() + " is not supported");
        }
        synchronized (realm) {
            return stamped(Answer.ok(ProfitAndLoss.of(realm, request, clock.instant())));
        }
    }

    private Answer read(Realm realm, EntityType type, WireRequest request) {
        var segments = request.segments();
        if (segments.size() == 4 && type.name().equals("Preferences")) {
            return answer(new Reads(realm).entity(type, "1"));
        }
        if (segments.size() == 6 && segments.get(5).equals("pdf")) {
            return stamped(new Reads(realm).pdf(type, segments.get(4)));
        }
        if (segments.size() != 5) {
            throw QuickBooksFault.unsupported("Operation " + request.path() + " is not supported");
        }
        return answer(new Reads(realm).entity(type, segments.get(4)));
    }

    private Answer write(Realm realm, EntityType type, WireRequest request) {
        var deed = deed(type, request);
        var requestId = request.query("requestid");
        Writes.checkRequestId(requestId, Writes.REQUEST_ID_MAX);
        var writes = new Writes(ledger, realm);
        var answer = answer((ObjectNode) writes.once(deed, requestId, null));
        return finished(answer, realm, writes, 1);
    }

    private Answer batch(Realm realm, WireRequest request) {
        var requestId = request.query("requestid");
        Writes.checkRequestId(requestId, Writes.BATCH_REQUEST_ID_MAX);
        var body = json(request);
        var writes = new Writes(ledger, realm);
        var answer = answer(new Batch(realm, writes).run(body, requestId));
        return finished(answer, realm, writes, body.path("BatchItemRequest").size());
    }

    private Answer finished(Answer answer, Realm realm, Writes writes, int items) {
        if (!writes.changes().isEmpty()) {
            changes.fire("books");
            mailSent(realm, writes);
        } else if (writes.replays() > 0) {
            answer.replayed();
        }
        return answer.changed(writes.changes()).items(items);
    }

    /// What the vendor mails to the customer lands in the sink as well.
    private void mailSent(Realm realm, Writes writes) {
        for (var change : writes.changes()) {
            if (change.operation().equals("send invoice")) {
                synchronized (realm) {
                    var invoice = realm.find("Invoice", change.entityId());
                    if (invoice != null) {
                        mailbox.deliver(
                                "quickbooks@notification.example",
                                List.of(invoice.path("BillEmail").path("Address").asText()),
                                "Invoice " + invoice.path("DocNumber").asText(),
                                "Please find your invoice over "
                                        + invoice.path("TotalAmt").asText()
                                        + ".");
                    }
                }
            }
        }
    }

    private static Deed deed(EntityType type, WireRequest request) {
        var segments = request.segments();
        if (segments.size() == 6 && segments.get(5).equals("send")) {
            if (!type.printable()) {
                throw QuickBooksFault.unsupported("Operation send of " + type.name());
            }
            var body = Json.object().put("Id", segments.get(4));
            return new Deed(
                    Deed.SEND, type, body.put("sendTo", request.query("sendTo", "")), Set.of());
        }
        if (segments.size() != 4) {
            throw QuickBooksFault.unsupported("Operation " + request.path() + " is not supported");
        }
        var contentType = request.header("Content-Type");
        if (contentType == null || !contentType.startsWith("application/json")) {
            throw QuickBooksFault.unsupported(
                    "Operation Content-Type " + contentType + " is not supported.");
        }
        if (!(json(request) instanceof ObjectNode body)) {
            throw QuickBooksFault.unknownProperty("body");
        }
        var include = Set.of(request.query("include", "").split(","));
        return new Deed(
                Deed.verb(request.query("operation", ""), include, body), type, body, include);
    }

    private static JsonNode json(WireRequest request) {
        try {
            return request.json();
        } catch (JsonProcessingException e) {
            throw QuickBooksFault.validation(
                    "2010",
                    "Request has invalid or unsupported property",
                    "The body is not JSON: " + e.getOriginalMessage());
        }
    }

    private Answer answer(ObjectNode body) {
        body.put("time", VendorTime.quickBooksMillis(clock.instant()));
        return stamped(Answer.ok(body));
    }

    private static Answer stamped(Answer answer) {
        return answer.header("intuit_tid", "1-" + UUID.randomUUID());
    }

    private Answer fault(QuickBooksFault fault) {
        var body = Json.object();
        body.set("Fault", fault.fault());
        body.put("time", VendorTime.quickBooksMillis(clock.instant()));
        return stamped(Answer.json(fault.status(), body).failed(fault.code()));
    }

    @Override
    public Answer failure(int status, String errorCode, String message) {
        if (status == 429 || errorCode.equals("3001")) {
            return fault(QuickBooksFault.throttled(status == 403 ? 403 : 429));
        }
        var type =
                switch (status / 100) {
                    case 5 -> "SystemFault";
                    default -> status == 401 ? "AUTHENTICATION" : "ValidationFault";
                };
        return fault(QuickBooksFault.of(status, type, errorCode, message, message));
    }
}
