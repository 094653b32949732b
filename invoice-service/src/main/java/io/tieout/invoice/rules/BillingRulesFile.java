package io.tieout.invoice.rules;

import io.quarkus.runtime.Startup;
import io.tieout.invoice.InvoiceConfig;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// The billing rules that this service runs with, read once at start.
@ApplicationScoped
@Startup
public class BillingRulesFile {
    private final RulesByCompany rules;

    BillingRulesFile(InvoiceConfig config) {
        try {
            this.rules = BillingRulesText.parse(Files.readString(config.billingRulesFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the billing rules at " + config.billingRulesFile(), e);
        }
    }

    public BillingRules of(RealmId realm) {
        return rules.of(realm);
    }
}
