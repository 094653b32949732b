package io.tieout.kit.test;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tieout.kit.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// An OpenAI-compatible endpoint that answers what the test says; `prefix` names the settings that
/// are to point at it.
public final class ScriptedModel implements QuarkusTestResourceLifecycleManager {
    public static final List<String> ASKED = new CopyOnWriteArrayList<>();
    public static volatile String answer = "";
    public static volatile int status = 200;

    private @Nullable HttpServer server;
    private String prefix = "";

    @Override
    public void init(Map<String, String> arguments) {
        prefix = arguments.getOrDefault("prefix", "");
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext(
                    "/v1/chat/completions",
                    exchange -> {
                        ASKED.add(
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8));
                        byte[] body =
                                WireJson.write(
                                        Map.of(
                                                "id",
                                                "1",
                                                "object",
                                                "chat.completion",
                                                "created",
                                                1,
                                                "model",
                                                "m",
                                                "choices",
                                                List.of(
                                                        Map.of(
                                                                "index",
                                                                0,
                                                                "finish_reason",
                                                                "stop",
                                                                "message",
                                                                Map.of(
                                                                        "role",
                                                                        "assistant",
                                                                        "content",
                                                                        answer)))));
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        exchange.sendResponseHeaders(status, body.length);
                        exchange.getResponseBody().write(body);
                        exchange.close();
                    });
            started.start();
            server = started;
            return Map.of(
                    prefix + ".url",
                    "http://localhost:" + started.getAddress().getPort() + "/v1",
                    prefix + ".model",
                    "m");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
        }
    }
}
