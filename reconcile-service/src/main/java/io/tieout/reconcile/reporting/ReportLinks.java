package io.tieout.reconcile.reporting;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.ReconcileConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where people find a project's variance report; the same address for ever.
@ApplicationScoped
public class ReportLinks {
    private final String console;

    ReportLinks(ReconcileConfig config) {
        this.console = config.consoleUrl().toString().replaceAll("/+$", "");
    }

    public String of(RealmId realm, String project) {
        return "%s/reports/%s/project?project=%s"
                .formatted(console, realm, URLEncoder.encode(project, StandardCharsets.UTF_8));
    }
}
