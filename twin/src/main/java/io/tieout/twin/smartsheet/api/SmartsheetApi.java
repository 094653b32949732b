package io.tieout.twin.smartsheet.api;

import io.tieout.twin.quota.Window;
import io.tieout.twin.settings.LiveSettings;
import io.tieout.twin.smartsheet.hook.Webhooks;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.smartsheet.token.AppTokens;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.RouteTable;
import io.tieout.twin.wire.VendorApi;
import io.tieout.twin.wire.WireRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The sheets' API: authentication, 300 requests a minute and token, then one of the routes.
@ApplicationScoped
class SmartsheetApi implements VendorApi {
    private static final int PER_MINUTE = 300;
    private static final int HEAVY = 10;
    private static final Set<String> HEAVY_CALLS = Set.of("cell history", "attach file");

    private final Desk desk;
    private final LiveSettings settings;
    private final Clock clock;
    private final RouteTable routes = new RouteTable();
    private final RouteTable open = new RouteTable();
    private final Map<String, Window> quotas = new ConcurrentHashMap<>();

    SmartsheetApi(
            Desk desk, Webhooks webhooks, AppTokens tokens, LiveSettings settings, Clock clock) {
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
        new SheetCalls(desk).addTo(routes);
        new RowCalls(desk).addTo(routes);
        new TalkCalls(desk).addTo(routes);
        new PeopleCalls(desk).addTo(routes);
        new WorkspaceCalls(desk).addTo(routes);
        new HookCalls(desk, webhooks).addTo(routes);
        new TokenCalls(tokens, webhooks).addTo(open);
        new FileCalls(desk, clock).addTo(routes, open);
    }

    @Override
    public String vendor() {
        return "smartsheet";
    }

    @Override
    public String prefix() {
        return "/smartsheet";
    }

    @Override
    public List<String> operations(WireRequest request) {
        var match = match(request);
        return List.of(match == null ? "unknown" : match.operation());
    }

    @Override
    public boolean mutating(WireRequest request) {
        var match = match(request);
        return match != null && match.mutating();
    }

    private RouteTable.@Nullable Match match(WireRequest request) {
        var match = routes.match(request);
        return match == null ? open.match(request) : match;
    }

    @Override
    public Answer handle(WireRequest request) {
        try {
            var free = open.match(request);
            if (free != null) {
                return free.handler().handle(request, free.params());
            }
            var caller = desk.caller(request);
            var match = routes.match(request);
            if (match == null) {
                throw SmartsheetFault.notFound();
            }
            requireScope(request);
            var weight = HEAVY_CALLS.contains(match.operation()) ? HEAVY : 1;
            admit(caller.email(), weight);
            return match.handler().handle(request, match.params());
        } catch (SmartsheetFault fault) {
            return answer(fault);
        }
    }

    /// What an app must have been allowed for reading and for webhooks; writes ask for theirs where
    /// they are made.
    private void requireScope(WireRequest request) {
        switch (request.segments().get(1)) {
            case "webhooks" -> desk.requireScope(request, "ADMIN_WEBHOOKS");
            case "users", "groups" -> desk.requireScope(request, "READ_USERS");
            default -> {
                if (request.method().equals("GET")) {
                    desk.requireScope(request, "READ_SHEETS");
                }
            }
        }
    }

    private void admit(String token, int weight) {
        var quota =
                quotas.computeIfAbsent(token, _ -> new Window(PER_MINUTE, Duration.ofMinutes(1)));
        var now = settings.now();
        if (now.enforceQuota()
                && !quota.admits(now.quotaWindows(), weight, now.quotaFactor(), clock.instant())) {
            throw SmartsheetFault.throttled();
        }
    }

    private static Answer answer(SmartsheetFault fault) {
        return Answer.json(fault.status(), fault.body()).failed(String.valueOf(fault.code()));
    }

    @Override
    public Answer failure(int status, String errorCode, String message) {
        if (status == 429) {
            return answer(SmartsheetFault.throttled());
        }
        var numeric = errorCode.matches("\\d{4}") ? Integer.parseInt(errorCode) : 4000;
        return answer(new SmartsheetFault(status, numeric, message));
    }
}
