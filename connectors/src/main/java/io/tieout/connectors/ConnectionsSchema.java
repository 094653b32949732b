package io.tieout.connectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/// Brings the shared schema `connections` up to date under its owner's role; safe to run from
/// several services at once.
public final class ConnectionsSchema {
    public static final String NAME = "connections";

    private static final String LOCATION = "db/connections/";
    private static final List<String> MIGRATIONS =
            List.of(
                    "V001__tokens_and_quotas.sql",
                    "V002__known_sheets.sql",
                    "V003__quota_slots.sql",
                    "V012__authorizations.sql",
                    "V013__own_comments.sql",
                    "V014__quota_turns.sql");
    private static final long LOCK = 0x7469656f757463L;

    private ConnectionsSchema() {}

    public static void migrate(String jdbcUrl, String ownerUser, String ownerPassword) {
        try (Connection lock = DriverManager.getConnection(jdbcUrl, ownerUser, ownerPassword);
                PreparedStatement take = lock.prepareStatement("select pg_advisory_lock(?)")) {
            take.setLong(1, LOCK);
            take.execute();
            Flyway.configure(ConnectionsSchema.class.getClassLoader())
                    .dataSource(jdbcUrl, ownerUser, ownerPassword)
                    .schemas(NAME)
                    .defaultSchema(NAME)
                    .table("schema_history")
                    .resourceProvider(new Migrations())
                    .javaMigrationClassProvider(List::of)
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot migrate schema " + NAME, e);
        }
    }

    /// Names the files instead of scanning for them: a packaged Quarkus application has no
    /// directories to scan.
    private static final class Migrations implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return MIGRATIONS.contains(name) ? new Migration(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return MIGRATIONS.stream()
                    .filter(name -> name.startsWith(prefix))
                    .<LoadableResource>map(Migration::new)
                    .toList();
        }
    }

    private static final class Migration extends LoadableResource {
        private final String name;

        Migration(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try {
                InputStream stream =
                        ConnectionsSchema.class.getClassLoader().getResourceAsStream(path());
                if (stream == null) {
                    throw new IOException("Missing " + path());
                }
                return new InputStreamReader(stream, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return path();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }

        private String path() {
            return LOCATION + name;
        }
    }
}
