package io.tieout.twin.smartsheet.api;

import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.hook.Webhooks;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.RouteTable;
import io.tieout.twin.wire.RouteTable.Params;
import io.tieout.twin.wire.WireRequest;

/// Subscriptions; they configure how the vendor talks to us and change no business data.
final class HookCalls {
    private final Desk desk;
    private final Webhooks webhooks;

    HookCalls(Desk desk, Webhooks webhooks) {
        this.desk = desk;
        this.webhooks = webhooks;
    }

    void addTo(RouteTable routes) {
        routes.reads("2.0/webhooks", "list webhooks", (request, _) -> list(request))
                .reads(
                        "2.0/webhooks/{hook}",
                        "get webhook",
                        (request, params) ->
                                Answer.ok(webhooks.get(id(params), desk.caller(request))))
                .configures(
                        "POST", "2.0/webhooks", "create webhook", (request, _) -> create(request))
                .configures("PUT", "2.0/webhooks/{hook}", "update webhook", this::update)
                .configures("DELETE", "2.0/webhooks/{hook}", "delete webhook", this::delete)
                .configures(
                        "POST",
                        "2.0/webhooks/{hook}/resetsharedsecret",
                        "reset webhook secret",
                        this::resetSecret);
    }

    private static long id(Params params) {
        return Desk.id(params.get("hook"));
    }

    /// Counters are -1 by design of the vendor: readers page until a page is short.
    private Answer list(WireRequest request) {
        var mine = webhooks.list(desk.caller(request), desk.isApp(request));
        var page = Desk.page(request, mine, false);
        return Answer.ok(page.put("totalPages", -1).put("totalCount", -1));
    }

    private Answer create(WireRequest request) {
        var caller = desk.caller(request);
        return Answer.ok(
                Desk.success(webhooks.create(Desk.json(request), caller, desk.isApp(request))));
    }

    private Answer update(WireRequest request, Params params) {
        try {
            return Answer.ok(
                    Desk.success(
                            webhooks.update(id(params), Desk.json(request), desk.caller(request))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }

    private Answer delete(WireRequest request, Params params) {
        webhooks.delete(id(params), desk.caller(request));
        return Answer.ok(Desk.success(null));
    }

    private Answer resetSecret(WireRequest request, Params params) {
        var secret = webhooks.resetSecret(id(params), desk.caller(request));
        return Answer.ok(Desk.success(Json.object().put("sharedSecret", secret)));
    }
}
