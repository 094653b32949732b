package io.tieout.connectors.health;

import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.fault.Complaint;
import io.tieout.connectors.fault.Complaints;
import io.tieout.connectors.quota.Quota;
import io.tieout.connectors.token.ConnectionStatus;
import io.tieout.connectors.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Every connection with its health.
@ApplicationScoped
public class ConnectionViews {
    private final Tokens tokens;
    private final Complaints complaints;
    private final Quota quota;
    private final ConnectorsConfig config;
    private final Clock clock;

    ConnectionViews(
            Tokens tokens,
            Complaints complaints,
            Quota quota,
            ConnectorsConfig config,
            Clock clock) {
        this.tokens = tokens;
        this.complaints = complaints;
        this.quota = quota;
        this.config = config;
        this.clock = clock;
    }

    public List<ConnectionView> all() {
        Instant now = clock.instant();
        List<ConnectionStatus> statuses = tokens.statuses();
        List<Complaint> held = complaints.all();
        ConnectionCheck.Budget budget = budget(statuses);
        return statuses.stream().map(status -> view(status, held, budget, now)).toList();
    }

    /// What is used of the billed reads this month, all companies together.
    public ConnectionCheck.Budget budget() {
        return budget(tokens.statuses());
    }

    private ConnectionCheck.Budget budget(List<ConnectionStatus> statuses) {
        long used =
                statuses.stream()
                        .filter(status -> status.vendor() == Vendor.QUICKBOOKS)
                        .mapToLong(status -> quota.meteredCalls(status.connection(), month()))
                        .sum();
        return new ConnectionCheck.Budget(used, config.quickbooks().meteredCallsPerMonth());
    }

    private ConnectionView view(
            ConnectionStatus status,
            List<Complaint> held,
            ConnectionCheck.Budget budget,
            Instant now) {
        boolean books = status.vendor() == Vendor.QUICKBOOKS;
        List<Complaint> own =
                held.stream()
                        .filter(complaint -> complaint.connection().equals(status.connection()))
                        .toList();
        return new ConnectionView(
                status.connection().value(),
                status.vendor().label(),
                status.state().name(),
                status.stateSince(),
                Duration.between(status.rotatedAt(), now).toSeconds(),
                status.expiresAt(),
                status.refreshExpiresAt(),
                status.hardExpiresAt(),
                status.scopes(),
                quota.pausedUntil(status.connection()).orElse(null),
                headroom(status),
                books ? metered(status) : null,
                books ? config.quickbooks().meteredCallsPerMonth() : null,
                ConnectionCheck.problems(
                        status, scopes(status.vendor()), own, books ? budget : null, now));
    }

    private @Nullable Long metered(ConnectionStatus status) {
        return quota.meteredCalls(status.connection(), month());
    }

    private String scopes(Vendor vendor) {
        return switch (vendor) {
            case QUICKBOOKS -> config.quickbooks().scopes();
            case SMARTSHEET -> config.smartsheet().scopes();
        };
    }

    private Map<String, BigDecimal> headroom(ConnectionStatus status) {
        Map<String, BigDecimal> headroom = new TreeMap<>();
        quota.headroom(status.vendor(), status.connection())
                .forEach((bucket, free) ->
                        headroom.put(
                                bucket,
                                BigDecimal.valueOf(free).setScale(2, RoundingMode.HALF_UP)));
        return headroom;
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }
}
