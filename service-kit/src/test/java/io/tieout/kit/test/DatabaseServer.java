package io.tieout.kit.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// A real PostgreSQL of its own, with an empty database and its super user.
interface DatabaseServer extends AutoCloseable {
    String SUPERUSER = "postgres";
    String PASSWORD = "postgres";

    String url();

    @Override
    void close();

    /// A process, or with `-Dtieout.infra=containers` a container.
    static DatabaseServer start() {
        return "containers".equals(System.getProperty("tieout.infra"))
                ? new InContainer()
                : new AsProcess();
    }

    /// From Maven artifacts, where there is no container engine.
    final class AsProcess implements DatabaseServer {
        private final EmbeddedPostgres server;

        AsProcess() {
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }

        @Override
        public String url() {
            // The URL that the library gives names its superuser, which would win over the role.
            return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The image that docker-compose.yml names.
    final class InContainer implements DatabaseServer {
        private final PostgreSQLContainer server =
                new PostgreSQLContainer("postgres:17")
                        .withDatabaseName("postgres")
                        .withUsername(SUPERUSER)
                        .withPassword(PASSWORD);

        InContainer() {
            server.start();
        }

        @Override
        public String url() {
            return "jdbc:postgresql://%s:%d/postgres"
                    .formatted(server.getHost(), server.getMappedPort(5432));
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
