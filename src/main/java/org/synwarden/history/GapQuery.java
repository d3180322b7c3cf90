package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When nothing was recorded, because nobody watched, or not all. Gaps are told from their own beginning to their own end. */
final class GapQuery {
    private static final int MOST = 1_000;
    private static final String NOT_RUNNING = "the SynWarden service was not running, or kept no history,";
    private static final String ASLEEP = "this PC slept, or its clock was set,";

    private final Connection connection;

    GapQuery(Connection connection) {
        this.connection = connection;
    }

    List<Gap> gaps(long from, long to) throws SQLException {
        List<Gap> gaps = new ArrayList<>();
        long recordedUntil = endBefore(from);
        long recordedFor = from - 1;
        try (PreparedStatement runs = connection.prepareStatement(
                "SELECT began, ended, resumed FROM run WHERE ended >= ? AND began <= ? ORDER BY began")) {
            runs.setLong(1, Times.micros(from));
            runs.setLong(2, Times.micros(to));
            try (ResultSet run = runs.executeQuery()) {
                while (run.next() && gaps.size() < MOST) {
                    long began = Times.ofMicros(run.getLong(1));
                    if (began > Math.max(from, recordedFor)) {
                        gaps.add(new Gap(recordedUntil, began, true, run.getBoolean(3) ? ASLEEP : NOT_RUNNING));
                    }
                    recordedUntil = Math.max(recordedUntil, Times.ofMicros(run.getLong(2)));
                    recordedFor = Math.max(recordedFor, recordedUntil);
                }
            }
        }
        if (recordedFor < to && gaps.size() < MOST) {
            gaps.add(afterwards(recordedUntil, to));
        }
        leftOut(from, to, gaps);
        gaps.sort(Comparator.comparingLong(Gap::from));
        return gaps;
    }

    /** When the last run before that time ended; that time where there was none. */
    private long endBefore(long time) throws SQLException {
        try (PreparedStatement before = connection.prepareStatement("SELECT max(ended) FROM run WHERE ended < ?")) {
            before.setLong(1, Times.micros(time));
            try (ResultSet row = before.executeQuery()) {
                long ended = row.getLong(1);
                return row.wasNull() ? time : Times.ofMicros(ended);
            }
        }
    }

    private Gap afterwards(long from, long to) throws SQLException {
        try (PreparedStatement next =
                connection.prepareStatement("SELECT began, resumed FROM run WHERE began > ? ORDER BY began LIMIT 1")) {
            next.setLong(1, Times.micros(to));
            try (ResultSet row = next.executeQuery()) {
                return row.next()
                        ? new Gap(from, Times.ofMicros(row.getLong(1)), true, row.getBoolean(2) ? ASLEEP : NOT_RUNNING)
                        : new Gap(from, Long.MAX_VALUE, true, NOT_RUNNING);
            }
        }
    }

    private void leftOut(long from, long to, List<Gap> gaps) throws SQLException {
        try (PreparedStatement losses = connection.prepareStatement("SELECT minute, count FROM loss WHERE kind = "
                + LossTable.LEFT_OUT + " AND minute >= ? AND minute <= ? ORDER BY minute")) {
            losses.setLong(1, Times.minute(from));
            losses.setLong(2, Times.minute(to));
            try (ResultSet loss = losses.executeQuery()) {
                while (loss.next() && gaps.size() < MOST) {
                    long begin = loss.getLong(1) * Times.MINUTE;
                    gaps.add(new Gap(
                            begin,
                            begin + Times.MINUTE,
                            false,
                            "about " + loss.getLong(2) + " records found no room, the disk was too slow or full"));
                }
            }
        }
    }
}
