package io.tieout.twin.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds the operation behind a method and path; the first pattern that fits wins.
public final class RouteTable {
    /// What a route does with a request and the variables of its path.
    @FunctionalInterface
    public interface Handler {
        Answer handle(WireRequest request, Params params);
    }

    /// The variables of a path by name.
    public record Params(Map<String, String> values) {
        public Params {
            values = Map.copyOf(values);
        }

        public String get(String name) {
            return Objects.requireNonNull(values.get(name), name);
        }
    }

    /// A route that fits a request.
    public record Match(String operation, boolean mutating, Handler handler, Params params) {}

    private record Route(
            String method,
            List<String> pattern,
            String operation,
            boolean mutating,
            Handler handler) {
        @Nullable Params fits(List<String> segments) {
            if (segments.size() != pattern.size()) {
                return null;
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < pattern.size(); i++) {
                if (pattern.get(i).startsWith("{")) {
                    values.put(
                            pattern.get(i).substring(1, pattern.get(i).length() - 1),
                            segments.get(i));
                } else if (!pattern.get(i).equals(segments.get(i))) {
                    return null;
                }
            }
            return new Params(values);
        }
    }

    private final List<Route> routes = new ArrayList<>();

    public RouteTable reads(String pattern, String operation, Handler handler) {
        return add("GET", pattern, operation, false, handler);
    }

    /// A call that changes business data.
    public RouteTable writes(String method, String pattern, String operation, Handler handler) {
        return add(method, pattern, operation, true, handler);
    }

    /// A call that changes only how the vendor talks to us, such as a webhook.
    public RouteTable configures(String method, String pattern, String operation, Handler handler) {
        return add(method, pattern, operation, false, handler);
    }

    private RouteTable add(
            String method, String pattern, String operation, boolean mutating, Handler handler) {
        routes.add(new Route(method, List.of(pattern.split("/")), operation, mutating, handler));
        return this;
    }

    public @Nullable Match match(WireRequest request) {
        for (var route : routes) {
            if (route.method().equals(request.method())) {
                var params = route.fits(request.segments());
                if (params != null) {
                    return new Match(route.operation(), route.mutating(), route.handler(), params);
                }
            }
        }
        return null;
    }
}
