package io.tieout.console.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tieout.console.ConsoleConfig;
import io.tieout.model.id.Uuid7;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at every request first: gives it a correlation id, answers with a strict content security
/// policy, and refuses a change that another site's page asked for.
@ApplicationScoped
public class RequestGuard {
    /// Where the correlation id of a request is kept.
    public static final String CORRELATION = "tieout-correlation";

    private static final int BEFORE_EVERYTHING = 1_000;
    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private final URI url;
    private final Clock clock;

    RequestGuard(ConsoleConfig config, Clock clock) {
        this.url = config.url();
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, BEFORE_EVERYTHING);
    }

    private void look(RoutingContext context) {
        String correlation = Uuid7.at(clock.instant()).toString();
        context.put(CORRELATION, correlation);
        context.response()
                .putHeader("X-Correlation-Id", correlation)
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (READING.contains(context.request().method()) || isOurs(context.request())) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(403)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end(
                            "This change was not asked for by a page of the console itself, so"
                                    + " nothing was done. Correlation id: "
                                    + correlation
                                    + "\n");
        }
    }

    /// What the browser says about where the request comes from; no browser, no cookie to abuse.
    private boolean isOurs(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return isOurs(origin, request);
        }
        return request.getHeader("Authorization") != null && request.getHeader("Cookie") == null;
    }

    private boolean isOurs(String origin, HttpServerRequest request) {
        try {
            String authority = authority(URI.create(origin));
            String host = request.getHeader("Host");
            return authority != null
                    && (authority.equals(authority(url)) || authority.equals(host));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static @Nullable String authority(URI uri) {
        return uri.getRawAuthority();
    }
}
