package io.tieout.invoice.rules;

import java.util.List;

/// The billing rules cannot be used; the service does not start with them.
final class InvalidBillingRules extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidBillingRules(List<String> errors) {
        super("The billing rules are not usable: " + String.join("; ", errors));
    }
}
