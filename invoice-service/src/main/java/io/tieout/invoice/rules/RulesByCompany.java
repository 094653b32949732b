package io.tieout.invoice.rules;

import io.tieout.model.id.RealmId;
import java.util.Map;

/// The billing rules of every company: its own, else the general ones.
public record RulesByCompany(BillingRules general, Map<RealmId, BillingRules> companies) {
    public RulesByCompany {
        companies = Map.copyOf(companies);
    }

    public BillingRules of(RealmId realm) {
        return companies.getOrDefault(realm, general);
    }
}
