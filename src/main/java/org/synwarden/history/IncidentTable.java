package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Incidents, each as it was last told. One thread. */
final class IncidentTable {
    private final PreparedStatement write;

    IncidentTable(Connection connection) throws SQLException {
        write = connection.prepareStatement("INSERT INTO incident (id, severity, kind, host, process, image,"
                + " attribution, first_attempt_at, raised_at, closed_at, attempts, failed_destinations, total_attempts,"
                + " ports, sample, muted, explanation, adapter, requested_by, return_of, test)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET severity = excluded.severity, process = excluded.process,"
                + " attribution = excluded.attribution, closed_at = excluded.closed_at,"
                + " total_attempts = excluded.total_attempts, ports = excluded.ports, sample = excluded.sample,"
                + " muted = excluded.muted, explanation = excluded.explanation, adapter = excluded.adapter,"
                + " requested_by = excluded.requested_by, return_of = excluded.return_of");
    }

    /** Incidents that were open when SynWarden ended are over: what becomes of them now is another one's story. */
    static void closeAll(Connection connection, long at) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE incident SET closed_at = max(raised_at, " + Times.micros(at) + ") WHERE closed_at IS NULL");
        }
    }

    /**
     * Writes an incident, or what has changed of it.
     *
     * @param process the row of its culprit
     * @param requestedBy the rows of those who asked for it
     */
    void write(PastIncident incident, int process, List<Integer> requestedBy) throws SQLException {
        write.setString(1, incident.id());
        write.setString(2, incident.severity().name());
        write.setString(3, incident.kind().name());
        write.setBytes(4, AddressBytes.of(incident.host()));
        write.setInt(5, process);
        write.setString(6, incident.image().orElse(null));
        write.setInt(7, Codes.of(incident.attribution()));
        write.setLong(8, Times.micros(incident.firstAttempt()));
        write.setLong(9, Times.micros(incident.raisedAt()));
        if (incident.closedAt().isPresent()) {
            write.setLong(10, Times.micros(incident.closedAt().getAsLong()));
        } else {
            write.setNull(10, Types.INTEGER);
        }
        write.setLong(11, incident.attempts());
        write.setInt(12, incident.failedDestinations());
        write.setLong(13, incident.totalAttempts());
        write.setString(14, words(incident.ports()));
        write.setString(15, words(incident.sample()));
        write.setBoolean(16, incident.muted());
        write.setString(17, incident.explanation());
        write.setString(18, incident.adapter().orElse(null));
        write.setString(19, words(requestedBy));
        write.setString(20, incident.returnOf().orElse(null));
        write.setBoolean(21, incident.test());
        write.executeUpdate();
    }

    private static String words(Collection<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
