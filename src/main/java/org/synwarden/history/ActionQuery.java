package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.synwarden.process.ProcessKey;

/** Reads what was done. */
final class ActionQuery {
    private static final int MOST = 1_000;
    private static final String SELECT =
            "SELECT at, verb, target, pid, start_token, incident, rule, asked_by, done, result, expires_at,"
                    + " reason FROM action ";

    private final Connection connection;

    ActionQuery(Connection connection) {
        this.connection = connection;
    }

    List<PastAction> because(String incident) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE incident = ? ORDER BY at, id LIMIT " + MOST)) {
            select.setString(1, incident);
            return actions(select);
        }
    }

    List<PastAction> done(long from, long to, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE at >= ? AND at < ? ORDER BY at DESC, id DESC LIMIT ?")) {
            select.setLong(1, Times.micros(from));
            select.setLong(2, Times.microsUp(to));
            select.setInt(3, limit);
            return actions(select);
        }
    }

    private static List<PastAction> actions(PreparedStatement select) throws SQLException {
        List<PastAction> actions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                int pid = row.getInt(4);
                Optional<ProcessKey> process =
                        row.wasNull() ? Optional.empty() : Optional.of(new ProcessKey(pid, row.getLong(5)));
                long expires = row.getLong(11);
                OptionalLong expiresAt =
                        row.wasNull() ? OptionalLong.empty() : OptionalLong.of(Times.ofMicros(expires));
                actions.add(new PastAction(
                        Times.ofMicros(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        process,
                        Optional.ofNullable(row.getString(6)),
                        Optional.ofNullable(row.getString(7)),
                        expiresAt,
                        row.getString(12),
                        row.getString(8),
                        row.getBoolean(9),
                        row.getString(10)));
            }
        }
        return actions;
    }
}
