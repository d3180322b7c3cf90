package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When nothing was recorded, because SynWarden was not running, or not all. */
final class GapQuery {
    private static final int MOST = 1_000;
    /** A run is told to live every minute when nothing else is; a shorter pause is none. */
    private static final String NOT_RUNNING = "SynWarden was not running";

    private final Connection connection;

    GapQuery(Connection connection) {
        this.connection = connection;
    }

    List<Gap> gaps(long from, long to) throws SQLException {
        List<Gap> gaps = new ArrayList<>();
        long recordedUntil = from;
        try (PreparedStatement runs = connection.prepareStatement(
                "SELECT began, ended FROM run WHERE ended >= ? AND began <= ? ORDER BY began")) {
            runs.setLong(1, Times.micros(from));
            runs.setLong(2, Times.micros(to));
            try (ResultSet run = runs.executeQuery()) {
                while (run.next() && gaps.size() < MOST) {
                    long began = Times.ofMicros(run.getLong(1));
                    if (began > recordedUntil) {
                        gaps.add(new Gap(recordedUntil, began, true, NOT_RUNNING));
                    }
                    recordedUntil = Math.max(recordedUntil, Times.ofMicros(run.getLong(2)));
                }
            }
        }
        if (recordedUntil < to && gaps.size() < MOST) {
            gaps.add(new Gap(recordedUntil, to, true, NOT_RUNNING));
        }
        leftOut(from, to, gaps);
        gaps.sort(Comparator.comparingLong(Gap::from));
        return gaps;
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
