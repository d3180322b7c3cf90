package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** When SynWarden ran, and so when it did not. One thread. */
final class RunTable {
    private final PreparedStatement lives;
    private final int id;

    /** Begins a run, or goes on with the one of that number after the file had been closed for a while. */
    RunTable(Connection connection, int run, long at) throws SQLException {
        lives = connection.prepareStatement("UPDATE run SET ended = max(ended, ?) WHERE id = ?");
        id = run > 0 ? run : begin(connection, at);
    }

    private static int begin(Connection connection, long at) throws SQLException {
        try (PreparedStatement begin =
                connection.prepareStatement("INSERT INTO run (began, ended) VALUES (?, ?) RETURNING id")) {
            begin.setLong(1, Times.micros(at));
            begin.setLong(2, Times.micros(at));
            try (ResultSet row = begin.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    int id() {
        return id;
    }

    /** SynWarden still runs. */
    void lives(long at) throws SQLException {
        lives.setLong(1, Times.micros(at));
        lives.setInt(2, id);
        lives.executeUpdate();
    }
}
