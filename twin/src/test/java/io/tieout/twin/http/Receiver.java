package io.tieout.twin.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tieout.twin.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The other end of a webhook: answers challenges unless told not to, and keeps what it is told.
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private volatile int challenges;
    volatile boolean answersChallenges = true;
    volatile int status = 200;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var challenge = exchange.getRequestHeaders().getFirst("Smartsheet-Hook-Challenge");
        if (challenge == null) {
            told.add(Json.parse(body));
        } else {
            challenges++;
            if (answersChallenges) {
                exchange.getResponseHeaders().set("Smartsheet-Hook-Response", challenge);
            }
        }
        exchange.sendResponseHeaders(challenge == null ? status : 200, -1);
        exchange.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    List<JsonNode> told() {
        return told;
    }

    int challenges() {
        return challenges;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
