package io.tieout.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Both vendors on one port, just as far as this service uses them.
public final class FakeVendors implements QuarkusTestResourceLifecycleManager {
    public static final String REALM = "9130";
    public static final FakeSheet SHEET = new FakeSheet("41");
    public static final FakeBooks BOOKS = new FakeBooks(REALM);
    public static final KeyPair KEYS = keys();
    private static final List<Request> REQUESTS = new CopyOnWriteArrayList<>();
    private static volatile String base = "";

    private HttpServer server;

    /// A request as it came in.
    public record Request(String method, String path, Map<String, String> query, byte[] body) {
        boolean is(String wantedMethod, String pathPart) {
            return method.equals(wantedMethod) && path.contains(pathPart);
        }
    }

    /// An answer; JSON unless it says otherwise.
    public record Answer(int status, String type, byte[] body) {
        public static Answer json(String json) {
            return new Answer(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
        }

        public static Answer failed(int status, String json) {
            return new Answer(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
        }
    }

    static String base() {
        return base;
    }

    public static List<Request> requests(String pathPart) {
        return REQUESTS.stream().filter(request -> request.path().contains(pathPart)).toList();
    }

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", FakeVendors::handle);
            server.start();
            base = "http://localhost:" + server.getAddress().getPort();
            int httpPort = freePort();
            return Map.of(
                    "quarkus.http.test-port",
                    Integer.toString(httpPort),
                    "tieout.ingest.callback.url",
                    "http://localhost:" + httpPort + "/webhooks/smartsheet",
                    "tieout.ingest.approval.private-key",
                    Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded()),
                    "quarkus.rest-client.smartsheet.url",
                    base + "/2.0",
                    "quarkus.rest-client.quickbooks.url",
                    base,
                    "quarkus.rest-client.quickbooks-oauth.url",
                    base + "/oauth");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void handle(HttpExchange exchange) throws IOException {
        Request request =
                new Request(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        query(exchange.getRequestURI().getRawQuery()),
                        exchange.getRequestBody().readAllBytes());
        REQUESTS.add(request);
        Answer answer = answer(request);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private static Answer answer(Request request) {
        if (request.path().startsWith("/oauth")) {
            return Answer.json(
                    "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":3600,\"token_type\":\"bearer\"}");
        }
        return request.path().startsWith("/2.0") ? SHEET.answer(request) : BOOKS.answer(request);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            Arrays.stream(raw.split("&"))
                    .map(part -> part.split("=", 2))
                    .forEach(part ->
                            query.put(
                                    part[0],
                                    URLDecoder.decode(
                                            part.length > 1 ? part[1] : "",
                                            StandardCharsets.UTF_8)));
        }
        return query;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
