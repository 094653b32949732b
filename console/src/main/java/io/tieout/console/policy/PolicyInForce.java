package io.tieout.console.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The policy as audit-service states it; what it does not state is empty.
@JsonIgnoreProperties(ignoreUnknown = true)
record PolicyInForce(
        String version,
        int phase,
        Map<String, Integer> phaseOfProjects,
        Map<String, Integer> phaseOfKinds,
        String currency,
        Map<String, BigDecimal> approverAbove,
        Map<String, BigDecimal> aloneUpTo,
        Map<String, Limits> inOtherCurrencies,
        List<String> sheets,
        List<String> accounts,
        @Nullable Duration releaseGoodFor) {
    /// The limits of one more currency, by kind.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Limits(Map<String, BigDecimal> approverAbove, Map<String, BigDecimal> aloneUpTo) {
        Limits {
            approverAbove = Objects.requireNonNullElse(approverAbove, Map.of());
            aloneUpTo = Objects.requireNonNullElse(aloneUpTo, Map.of());
        }
    }

    PolicyInForce {
        currency = Objects.requireNonNullElse(currency, "USD");
        inOtherCurrencies = Objects.requireNonNullElse(inOtherCurrencies, Map.of());
        version = Objects.requireNonNullElse(version, "");
        phaseOfProjects = Objects.requireNonNullElse(phaseOfProjects, Map.of());
        phaseOfKinds = Objects.requireNonNullElse(phaseOfKinds, Map.of());
        approverAbove = Objects.requireNonNullElse(approverAbove, Map.of());
        aloneUpTo = Objects.requireNonNullElse(aloneUpTo, Map.of());
        sheets = Objects.requireNonNullElse(sheets, List.of());
        accounts = Objects.requireNonNullElse(accounts, List.of());
    }
}
