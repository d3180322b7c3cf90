package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * Deletes what is too old or too much, a little with each transaction, so that writing never waits for it: at most
 * {@value #SLICE} attempts or {@value #MINUTES} rows of minutes, and {@value #PAGES} pages given back to the disk. For
 * its age nothing is deleted until the wall clock has been steady for an hour: a wrong year must not cost everything.
 * One thread.
 */
final class Retention {
    static final int SLICE = 10_000;
    static final int MINUTES = 1_000;
    static final int PROCESSES = 200_000;
    static final int PAGES = 256;

    private static final long STEADY = TimeUnit.HOURS.toNanos(1);
    private static final long AGE_TURN = TimeUnit.SECONDS.toNanos(10);
    private static final long CONTACT_TURN = TimeUnit.MINUTES.toNanos(10);
    private static final long KNOWN_DAYS = 30;
    private static final int ADDRESSES = 4_096;
    private static final int FEW_PAGES = 1_024;
    private static final int FEW_ROWS = 500;
    private static final long MEGABYTE = 1_000_000;

    private final Connection connection;
    private final HistorySettings settings;
    private final WallClock clock;
    private long nextAgeTurn = Long.MIN_VALUE;
    private long nextContactTurn = Long.MIN_VALUE;

    Retention(Connection connection, HistorySettings settings, WallClock clock) {
        this.connection = connection;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Deletes within the transaction that is open.
     *
     * @return how many single attempts were deleted to keep the file small
     */
    long turn() throws SQLException {
        long removed = 0;
        if (used() > settings.rawMaxMegabytes() * MEGABYTE) {
            removed = attemptsBefore(Long.MAX_VALUE);
            if (removed == 0) {
                oldestMinutes(Long.MAX_VALUE);
            }
        }
        if (clock.engineNow() >= nextAgeTurn) {
            nextAgeTurn = clock.engineNow() + AGE_TURN;
            ageTurn();
        }
        return removed;
    }

    /** Gives free pages back to the disk, apart from some; between transactions. */
    void shrink() throws SQLException {
        if (pragma("freelist_count") > FEW_PAGES) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA incremental_vacuum(" + PAGES + ")");
            }
        }
    }

    private long used() throws SQLException {
        return (pragma("page_count") - pragma("freelist_count")) * pragma("page_size");
    }

    private long pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.getLong(1);
        }
    }

    private void ageTurn() throws SQLException {
        if (clock.steadyFor() >= STEADY) {
            long before = clock.now() - settings.retentionDays() * Times.DAY;
            attemptsBefore(Times.slot(before));
            oldestMinutes(Times.minute(before));
            few("process", "id", "used < ?", Times.minute(before));
            few("incident", "row", "raised_at < ? AND closed_at IS NOT NULL", Times.micros(before));
            few("action", "id", "at < ?", Times.micros(before));
            few("run", "id", "ended < ?", Times.micros(before));
            change("DELETE FROM loss WHERE minute < ?", Times.minute(before));
        }
        if (clock.engineNow() >= nextContactTurn) {
            nextContactTurn = clock.engineNow() + CONTACT_TURN;
            contacts();
        }
        few(
                "process",
                "id",
                "id IN (SELECT id FROM process ORDER BY used LIMIT max(0," + " (SELECT count(*) FROM process) - ?))",
                PROCESSES);
    }

    private void contacts() throws SQLException {
        long now = Times.second(clock.now());
        change(
                "DELETE FROM contact WHERE (image, port, address) IN (SELECT image, port, address FROM contact"
                        + " WHERE second < ? - (CASE port WHEN 0 THEN " + TimeUnit.DAYS.toSeconds(KNOWN_DAYS) + " ELSE "
                        + TimeUnit.DAYS.toSeconds(1) + " END) LIMIT " + FEW_ROWS + ")",
                now);
        change(
                "DELETE FROM contact WHERE port = 0 AND (image, address) IN (SELECT image, address FROM contact"
                        + " WHERE port = 0 AND image = (SELECT image FROM contact WHERE port = 0 GROUP BY image"
                        + " HAVING count(*) > ? LIMIT 1) ORDER BY second LIMIT " + FEW_ROWS + ")",
                ADDRESSES);
        few("image", "id", "id NOT IN (SELECT image FROM contact WHERE second > ?)", Long.MIN_VALUE);
    }

    /** The oldest ones before that slot, no more than a slice. */
    private long attemptsBefore(long slot) throws SQLException {
        long borderSlot = slot;
        int borderPort = -1;
        long borderWithin = -1;
        try (Statement statement = connection.createStatement();
                ResultSet border = statement.executeQuery(
                        "SELECT slot, local_port, within FROM attempt ORDER BY slot, local_port, within LIMIT 1 OFFSET "
                                + SLICE)) {
            if (border.next() && border.getLong(1) < slot) {
                borderSlot = border.getLong(1);
                borderPort = border.getInt(2);
                borderWithin = border.getLong(3);
            }
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM attempt WHERE (slot, local_port, within) < (?, ?, ?)")) {
            delete.setLong(1, borderSlot);
            delete.setInt(2, borderPort);
            delete.setLong(3, borderWithin);
            return delete.executeUpdate();
        }
    }

    private void oldestMinutes(long before) throws SQLException {
        change(
                "DELETE FROM minute WHERE (minute, process, local, protocol, remote_port) IN (SELECT minute, process,"
                        + " local, protocol, remote_port FROM minute WHERE minute < ? ORDER BY minute LIMIT " + MINUTES
                        + ")",
                before);
    }

    private void few(String table, String key, String which, long value) throws SQLException {
        change(
                "DELETE FROM " + table + " WHERE " + key + " IN (SELECT " + key + " FROM " + table + " WHERE " + which
                        + " LIMIT " + FEW_ROWS + ")",
                value);
    }

    private long change(String command, long value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setLong(1, value);
            return statement.executeUpdate();
        }
    }
}
