package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Single attempts. The rows of a transaction are written in the order of the table, so that they lie together; a row
 * whose outcome is corrected later is written once more in the place of the first. One thread.
 */
final class AttemptTable {
    private record Row(AttemptEntry attempt, int process) {}

    private static final Comparator<Row> ORDER = Comparator.<Row>comparingLong(row -> Times.slot(row.attempt.began()))
            .thenComparingInt(row -> row.attempt.localPort())
            .thenComparingLong(row -> row.attempt.began());

    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final List<Row> rows = new ArrayList<>();
    private final List<AttemptEntry> removed = new ArrayList<>();

    AttemptTable(Connection connection) throws SQLException {
        insert = connection.prepareStatement(
                "INSERT OR REPLACE INTO attempt (slot, local_port, within, remote,"
                        + " remote_port, protocol, local, process, outcome, attribution) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        delete = connection.prepareStatement("DELETE FROM attempt WHERE slot = ? AND local_port = ? AND within = ?"
                + " AND remote = ? AND remote_port = ? AND protocol = ?");
    }

    /** Is removed with the next {@link #flush}, after what is written then. */
    void remove(AttemptEntry attempt) {
        removed.add(attempt);
    }

    /** Is written with the next {@link #flush}. */
    void write(AttemptEntry attempt, int process) {
        rows.add(new Row(attempt, process));
    }

    /** Writes what there is. */
    void flush() throws SQLException {
        rows.sort(ORDER);
        for (Row row : rows) {
            AttemptEntry attempt = row.attempt;
            insert.setLong(1, Times.slot(attempt.began()));
            insert.setInt(2, attempt.localPort());
            insert.setLong(3, Times.within(attempt.began()));
            insert.setBytes(4, AddressBytes.of(attempt.remote()));
            insert.setInt(5, attempt.remotePort());
            insert.setInt(6, Codes.of(attempt.protocol()));
            insert.setBytes(7, AddressBytes.of(attempt.local()));
            insert.setInt(8, row.process);
            insert.setInt(9, Codes.of(attempt.outcome()));
            insert.setInt(10, Codes.of(attempt.attribution()));
            insert.executeUpdate();
        }
        rows.clear();
        for (AttemptEntry attempt : removed) {
            delete.setLong(1, Times.slot(attempt.began()));
            delete.setInt(2, attempt.localPort());
            delete.setLong(3, Times.within(attempt.began()));
            delete.setBytes(4, AddressBytes.of(attempt.remote()));
            delete.setInt(5, attempt.remotePort());
            delete.setInt(6, Codes.of(attempt.protocol()));
            delete.executeUpdate();
        }
        removed.clear();
    }
}
