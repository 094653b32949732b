package io.tieout.launcher.connect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where the vendor sends the browser back to: a page on this machine, for as long as it takes.
/// What comes without the state that was given out is somebody else's and is turned away.
final class Landing implements AutoCloseable {
    private static final String PATH = "/callback";

    private final HttpServer server;
    private final CompletableFuture<HttpExchange> arrival = new CompletableFuture<>();
    private volatile String state = "";

    private Landing(HttpServer server) {
        this.server = server;
    }

    static Landing open(int port) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            Landing landing = new Landing(server);
            server.createContext("/", landing::receive);
            server.start();
            return landing;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Port %d on this machine is in use; choose another one that the app is registered with: --redirect-port."
                            .formatted(port),
                    e);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + PATH;
    }

    void expect(String givenOut) {
        state = givenOut;
    }

    /// What the browser came back with; empty when nobody came in time.
    Optional<Map<String, String>> await(Duration time) {
        try {
            return Optional.of(
                    parameters(
                            arrival.get(time.toMillis(), TimeUnit.MILLISECONDS)
                                    .getRequestURI()
                                    .getRawQuery()));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the person's browser shows in the end.
    void show(String sentence) {
        HttpExchange exchange = arrival.getNow(null);
        if (exchange != null) {
            answer(exchange, 200, sentence);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            answer(exchange, 404, "There is nothing here.");
            return;
        }
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        if (state.isEmpty() || !state.equals(parameters.get("state"))) {
            answer(exchange, 400, "This sign-in was not begun here.");
        } else if (!arrival.complete(exchange)) {
            answer(exchange, 409, "This sign-in is over.");
        }
    }

    static Map<String, String> parameters(String rawQuery) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (rawQuery != null) {
            for (String part : rawQuery.split("&")) {
                int at = part.indexOf('=');
                if (at > 0) {
                    parameters.put(decode(part.substring(0, at)), decode(part.substring(at + 1)));
                }
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String sentence) {
        byte[] page =
                """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Tieout</title>
                <body><p>%s</p><p>You can close this page.</p></body></html>
                """
                        .formatted(sentence.replace("&", "&amp;").replace("<", "&lt;"))
                        .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
        } catch (IOException _) {
            // The browser has gone; the sign-in does not depend on it.
        }
    }
}
