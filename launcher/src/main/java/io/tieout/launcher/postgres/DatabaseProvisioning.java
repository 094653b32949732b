package io.tieout.launcher.postgres;

import io.tieout.launcher.process.StartFailed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Brings a server to the plan: database, roles, schemas, rights. Doing it again changes nothing.
public final class DatabaseProvisioning {
    private final DatabaseAccess superuser;

    public DatabaseProvisioning(DatabaseAccess superuser) {
        this.superuser = superuser;
    }

    /// Every role that needs a password, the owner first.
    public static List<String> roles() {
        List<String> roles = new ArrayList<>();
        roles.add(DatabasePlan.OWNER);
        DatabasePlan.SERVICES.forEach(service -> roles.add(DatabasePlan.role(service)));
        return List.copyOf(roles);
    }

    public void apply(Map<String, String> passwords) {
        try {
            try (Connection connection = superuser.connect()) {
                for (String role : roles()) {
                    createRole(connection, role, passwords);
                }
                createDatabase(connection);
            }
            try (Connection connection = superuser.database(DatabasePlan.DATABASE).connect();
                    Statement statement = connection.createStatement()) {
                for (String sql : inside()) {
                    statement.addBatch(sql);
                }
                statement.executeBatch();
            }
        } catch (SQLException e) {
            throw new StartFailed(
                    "PostgreSQL refused its roles, schemas or rights: " + e.getMessage(), e);
        }
    }

    /// What is said within the database itself.
    static List<String> inside() {
        List<String> sql = new ArrayList<>();
        sql.add("REVOKE ALL ON DATABASE tieout FROM PUBLIC");
        sql.add("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        for (String schema : DatabasePlan.SCHEMAS) {
            sql.add("CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION tieout_owner");
        }
        for (String service : DatabasePlan.SERVICES) {
            String role = DatabasePlan.role(service);
            sql.add("GRANT CONNECT ON DATABASE tieout TO " + role);
            sql.add("ALTER ROLE " + role + " IN DATABASE tieout SET search_path = " + service);
        }
        for (DatabasePlan.Grant grant : DatabasePlan.GRANTS) {
            sql.addAll(ofGrant(grant));
        }
        return sql;
    }

    private static List<String> ofGrant(DatabasePlan.Grant grant) {
        String byDefault =
                "ALTER DEFAULT PRIVILEGES FOR ROLE tieout_owner IN SCHEMA " + grant.schema();
        return List.of(
                "GRANT USAGE ON SCHEMA " + grant.schema() + " TO " + grant.role(),
                byDefault + " GRANT " + grant.rights().onTables() + " ON TABLES TO " + grant.role(),
                byDefault
                        + " GRANT "
                        + grant.rights().onSequences()
                        + " ON SEQUENCES TO "
                        + grant.role());
    }

    private static void createRole(
            Connection connection, String role, Map<String, String> passwords) throws SQLException {
        String password = passwords.get(role);
        if (password == null) {
            throw new StartFailed("There is no database password for " + role + ".");
        }
        String verb =
                exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)
                        ? "ALTER"
                        : "CREATE";
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "%s ROLE %s LOGIN PASSWORD %s"
                            .formatted(verb, role, statement.enquoteLiteral(password)));
        }
    }

    private static void createDatabase(Connection connection) throws SQLException {
        if (exists(
                connection, "SELECT 1 FROM pg_database WHERE datname = ?", DatabasePlan.DATABASE)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE DATABASE " + DatabasePlan.DATABASE + " OWNER " + DatabasePlan.OWNER);
        }
    }

    private static boolean exists(Connection connection, String sql, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
