package io.tieout.invoice.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.invoice.books.NameKey;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads billing rules; says everything that is wrong with them at once, each with its place.
final class BillingRulesText {
    private final String section;
    private final List<String> errors = new ArrayList<>();

    /// @param section where the rules stand in the text, for messages
    private BillingRulesText(String section) {
        this.section = section;
    }

    static RulesByCompany parse(String json) {
        JsonNode root;
        try {
            root = WireJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidBillingRules(List.of("not JSON: " + e.getOriginalMessage()));
        }
        BillingRulesText general = new BillingRulesText("");
        BillingRules rules = general.rules(root);
        List<String> errors = new ArrayList<>(general.errors);
        Map<RealmId, BillingRules> companies = new LinkedHashMap<>();
        root.path(CompanySection.COMPANIES)
                .properties()
                .forEach(company -> {
                    String at = CompanySection.COMPANIES + "." + company.getKey();
                    BillingRulesText text = new BillingRulesText(at + ".");
                    JsonNode whole = CompanySection.over(root, company.getValue());
                    try {
                        companies.put(new RealmId(company.getKey()), text.rules(whole));
                    } catch (IllegalArgumentException e) {
                        errors.add(at + ": " + e.getMessage());
                    }
                    errors.addAll(text.errors);
                });
        if (!errors.isEmpty()) {
            throw new InvalidBillingRules(errors);
        }
        return new RulesByCompany(rules, companies);
    }

    private BillingRules rules(JsonNode root) {
        CurrencyCode currency = required(root, "currency", CurrencyCode::new, CurrencyCode.USD);
        JsonNode defaults = root.path("defaults");
        Duration quiet =
                required(defaults, "quietPeriod", BillingRulesText::quietPeriod, Duration.ZERO);
        RoundingMode rounding =
                optional(defaults, "rounding", RoundingMode::valueOf, RoundingMode.HALF_UP);
        List<ClientRules> clients = new ArrayList<>();
        for (int i = 0; i < root.path("clients").size(); i++) {
            clients.add(client(root.path("clients").path(i), "clients[" + i + "]", currency));
        }
        return new BillingRules(
                required(root, "version", text -> text, "?"),
                currency,
                quiet,
                text(defaults.path("term")),
                rounding,
                clients,
                tax(root),
                required(root, "expenseItem", text -> text, "?"));
    }

    private TaxRules tax(JsonNode root) {
        JsonNode flags = root.path("taxableFlags");
        if (!flags.isMissingNode() && !flags.isBoolean()) {
            wrong("taxableFlags: must be true or false");
        }
        return new TaxRules(
                flags.asBoolean(false),
                codes(root, "taxByState", state -> state.strip().toUpperCase(Locale.ROOT)),
                code(root.path("exemptTaxCode"), "exemptTaxCode"),
                code(root.path("purchaseTaxCode"), "purchaseTaxCode"),
                codes(root, "purchaseTaxByVendor", NameKey::of));
    }

    private Map<String, EntityId> codes(
            JsonNode root, String field, Function<String, String> comparable) {
        Map<String, EntityId> codes = new LinkedHashMap<>();
        root.path(field)
                .properties()
                .forEach(entry -> {
                    EntityId code = code(entry.getValue(), field + "." + entry.getKey());
                    if (code != null) {
                        codes.put(comparable.apply(entry.getKey()), code);
                    }
                });
        return codes;
    }

    private @Nullable EntityId code(JsonNode node, String at) {
        String text = text(node);
        if (text == null && !node.isMissingNode() && !node.isNull()) {
            wrong(at + ": must be the id of a tax code");
        }
        return text == null ? null : new EntityId(text);
    }

    private void wrong(String what) {
        errors.add(section + what);
    }

    private ClientRules client(JsonNode node, String at, CurrencyCode ofRules) {
        CurrencyCode currency = optional(node, "currency", CurrencyCode::new, ofRules);
        Map<String, Money> rates = new LinkedHashMap<>();
        node.path("rates")
                .properties()
                .forEach(rate -> {
                    Money price = money(rate.getValue(), at + ".rates." + rate.getKey(), currency);
                    if (price != null) {
                        rates.put(rate.getKey(), price);
                    }
                });
        Money minimum = money(node.path("minimum"), at + ".minimum", currency);
        Money cap = money(node.path("cap"), at + ".cap", currency);
        if (minimum != null && cap != null && minimum.compareTo(cap) > 0) {
            wrong(at + ": the minimum is above the cap");
        }
        Percent markup = optional(node, "markupPercent", BillingRulesText::markup, Percent.ZERO);
        GroupBy groupBy =
                optional(
                        node,
                        "groupBy",
                        text -> GroupBy.valueOf(text.toUpperCase(Locale.ROOT)),
                        GroupBy.ROW);
        return new ClientRules(
                required(node, "customer", text -> text, "?"),
                currency,
                rates,
                minimum,
                cap,
                markup,
                groupBy);
    }

    private @Nullable Money money(JsonNode node, String at, CurrencyCode currency) {
        String text = text(node);
        if (text == null) {
            return null;
        }
        try {
            Money money = Money.of(text, currency);
            if (!money.isNegative()) {
                return money;
            }
            wrong(at + ": must not be negative, got " + text);
        } catch (NumberFormatException e) {
            wrong(at + ": not an amount: " + text);
        } catch (ArithmeticException | IllegalArgumentException e) {
            wrong(at + ": out of range or too many decimals: " + text);
        }
        return null;
    }

    private <T> T required(JsonNode node, String field, Function<String, T> read, T otherwise) {
        if (text(node.path(field)) == null) {
            wrong(field + ": missing");
            return otherwise;
        }
        return optional(node, field, read, otherwise);
    }

    private <T> T optional(JsonNode node, String field, Function<String, T> read, T otherwise) {
        String text = text(node.path(field));
        if (text == null) {
            return otherwise;
        }
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            wrong(field + ": cannot be " + text);
            return otherwise;
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank()
                ? node.asText()
                : null;
    }

    private static Duration quietPeriod(String text) {
        Duration period = Duration.parse(text);
        if (period.isNegative() || period.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException("between nothing and 7 days");
        }
        return period;
    }

    private static Percent markup(String text) {
        Percent percent = new Percent(new BigDecimal(text));
        if (percent.value().signum() < 0 || percent.value().compareTo(new BigDecimal(1000)) > 0) {
            throw new IllegalArgumentException("between 0 and 1000");
        }
        return percent;
    }
}
