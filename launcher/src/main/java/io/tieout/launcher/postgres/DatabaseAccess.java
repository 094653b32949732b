package io.tieout.launcher.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Where a database is, and as whom to connect.
public record DatabaseAccess(String url, String user, String password) {
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /// The same server, another database.
    public DatabaseAccess database(String name) {
        return new DatabaseAccess(
                url.substring(0, url.lastIndexOf('/') + 1) + name, user, password);
    }

    public DatabaseAccess as(String otherUser, String otherPassword) {
        return new DatabaseAccess(url, otherUser, otherPassword);
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
