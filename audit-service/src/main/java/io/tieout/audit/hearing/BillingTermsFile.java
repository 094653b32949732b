package io.tieout.audit.hearing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import io.tieout.audit.AuditConfig;
import io.tieout.audit.facts.Names;
import io.tieout.audit.review.BillingTerms;
import io.tieout.kit.json.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The billing rules that audit checks against, read once at start and by code of its own.
@ApplicationScoped
@Startup
class BillingTermsFile {
    private final BillingTerms terms;

    BillingTermsFile(AuditConfig config) {
        this.terms =
                config.billingRulesFile().map(BillingTermsFile::read).orElse(BillingTerms.NONE);
    }

    BillingTerms terms() {
        return terms;
    }

    private static BillingTerms read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the billing rules " + file, e);
        }
    }

    static BillingTerms parse(String json) throws IOException {
        JsonNode root = WireJson.mapper().readTree(json);
        Map<String, BillingTerms.Client> clients = new HashMap<>();
        for (JsonNode client : root.path("clients")) {
            clients.put(Names.normal(client.path("customer").asText()), client(client));
        }
        Map<String, String> taxByState = new HashMap<>();
        root.path("taxByState")
                .properties()
                .forEach(state ->
                        taxByState.put(
                                state.getKey().toUpperCase(Locale.ROOT),
                                state.getValue().asText()));
        JsonNode expense = root.path("expenseItem");
        return new BillingTerms(clients, taxByState, expense.isTextual() ? expense.asText() : null);
    }

    private static BillingTerms.Client client(JsonNode node) {
        Map<String, BigDecimal> rates = new HashMap<>();
        node.path("rates")
                .properties()
                .forEach(rate ->
                        rates.put(
                                Names.normal(rate.getKey()),
                                new BigDecimal(rate.getValue().asText())));
        BigDecimal markup = amount(node.path("markupPercent"));
        return new BillingTerms.Client(
                rates,
                amount(node.path("minimum")),
                amount(node.path("cap")),
                markup == null ? BigDecimal.ZERO : markup);
    }

    private static @Nullable BigDecimal amount(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.asText().isBlank()
                ? null
                : new BigDecimal(node.asText());
    }
}
