package io.tieout.audit.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.proposal.ProposalKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Reads a policy; refuses one that it does not understand.
final class PolicyText {
    private static final int HASH_SHOWN = 8;
    private static final Duration NOT_AFTER_MAX = Duration.ofDays(7);

    private PolicyText() {}

    static Policy parse(String json) {
        JsonNode root;
        try {
            root = WireJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The policy is not JSON: " + e.getOriginalMessage(), e);
        }
        return new Policy(
                version(root, json),
                phases(root),
                currency(root.path("currency").asText(CurrencyCode.USD.value())),
                limits(root),
                otherLimits(root.path("otherCurrencies")),
                new Policy.Pilot(
                        sheets(root.path("pilot").path("sheets")),
                        texts(root.path("pilot").path("accounts"))),
                notAfter(root));
    }

    /// The hash tells two texts apart that were given the same version by mistake.
    private static String version(JsonNode root, String json) {
        String version = root.path("version").asText("");
        if (version.isBlank()) {
            throw new IllegalArgumentException("The policy has no version");
        }
        String hash = CanonicalJson.sha256(json.getBytes(StandardCharsets.UTF_8));
        return version + "+" + hash.substring(0, HASH_SHOWN);
    }

    private static Policy.Phases phases(JsonNode root) {
        Map<String, Integer> projects = new HashMap<>();
        root.path("projects")
                .properties()
                .forEach(one -> projects.put(one.getKey(), phase(one.getValue())));
        Map<ProposalKind, Integer> kinds = new EnumMap<>(ProposalKind.class);
        root.path("kinds")
                .properties()
                .forEach(one -> kinds.put(kind(one.getKey()), phase(one.getValue())));
        return new Policy.Phases(phase(root.path("phase")), projects, kinds);
    }

    private static int phase(JsonNode node) {
        int phase = node.asInt(0);
        if (phase < Policy.READ_ONLY || phase > Policy.CONDITIONAL_AUTOMATION) {
            throw new IllegalArgumentException("A phase is 1, 2 or 3, not " + node);
        }
        return phase;
    }

    private static Policy.Limits limits(JsonNode node) {
        return new Policy.Limits(amounts(node.path("thresholds")), amounts(node.path("automatic")));
    }

    private static Map<CurrencyCode, Policy.Limits> otherLimits(JsonNode node) {
        Map<CurrencyCode, Policy.Limits> others = new HashMap<>();
        node.properties()
                .forEach(one -> others.put(currency(one.getKey()), limits(one.getValue())));
        return others;
    }

    private static CurrencyCode currency(String code) {
        try {
            return new CurrencyCode(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The policy names a currency that there is not: " + code, e);
        }
    }

    private static Map<ProposalKind, BigDecimal> amounts(JsonNode node) {
        Map<ProposalKind, BigDecimal> amounts = new EnumMap<>(ProposalKind.class);
        node.properties()
                .forEach(one -> {
                    // thresholds of kinds still to come are no error
                    if (isKind(one.getKey())) {
                        amounts.put(kind(one.getKey()), new BigDecimal(one.getValue().asText()));
                    }
                });
        return amounts;
    }

    private static boolean isKind(String name) {
        for (ProposalKind kind : ProposalKind.values()) {
            if (isNamed(kind, name)) {
                return true;
            }
        }
        return false;
    }

    private static ProposalKind kind(String name) {
        for (ProposalKind kind : ProposalKind.values()) {
            if (isNamed(kind, name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("The policy names an unknown kind: " + name);
    }

    /// `journalEntry` as well as `JOURNAL_ENTRY`.
    private static boolean isNamed(ProposalKind kind, String name) {
        return kind.name().replace("_", "").equalsIgnoreCase(name.replace("_", ""));
    }

    private static Set<SheetId> sheets(JsonNode node) {
        Set<SheetId> sheets = new HashSet<>();
        texts(node).forEach(text -> sheets.add(new SheetId(text)));
        return sheets;
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new HashSet<>();
        node.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static Duration notAfter(JsonNode root) {
        Duration notAfter = Duration.parse(root.path("notAfter").asText("PT15M"));
        if (notAfter.isNegative() || notAfter.isZero() || notAfter.compareTo(NOT_AFTER_MAX) > 0) {
            throw new IllegalArgumentException(
                    "notAfter must be more than nothing and at most 7 days, not " + notAfter);
        }
        return notAfter;
    }
}
