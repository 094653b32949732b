package io.tieout.launcher.postgres;

import java.util.ArrayList;
import java.util.List;

/// The schemas, the roles and who may do what where.
final class DatabasePlan {
    static final String DATABASE = "tieout";
    static final String OWNER = "tieout_owner";

    /// Services by the name of their schema; the role is `tieout_` and that name.
    static final List<String> SERVICES =
            List.of("ingest", "invoice", "reconcile", "audit", "writeback", "console");

    /// One role's rights in one schema.
    record Grant(String schema, String role, Rights rights) {}

    static final List<String> SCHEMAS = schemas();
    static final List<Grant> GRANTS = grants();

    private DatabasePlan() {}

    static String role(String service) {
        return "tieout_" + service;
    }

    private static List<String> schemas() {
        List<String> schemas = new ArrayList<>(SERVICES);
        schemas.add("connections");
        schemas.add("documents");
        return List.copyOf(schemas);
    }

    private static List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        for (String service : SERVICES) {
            Rights own = "audit".equals(service) ? Rights.APPEND : Rights.ALL;
            grants.add(new Grant(service, role(service), own));
        }
        grants.add(new Grant("connections", role("ingest"), Rights.ALL));
        grants.add(new Grant("connections", role("writeback"), Rights.ALL));
        grants.add(new Grant("documents", role("ingest"), Rights.ADD_AND_CHANGE));
        grants.add(new Grant("documents", role("console"), Rights.READ));
        grants.add(new Grant("documents", role("invoice"), Rights.READ));
        grants.add(new Grant("documents", role("writeback"), Rights.READ));
        return List.copyOf(grants);
    }
}
