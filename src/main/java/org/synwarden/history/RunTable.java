package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** When SynWarden ran, and so when it did not. One thread. */
final class RunTable {
    private final Connection connection;
    private final PreparedStatement lives;
    private int id;

    /** Begins a run, or goes on with the one of that number after the file had been closed for a while. */
    RunTable(Connection connection, int run, long at) throws SQLException {
        this.connection = connection;
        lives = connection.prepareStatement("UPDATE run SET ended = max(ended, ?) WHERE id = ?");
        id = run > 0 ? run : begin(at, false);
    }

    /** SynWarden goes on after a time in which nobody looked. */
    void resume(long at) throws SQLException {
        id = begin(at, true);
    }

    private int begin(long at, boolean resumed) throws SQLException {
        try (PreparedStatement begin =
                connection.prepareStatement("INSERT INTO run (began, ended, resumed) VALUES (?, ?, ?) RETURNING id")) {
            begin.setLong(1, Times.micros(at));
            begin.setLong(2, Times.micros(at));
            begin.setBoolean(3, resumed);
            try (ResultSet row = begin.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The row that goes on now. */
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
