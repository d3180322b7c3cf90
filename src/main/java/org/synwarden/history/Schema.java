package org.synwarden.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables, and how those of an earlier version become today's: {@code history/schema-N.sql} leads from version N-1 to
 * N, and {@code PRAGMA user_version} says which one a file has.
 */
final class Schema {
    /** Today's version. */
    static final int VERSION = 3;

    private Schema() {}

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    /** Takes a file to that version, one transaction a step; what was reached stays when a step fails. */
    static void migrate(Connection connection, int to) throws SQLException {
        for (int next = version(connection) + 1; next <= to; next++) {
            step(connection, next);
        }
    }

    /** The driver gives {@code executeUpdate} to sqlite3_exec, which runs all statements of the text. */
    private static void step(Connection connection, int version) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script(version));
            statement.execute("PRAGMA user_version = " + version);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static String script(int version) {
        try (InputStream in = Schema.class.getResourceAsStream("/history/schema-" + version + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program is damaged: schema " + version + " cannot be read", e);
        }
    }
}
