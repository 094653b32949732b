package io.tieout.audit.hearing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import io.tieout.audit.AuditConfig;
import io.tieout.audit.facts.Names;
import io.tieout.audit.review.BillingTerms;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The billing rules that audit checks against, read once at start and by code of its own.
@ApplicationScoped
@Startup
class BillingTermsFile {
    private final TermsByCompany terms;

    BillingTermsFile(AuditConfig config) {
        this.terms =
                config.billingRulesFile()
                        .map(BillingTermsFile::read)
                        .orElse(new TermsByCompany(BillingTerms.NONE, Map.of()));
    }

    BillingTerms of(RealmId realm) {
        return terms.of(realm);
    }

    private static TermsByCompany read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the billing rules " + file, e);
        }
    }

    static TermsByCompany parse(String json) throws IOException {
        JsonNode root = WireJson.mapper().readTree(json);
        Map<RealmId, BillingTerms> companies = new HashMap<>();
        root.path("companies")
                .properties()
                .forEach(company ->
                        companies.put(
                                new RealmId(company.getKey()), terms(root, company.getValue())));
        return new TermsByCompany(terms(root, root), companies);
    }

    /// A company's section goes before the general part. Tax codes are never another company's, and
    /// prices never in another currency.
    private static BillingTerms terms(JsonNode general, JsonNode section) {
        JsonNode currency = section.path("currency");
        boolean sameCurrency =
                currency.isMissingNode() || currency.equals(general.path("currency"));
        JsonNode listed =
                section.has("clients") || !sameCurrency
                        ? section.path("clients")
                        : general.path("clients");
        String unit = currency.asText(general.path("currency").asText(CurrencyCode.USD.value()));
        Map<String, BillingTerms.Client> clients = new HashMap<>();
        for (JsonNode client : listed) {
            clients.put(Names.normal(client.path("customer").asText()), client(client, unit));
        }
        String expense = text(section.path("expenseItem"));
        return new BillingTerms(
                clients,
                new BillingTerms.Tax(
                        section.path("taxableFlags").asBoolean(false),
                        texts(
                                section.path("taxByState"),
                                place -> place.strip().toUpperCase(Locale.ROOT)),
                        text(section.path("exemptTaxCode")),
                        text(section.path("purchaseTaxCode")),
                        texts(section.path("purchaseTaxByVendor"), Names::normal)),
                expense == null ? text(general.path("expenseItem")) : expense);
    }

    private static Map<String, String> texts(JsonNode node, UnaryOperator<String> comparable) {
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(entry ->
                        texts.put(comparable.apply(entry.getKey()), entry.getValue().asText()));
        return texts;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank()
                ? node.asText()
                : null;
    }

    /// @param ofRules what amounts are in that do not say so
    private static BillingTerms.Client client(JsonNode node, String ofRules) {
        CurrencyCode currency = new CurrencyCode(node.path("currency").asText(ofRules));
        Map<String, Money> rates = new HashMap<>();
        node.path("rates")
                .properties()
                .forEach(rate ->
                        rates.put(
                                Names.normal(rate.getKey()),
                                Money.of(rate.getValue().asText(), currency)));
        String markup = text(node.path("markupPercent"));
        return new BillingTerms.Client(
                rates,
                amount(node.path("minimum"), currency),
                amount(node.path("cap"), currency),
                markup == null ? BigDecimal.ZERO : new BigDecimal(markup));
    }

    private static @Nullable Money amount(JsonNode node, CurrencyCode currency) {
        String text = text(node);
        return text == null ? null : Money.of(text, currency);
    }
}
