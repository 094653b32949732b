package io.tieout.audit.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.tieout.model.proposal.ProposalState.Status;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/// How many proposals wait for people.
@ApplicationScoped
class AuditMeters {
    private final Lives lives;
    private final MeterRegistry registry;

    AuditMeters(Lives lives, MeterRegistry registry) {
        this.lives = lives;
        this.registry = registry;
    }

    void register(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        gauge("approvals_waiting", Status.AWAITING_APPROVAL);
        gauge("proposals_blocked", Status.BLOCKED);
        gauge("proposals_unknown", Status.UNKNOWN);
        registry.counter("audit_records");
    }

    private void gauge(String name, Status status) {
        registry.gauge(name, this, self -> self.lives.count(status.name()));
    }
}
