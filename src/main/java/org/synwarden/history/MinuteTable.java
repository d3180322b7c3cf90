package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.synwarden.attempt.Attribution;
import org.synwarden.net.Address;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.net.Protocol;

/**
 * What is kept of all attempts: for each minute, process, local address, protocol and remote port how many there were,
 * how they ended and which local ports they used. A minute with more than {@value #FINE} such groups keeps the rest by
 * process only, and one with {@value #MOST} what is beyond under no process. Holds at most {@value #HELD} groups in
 * memory; a group that comes again later is read from the file. One thread.
 */
final class MinuteTable {
    static final int FINE = 1_024;
    static final int MOST = 8_192;
    static final int HELD = 512;

    /** The remote port of a group that stands for many, and has no local address either. */
    static final int MANY_PORTS = -1;

    private static final byte[] ANY_ADDRESS = {};
    private static final int MINUTES = 4;
    private static final String KEY =
            " WHERE minute = ? AND process = ? AND local = ? AND protocol = ? AND remote_port = ?";

    private record Key(long minute, int process, Optional<Address> local, Protocol protocol, int remotePort) {}

    /** One row; what it counts it counts by the outcome's code. */
    private static final class Group {
        private final long[] counts = new long[Codes.OUTCOMES.size()];
        private PortSet ports = new PortSet();
        private int attribution = Codes.of(Attribution.REPORTED);
        private boolean changed;

        private void count(AttemptEntry attempt) {
            if (attempt.isCorrection()) {
                int before = Codes.of(attempt.before());
                if (counts[before] == 0) {
                    return; // counted in another group, before the minute had too many
                }
                counts[before]--;
            }
            counts[Codes.of(attempt.outcome())]++;
            attribution = Math.max(attribution, Codes.of(attempt.attribution()));
            ports.add(attempt.localPort());
            changed = true;
        }

        private void uncount(AttemptEntry attempt) {
            int outcome = Codes.of(attempt.outcome());
            counts[outcome] = Math.max(0, counts[outcome] - 1);
            changed = true;
        }
    }

    private final PreparedStatement count;
    private final PreparedStatement find;
    private final PreparedStatement write;
    private final Map<Key, Group> held = new HashMap<>();
    /** How many groups a minute has, of the last few minutes. */
    private final LeastRecentMap<Long, Integer> groups = new LeastRecentMap<>(MINUTES);

    MinuteTable(Connection connection) throws SQLException {
        count = connection.prepareStatement("SELECT count(*) FROM minute WHERE minute = ?");
        find = connection.prepareStatement("SELECT attribution, answered, unanswered, refused, unreachable, abandoned,"
                + " blocked, no_route, pending, ports FROM minute" + KEY);
        write = connection.prepareStatement(
                "INSERT OR REPLACE INTO minute (minute, process, local, protocol, remote_port, attribution, answered,"
                        + " unanswered, refused, unreachable, abandoned, blocked, no_route, pending, ports)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    /** Counts an attempt, or that it ended otherwise than was counted. */
    void count(AttemptEntry attempt, int process) throws SQLException {
        group(Times.minute(attempt.began()), process, attempt).count(attempt);
    }

    /** An attempt that was counted was none. */
    void uncount(AttemptEntry attempt, int process) throws SQLException {
        group(Times.minute(attempt.began()), process, attempt).uncount(attempt);
    }

    private Group group(long minute, int process, AttemptEntry attempt) throws SQLException {
        Key own = new Key(minute, process, Optional.of(attempt.local()), attempt.protocol(), attempt.remotePort());
        Optional<Group> there = find(own, FINE);
        if (there.isEmpty()) {
            there = find(new Key(minute, process, Optional.empty(), attempt.protocol(), MANY_PORTS), MOST);
        }
        return there.isPresent()
                ? there.get()
                : find(new Key(minute, 0, Optional.empty(), attempt.protocol(), MANY_PORTS), Integer.MAX_VALUE)
                        .orElseThrow();
    }

    /** The group, made unless its minute has that many already. */
    private Optional<Group> find(Key key, int most) throws SQLException {
        Group group = held.get(key);
        if (group == null) {
            int inMinute = groups(key.minute);
            group = inMinute == 0 ? null : read(key);
            if (group == null && inMinute < most) {
                group = new Group();
                groups.put(key.minute, inMinute + 1);
            }
            if (group != null) {
                hold(key, group);
            }
        }
        return Optional.ofNullable(group);
    }

    private void hold(Key key, Group group) throws SQLException {
        if (held.size() >= HELD) {
            flush();
            held.clear();
        }
        held.put(key, group);
    }

    private int groups(long minute) throws SQLException {
        Integer known = groups.get(minute);
        if (known != null) {
            return known;
        }
        count.setLong(1, minute);
        try (ResultSet row = count.executeQuery()) {
            groups.put(minute, row.getInt(1));
            return row.getInt(1);
        }
    }

    private Group read(Key key) throws SQLException {
        bind(find, key);
        try (ResultSet row = find.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            Group group = new Group();
            group.attribution = row.getInt(1);
            for (int code = 0; code < group.counts.length; code++) {
                group.counts[code] = row.getLong(2 + code);
            }
            group.ports = PortSet.read(row.getBytes(10));
            return group;
        }
    }

    /** Writes what has changed, and lets go of minutes that are over. */
    void flush() throws SQLException {
        long newest = Long.MIN_VALUE;
        for (Map.Entry<Key, Group> entry : held.entrySet()) {
            newest = Math.max(newest, entry.getKey().minute);
            if (entry.getValue().changed) {
                write(entry.getKey(), entry.getValue());
            }
        }
        long over = newest - 1;
        held.keySet().removeIf(key -> key.minute < over);
    }

    private void write(Key key, Group group) throws SQLException {
        bind(write, key);
        write.setInt(6, group.attribution);
        for (int code = 0; code < group.counts.length; code++) {
            write.setLong(7 + code, group.counts[code]);
        }
        write.setBytes(15, group.ports.toBytes());
        write.executeUpdate();
        group.changed = false;
    }

    private static void bind(PreparedStatement statement, Key key) throws SQLException {
        statement.setLong(1, key.minute);
        statement.setInt(2, key.process);
        statement.setBytes(3, key.local.map(AddressBytes::of).orElse(ANY_ADDRESS));
        statement.setInt(4, Codes.of(key.protocol));
        statement.setInt(5, key.remotePort);
    }
}
