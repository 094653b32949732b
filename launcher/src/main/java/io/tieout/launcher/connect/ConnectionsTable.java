package io.tieout.launcher.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// Lays a report of connections out for people: a line each, then every problem with its remedy.
public final class ConnectionsTable {
    private static final String NONE = "-";

    private final Instant now;

    public ConnectionsTable(Instant now) {
        this.now = now;
    }

    public List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>();
        String format = "%-34s  %-13s  %9s  %-13s  %-24s  %s";
        lines.add(
                format.formatted(
                        "CONNECTION", "STATE", "TOKEN AGE", "SIGN IN AGAIN", "HEADROOM", "READS"));
        for (JsonNode one : report.path("connections")) {
            lines.add(
                    format.formatted(
                            one.path("connection").asText(),
                            one.path("state").asText(),
                            age(Duration.ofSeconds(one.path("tokenAgeSeconds").asLong())),
                            day(one.path("hardExpiresAt")),
                            headroom(one.path("headroom")),
                            reads(one)));
        }
        companies(report, lines);
        sheets(report, lines);
        problems(report, lines);
        return List.copyOf(lines);
    }

    /// Whether anything needs a person.
    public static boolean isWell(JsonNode report) {
        for (JsonNode one : report.path("connections")) {
            if (!one.path("problems").isEmpty()) {
                return false;
            }
        }
        for (JsonNode sheet : report.path("sheets")) {
            if (!sheet.path("fits").asBoolean(true) || !sheet.path("problems").isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void companies(JsonNode report, List<String> lines) {
        if (!report.path("companies").isEmpty()) {
            lines.add("");
            String format = "%-34s  %-13s  %-12s  %-12s  %s";
            lines.add(
                    format.formatted("COMPANY", "BOOKS", "LAST POLL", "LAST NOTICE", "LAST SWEEP"));
            for (JsonNode one : report.path("companies")) {
                lines.add(
                        format.formatted(
                                one.path("name").asText(one.path("realm").asText()),
                                one.path("loading").asBoolean() ? "loading" : "loaded",
                                ago(one.path("polledAt")),
                                ago(one.path("notifiedAt")),
                                ago(one.path("sweptAt"))));
                trouble(one, lines);
            }
        }
    }

    private void sheets(JsonNode report, List<String> lines) {
        if (!report.path("sheets").isEmpty()) {
            lines.add("");
            String format = "%-34s  %-13s  %-12s  %s";
            lines.add(format.formatted("SHEET", "WEBHOOK", "LAST POLL", "COLUMNS"));
            for (JsonNode one : report.path("sheets")) {
                lines.add(
                        format.formatted(
                                one.path("sheetId").asText(),
                                one.path("webhook").asText("none"),
                                ago(one.path("polledAt")),
                                one.path("fits").asBoolean(true) ? "fit" : "do not fit"));
                trouble(one, lines);
            }
        }
    }

    private static void trouble(JsonNode one, List<String> lines) {
        String trouble = one.path("problem").asText("");
        if (!trouble.isEmpty()) {
            lines.add("    waiting: " + trouble);
        }
    }

    private static void problems(JsonNode report, List<String> lines) {
        List<String> problems = new ArrayList<>();
        for (JsonNode one : report.path("connections")) {
            problems(one.path("connection").asText(), one, problems);
        }
        for (JsonNode one : report.path("sheets")) {
            problems("sheet " + one.path("sheetId").asText(), one, problems);
        }
        lines.add("");
        if (problems.isEmpty()) {
            lines.add("No problems.");
        } else {
            lines.addAll(problems);
        }
    }

    private static void problems(String of, JsonNode one, List<String> lines) {
        for (JsonNode problem : one.path("problems")) {
            lines.add(
                    "%s  %s: %s"
                            .formatted(
                                    problem.path("level").asText(),
                                    of,
                                    problem.path("text").asText()));
            lines.add("         What to do: " + problem.path("remedy").asText());
        }
    }

    private static String reads(JsonNode one) {
        return one.hasNonNull("meteredCalls")
                ? "%d of %d this month"
                        .formatted(
                                one.path("meteredCalls").asLong(),
                                one.path("meteredBudget").asLong())
                : NONE;
    }

    private static String headroom(JsonNode headroom) {
        StringJoiner joined = new StringJoiner(" ");
        headroom.properties()
                .forEach(entry ->
                        joined.add(
                                entry.getKey()
                                        + " "
                                        + Math.round(entry.getValue().asDouble() * 100)
                                        + "%"));
        return joined.length() == 0 ? NONE : joined.toString();
    }

    private static String day(JsonNode instant) {
        return instant.isTextual() ? instant.asText().substring(0, 10) : NONE;
    }

    private String ago(JsonNode instant) {
        return instant.isTextual()
                ? age(Duration.between(Instant.parse(instant.asText()), now)) + " ago"
                : "never";
    }

    static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }
}
