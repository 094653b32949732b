package io.tieout.console.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.kit.json.WireJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a service tells about one connection to a vendor. Which facts it tells is the service's
/// business: whatever it names is shown.
///
/// @param state such as `CONNECTED`; empty when it is not said
/// @param facts scalar facts in the order they came
/// @param headroom what is left of each quota, 0 to 1, by the quota's name
/// @param parts lists of like things, such as the webhooks of single sheets
record ConnectionReport(
        String service,
        String connection,
        String state,
        List<Fact> facts,
        List<Fact> headroom,
        List<Part> parts,
        List<Problem> problems) {
    private static final int PARTS_MAX = 200;
    private static final List<String> NAMES = List.of("connection", "id", "name");
    private static final List<String> STATES = List.of("state", "status");
    private static final String VENDOR = "vendor";
    private static final String HEADROOM = "headroom";
    private static final List<String> NOT_WHAT_IT_IS = List.of("code", "level");
    private static final List<String> REMEDIES = List.of("remedy", "whatToDo", "action");

    /// One fact, named as the service names it.
    record Fact(String name, String value) {}

    /// One of several like things.
    record Part(String of, List<Fact> facts) {
        Part {
            facts = List.copyOf(facts);
        }
    }

    /// What is wrong, and what to do about it.
    record Problem(String what, String remedy) {}

    ConnectionReport {
        facts = List.copyOf(facts);
        headroom = List.copyOf(headroom);
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    static List<ConnectionReport> read(String service, String body) {
        try {
            JsonNode json = WireJson.mapper().readTree(body);
            JsonNode list =
                    json.isArray()
                            ? json
                            : json.has("connections")
                                    ? json.path("connections")
                                    : json.path("items");
            List<ConnectionReport> reports = new ArrayList<>();
            for (JsonNode one : list) {
                if (one.isObject()) {
                    reports.add(report(service, one));
                }
            }
            return List.copyOf(reports);
        } catch (IOException _) {
            return List.of();
        }
    }

    private static ConnectionReport report(String service, JsonNode json) {
        List<Fact> facts = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            JsonNode value = field.getValue();
            if (field.getKey().startsWith("problem")) {
                (value.isArray() ? value : List.of(value))
                        .forEach(problem -> problem(problem, problems));
            } else if (value.isArray()) {
                for (JsonNode part : value) {
                    if (parts.size() < PARTS_MAX) {
                        parts.add(new Part(field.getKey(), scalars(field.getKey(), part)));
                    }
                }
            } else if (value.isObject() && !field.getKey().equals(HEADROOM)) {
                facts.addAll(scalars(field.getKey(), value));
            } else if (value.isValueNode()
                    && !value.isNull()
                    && !field.getKey().equals(VENDOR)
                    && !NAMES.contains(field.getKey())
                    && !STATES.contains(field.getKey())) {
                facts.add(new Fact(field.getKey(), value.asText()));
            }
        }
        return new ConnectionReport(
                service,
                first(json, NAMES),
                first(json, STATES),
                facts,
                scalars(HEADROOM, json.path(HEADROOM)),
                parts,
                problems);
    }

    private static List<Fact> scalars(String name, JsonNode json) {
        if (json.isValueNode()) {
            return List.of(new Fact(name, json.asText()));
        }
        List<Fact> facts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                facts.add(new Fact(field.getKey(), field.getValue().asText()));
            }
        }
        return List.copyOf(facts);
    }

    private static void problem(JsonNode json, List<Problem> problems) {
        if (json.isTextual() && !json.asText().isBlank()) {
            problems.add(new Problem(json.asText(), ""));
        } else if (json.isObject()) {
            String remedy = first(json, REMEDIES);
            String what =
                    json.properties().stream()
                            .filter(field ->
                                    field.getValue().isTextual()
                                            && !REMEDIES.contains(field.getKey())
                                            && !NOT_WHAT_IT_IS.contains(field.getKey()))
                            .map(field -> field.getValue().asText())
                            .findFirst()
                            .orElse("Something is wrong with this connection.");
            problems.add(new Problem(what, remedy));
        }
    }

    private static String first(JsonNode json, List<String> names) {
        return names.stream()
                .map(name -> json.path(name).asText(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
