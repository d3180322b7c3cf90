package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** What was done. One thread. */
final class ActionTable {
    private final PreparedStatement insert;

    ActionTable(Connection connection) throws SQLException {
        insert = connection.prepareStatement("INSERT INTO action (at, verb, target, pid, start_token, incident, rule,"
                + " asked_by, done, result, expires_at, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    void insert(PastAction action) throws SQLException {
        insert.setLong(1, Times.micros(action.at()));
        insert.setString(2, action.verb());
        insert.setString(3, action.target());
        if (action.process().isPresent()) {
            insert.setInt(4, action.process().get().pid());
            insert.setLong(5, action.process().get().startToken());
        } else {
            insert.setNull(4, Types.INTEGER);
            insert.setNull(5, Types.INTEGER);
        }
        insert.setString(6, action.incident().orElse(null));
        insert.setString(7, action.rule().orElse(null));
        insert.setString(8, action.askedBy());
        insert.setBoolean(9, action.done());
        insert.setString(10, action.result());
        if (action.expiresAt().isPresent()) {
            insert.setLong(11, Times.micros(action.expiresAt().getAsLong()));
        } else {
            insert.setNull(11, Types.INTEGER);
        }
        insert.setString(12, action.reason());
        insert.executeUpdate();
    }
}
