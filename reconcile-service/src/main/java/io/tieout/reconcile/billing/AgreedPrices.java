package io.tieout.reconcile.billing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.runtime.Startup;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RealmId;
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
    private static final String COMPANIES = "companies";

    private final Map<RealmId, Prices> ofCompanies;
    private final Prices general;

    AgreedPrices(ReconcileConfig config) {
        JsonNode rules =
                config.billingRulesFile().map(AgreedPrices::read).orElse(MissingNode.getInstance());
        general = general(rules);
        ofCompanies = ofCompanies(rules);
    }

    public Prices of(RealmId realm, Map<String, Money> items) {
        return ofCompanies.getOrDefault(realm, general).with(items);
    }

    private static JsonNode read(Path file) {
        try {
            return WireJson.mapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the billing rules " + file, e);
        }
    }

    static Prices general(JsonNode rules) {
        return prices(rules, currency(rules, CurrencyCode.USD));
    }

    /// A company's section goes before the general part; prices are never another currency's.
    static Map<RealmId, Prices> ofCompanies(JsonNode rules) {
        CurrencyCode ofAll = currency(rules, CurrencyCode.USD);
        Map<RealmId, Prices> companies = new HashMap<>();
        for (Map.Entry<String, JsonNode> company : rules.path(COMPANIES).properties()) {
            JsonNode section = company.getValue();
            CurrencyCode currency = currency(section, ofAll);
            boolean own = section.has("clients") || !currency.equals(ofAll);
            companies.put(new RealmId(company.getKey()), prices(own ? section : rules, currency));
        }
        return Map.copyOf(companies);
    }

    private static Prices prices(JsonNode rules, CurrencyCode ofRules) {
        Map<String, Prices.Client> clients = new HashMap<>();
        for (JsonNode client : rules.path("clients")) {
            clients.put(
                    Prices.key(client.path("customer").asText()),
                    new Prices.Client(
                            rates(client.path("rates"), currency(client, ofRules)),
                            markup(client.path("markupPercent"))));
        }
        return new Prices(clients, Map.of());
    }

    private static CurrencyCode currency(JsonNode node, CurrencyCode otherwise) {
        return new CurrencyCode(node.path("currency").asText(otherwise.value()));
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
