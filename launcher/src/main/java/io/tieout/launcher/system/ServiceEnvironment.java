package io.tieout.launcher.system;

import io.tieout.launcher.port.Listener;
import io.tieout.launcher.port.PortPlan;
import io.tieout.launcher.secret.Secrets;
import io.tieout.model.topic.Services;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What each part is told through its environment. A secret goes only to those who need it.
final class ServiceEnvironment {
    /// The owner of all schemas; each service migrates its own schema under this role.
    static final String OWNER = "tieout_owner";

    // Notifications come in seconds; these are for what they miss.
    private static final String BOOKS_INTERVAL = "PT20S";
    private static final String SHEETS_INTERVAL = "PT20S";
    private static final String CARE_INTERVAL = "PT5S";
    private static final String SHEETS_PATIENCE = "PT2S";
    private static final String TELLING_PATIENCE = "PT3S";
    private static final String COMPANY = "PT0.3S";

    private final PortPlan ports;
    private final Secrets secrets;
    private final Path configuration;
    private final Path state;

    ServiceEnvironment(PortPlan ports, Secrets secrets, Path configuration, Path state) {
        this.ports = ports;
        this.secrets = secrets;
        this.configuration = configuration;
        this.state = state;
    }

    Map<String, String> of(Part part) {
        Map<String, String> all = new HashMap<>();
        all.put("TIEOUT_HTTP_HOST", "127.0.0.1");
        all.put("TIEOUT_HTTP_PORT", Integer.toString(ports.of(part.listener())));
        all.put("TIEOUT_CONSOLE_URL", ports.httpUrl(Listener.CONSOLE));
        switch (part) {
            case TWIN -> twin(all);
            case INGEST -> {
                common(part, all);
                vendors(all);
                all.put("TIEOUT_INGEST_PRIVATE_KEY", secrets.keysOf(Services.INGEST).privateKey());
                all.put(
                        "TIEOUT_CALLBACK_URL",
                        ports.httpUrl(Listener.INGEST) + "/webhooks/smartsheet");
                all.put("TIEOUT_QUICKBOOKS_VERIFIER_TOKEN", Harbor.QUICKBOOKS_VERIFIER_TOKEN);
                all.put("TIEOUT_CDC_INTERVAL", BOOKS_INTERVAL);
                all.put("TIEOUT_PROFIT_AND_LOSS_INTERVAL", BOOKS_INTERVAL);
                all.put("TIEOUT_SWEEP_INTERVAL", SHEETS_INTERVAL);
                all.put("TIEOUT_SWEEP_SHARE", "1");
                all.put("TIEOUT_DISCOVERY_INTERVAL", CARE_INTERVAL);
                all.put("TIEOUT_WEBHOOK_CHECK_INTERVAL", CARE_INTERVAL);
                all.put("TIEOUT_CONNECTION_CHECK_INTERVAL", CARE_INTERVAL);
                all.put("TIEOUT_SWEEP_PATIENCE", SHEETS_PATIENCE);
                file(all, "TIEOUT_MAPPING_FILE", "mapping.json");
                file(all, "TIEOUT_PEOPLE_FILE", "people.json");
            }
            case INVOICE -> {
                common(part, all);
                model(all);
                all.put("TIEOUT_LINK_SECRET", secrets.linkSecret());
                file(all, "TIEOUT_BILLING_RULES_FILE", "billing-rules.json");
            }
            case RECONCILE -> {
                common(part, all);
                model(all);
                file(all, "TIEOUT_BILLING_RULES_FILE", "billing-rules.json");
                file(all, "TIEOUT_FINANCE_REVIEW_FILE", "finance-review.json");
                all.put("TIEOUT_TELLING_PATIENCE", TELLING_PATIENCE);
            }
            case AUDIT -> {
                common(part, all);
                all.put("TIEOUT_AUDIT_PRIVATE_KEY", secrets.keysOf(Services.AUDIT).privateKey());
                all.put("TIEOUT_AUDIT_PUBLIC_KEY", secrets.keysOf(Services.AUDIT).publicKey());
                all.put("TIEOUT_CONSOLE_PUBLIC_KEY", secrets.keysOf(Services.CONSOLE).publicKey());
                all.put("TIEOUT_INGEST_PUBLIC_KEY", secrets.keysOf(Services.INGEST).publicKey());
                all.put("TIEOUT_AUDIT_ANCHOR_FILE", state.resolve("audit-heads.ndjson").toString());
                file(all, "TIEOUT_BILLING_RULES_FILE", "billing-rules.json");
                file(all, "TIEOUT_POLICY_FILE", "policy.json");
                file(all, "TIEOUT_FINANCE_REVIEW_FILE", "finance-review.json");
                file(all, "TIEOUT_PEOPLE_FILE", "people.json");
            }
            case WRITEBACK -> {
                common(part, all);
                vendors(all);
                all.put("TIEOUT_AUDIT_PUBLIC_KEY", secrets.keysOf(Services.AUDIT).publicKey());
                all.put("TIEOUT_REALM_LINGER", COMPANY);
                all.put("TIEOUT_SHEET_LINGER", COMPANY);
                all.put("TIEOUT_MAIL_FROM", Harbor.MAIL_FROM);
                all.put("TIEOUT_SMTP_HOST", "localhost");
                all.put("TIEOUT_SMTP_PORT", Integer.toString(ports.of(Listener.TWIN_MAIL)));
            }
            case CONSOLE -> {
                common(part, all);
                all.put(
                        "TIEOUT_CONSOLE_PRIVATE_KEY",
                        secrets.keysOf(Services.CONSOLE).privateKey());
                all.put("TIEOUT_LINK_SECRET", secrets.linkSecret());
                all.put("TIEOUT_DEMO_USERS_SHOWN", "true");
                all.put("TIEOUT_AUDIT_URL", ports.httpUrl(Listener.AUDIT));
                all.put("TIEOUT_INGEST_URL", ports.httpUrl(Listener.INGEST));
                all.put("TIEOUT_INVOICE_URL", ports.httpUrl(Listener.INVOICE));
                all.put("TIEOUT_RECONCILE_URL", ports.httpUrl(Listener.RECONCILE));
                all.put("TIEOUT_WRITEBACK_URL", ports.httpUrl(Listener.WRITEBACK));
                file(all, "TIEOUT_PEOPLE_FILE", "people.json");
            }
        }
        return Map.copyOf(all);
    }

    private void common(Part part, Map<String, String> all) {
        all.put("TIEOUT_KAFKA", "127.0.0.1:" + ports.of(Listener.KAFKA));
        all.put("TIEOUT_KAFKA_USER", part.module());
        all.put("TIEOUT_KAFKA_PASSWORD", secrets.password(part.module()));
        all.put(
                "TIEOUT_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + ports.of(Listener.POSTGRES) + "/tieout");
        all.put("TIEOUT_DB_USER", part.databaseRole());
        all.put("TIEOUT_DB_PASSWORD", secrets.password(part.databaseRole()));
        all.put("TIEOUT_DB_OWNER_USER", OWNER);
        all.put("TIEOUT_DB_OWNER_PASSWORD", secrets.password(OWNER));
        all.put("TIEOUT_REALM", Harbor.REALM);
        // Whatever was under way is read again: waiting for it channel by channel only takes time.
        all.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GRACEFUL_SHUTDOWN", "false");
    }

    private void twin(Map<String, String> all) {
        all.put("TIEOUT_TWIN_SMTP_PORT", Integer.toString(ports.of(Listener.TWIN_MAIL)));
        all.put("TIEOUT_TWIN_STATE", state.resolve("twin.json").toString());
        all.put("TIEOUT_TWIN_SMARTSHEET_TOKEN", Harbor.SMARTSHEET_TOKEN);
        all.put("TIEOUT_TWIN_OAUTH_CLIENT_ID", Harbor.QUICKBOOKS_CLIENT_ID);
        all.put("TIEOUT_TWIN_OAUTH_CLIENT_SECRET", Harbor.QUICKBOOKS_CLIENT_SECRET);
        all.put("TIEOUT_TWIN_OAUTH_REFRESH_TOKEN", Harbor.QUICKBOOKS_REFRESH_TOKEN);
        all.put("TIEOUT_TWIN_OAUTH_REALM", Harbor.REALM);
        all.put(
                "TIEOUT_TWIN_NOTIFICATIONS_URL",
                ports.httpUrl(Listener.INGEST) + "/webhooks/quickbooks");
        all.put("TIEOUT_TWIN_NOTIFICATIONS_VERIFIER_TOKEN", Harbor.QUICKBOOKS_VERIFIER_TOKEN);
    }

    private void vendors(Map<String, String> all) {
        String twin = ports.httpUrl(Listener.TWIN);
        all.put("TIEOUT_SMARTSHEET_URL", twin + "/smartsheet/2.0");
        all.put("TIEOUT_QUICKBOOKS_URL", twin + "/quickbooks");
        all.put("TIEOUT_QUICKBOOKS_OAUTH_URL", twin + "/oauth2/v1/tokens/bearer");
        all.put("TIEOUT_QUICKBOOKS_AUTHORIZE_URL", twin + "/connect/oauth2");
        all.put("TIEOUT_SMARTSHEET_TOKEN", Harbor.SMARTSHEET_TOKEN);
        all.put("TIEOUT_SMARTSHEET_AUTHORIZE_URL", twin + "/smartsheet-app/b/authorize");
        all.put("TIEOUT_SMARTSHEET_CLIENT_ID", Harbor.SMARTSHEET_CLIENT_ID);
        all.put("TIEOUT_SMARTSHEET_CLIENT_SECRET", Harbor.SMARTSHEET_CLIENT_SECRET);
        all.put("TIEOUT_QUICKBOOKS_REFRESH_TOKEN", Harbor.QUICKBOOKS_REFRESH_TOKEN);
        all.put("TIEOUT_QUICKBOOKS_CLIENT_ID", Harbor.QUICKBOOKS_CLIENT_ID);
        all.put("TIEOUT_QUICKBOOKS_CLIENT_SECRET", Harbor.QUICKBOOKS_CLIENT_SECRET);
        all.put("TIEOUT_TOKEN_KEY", secrets.tokenKey());
    }

    private void model(Map<String, String> all) {
        all.put("TIEOUT_OPENAI_URL", ports.httpUrl(Listener.TWIN) + "/openai/v1");
    }

    private void file(Map<String, String> all, String variable, String name) {
        all.put(variable, configuration.resolve(name).toString());
    }
}
