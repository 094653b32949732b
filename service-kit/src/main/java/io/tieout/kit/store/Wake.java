package io.tieout.kit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Waits for PostgreSQL notifications, so that nobody has to poll fast.
@ApplicationScoped
public class Wake {
    private static final Logger LOG = Logger.getLogger(Wake.class);

    private final String url;
    private final String user;
    private final String password;

    public Wake(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /// Listens on a channel of its own connection, which is opened again when it breaks.
    public Listener listen(String channel) {
        return new Listener(channel);
    }

    /// One listening connection; used by one thread.
    public final class Listener implements AutoCloseable {
        private final String channel;
        private @Nullable Connection connection;

        private Listener(String channel) {
            this.channel = channel;
        }

        /// Returns when notified, or after `limit`, or at once when interrupted.
        public void await(Duration limit) {
            try {
                Connection open = open();
                open.unwrap(PGConnection.class)
                        .getNotifications(Math.max(1, (int) limit.toMillis()));
            } catch (SQLException e) {
                LOG.debugf("Listening on %s broke off: %s", channel, e.getMessage());
                close();
                pause(limit);
            }
        }

        private Connection open() throws SQLException {
            Connection current = connection;
            if (current == null) {
                current = DriverManager.getConnection(url, user, password);
                connection = current;
                try (java.sql.Statement statement = current.createStatement()) {
                    statement.execute("LISTEN " + channel);
                }
            }
            return current;
        }

        private static void pause(Duration limit) {
            try {
                Thread.sleep(limit);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            Connection current = connection;
            connection = null;
            if (current != null) {
                try {
                    current.close();
                } catch (SQLException e) {
                    LOG.debugf("Closing the listener on %s: %s", channel, e.getMessage());
                }
            }
        }
    }
}
