package io.tieout.audit.hearing;

import io.tieout.audit.review.BillingTerms;
import io.tieout.model.id.RealmId;
import java.util.Map;

/// The billing rules of each company that has its own, and of all others.
record TermsByCompany(BillingTerms general, Map<RealmId, BillingTerms> companies) {
    TermsByCompany {
        companies = Map.copyOf(companies);
    }

    BillingTerms of(RealmId realm) {
        return companies.getOrDefault(realm, general);
    }
}
