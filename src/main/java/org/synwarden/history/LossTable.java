package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** In which minutes not all was recorded. One thread. */
final class LossTable {
    /** What found no room: it is in no table. */
    static final int LEFT_OUT = 0;

    /** Attempts that were counted in their minute, and not recorded one by one. */
    static final int SUMMARISED = 1;

    private record Key(long minute, int kind) {}

    private final PreparedStatement write;
    private final Map<Key, Long> counts = new HashMap<>();

    LossTable(Connection connection) throws SQLException {
        write = connection.prepareStatement("INSERT INTO loss (minute, kind, count) VALUES (?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET count = count + excluded.count");
    }

    /** So much of the minute of that time; is written with the next {@link #flush}. */
    void count(int kind, long at, long more) {
        if (more > 0) {
            counts.merge(new Key(Times.minute(at), kind), more, Long::sum);
        }
    }

    void flush() throws SQLException {
        for (Map.Entry<Key, Long> entry : counts.entrySet()) {
            write.setLong(1, entry.getKey().minute);
            write.setInt(2, entry.getKey().kind);
            write.setLong(3, entry.getValue());
            write.executeUpdate();
        }
        counts.clear();
    }
}
