package io.tieout.reconcile.billing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import io.tieout.kit.json.WireJson;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.reconcile.ReconcileConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The billing rules as far as rows that people billed by hand are compared by them, read once at
/// start and by code of its own.
@ApplicationScoped
@Startup
public class AgreedPrices {
    private final Prices agreed;

    AgreedPrices(ReconcileConfig config) {
        agreed = config.billingRulesFile().map(AgreedPrices::read).orElse(Prices.NONE);
    }

    public Prices with(Map<String, Money> items) {
        return agreed.with(items);
    }

    private static Prices read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the billing rules " + file, e);
        }
    }

    static Prices parse(String json) throws IOException {
        JsonNode root = WireJson.mapper().readTree(json);
        CurrencyCode currency = new CurrencyCode(root.path("currency").asText("USD"));
        Map<String, Prices.Client> clients = new HashMap<>();
        for (JsonNode client : root.path("clients")) {
            clients.put(
                    Prices.key(client.path("customer").asText()),
                    new Prices.Client(
                            rates(client.path("rates"), currency),
                            markup(client.path("markupPercent"))));
        }
        return new Prices(clients, Map.of());
    }

    private static Percent markup(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank()
                ? new Percent(new BigDecimal(node.asText()))
                : Percent.ZERO;
    }

    private static Map<String, Money> rates(JsonNode node, CurrencyCode currency) {
        Map<String, Money> rates = new HashMap<>();
        node.properties()
                .forEach(rate ->
                        rates.put(
                                Prices.key(rate.getKey()),
                                Money.rounded(
                                        new BigDecimal(rate.getValue().asText()),
                                        currency,
                                        RoundingMode.HALF_UP)));
        return rates;
    }
}
