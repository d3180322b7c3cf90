package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.net.Endpoint;

/** The single attempts of an incident's culprit: of the process, or of the program where many processes were it. */
final class AttemptQuery {
    /** Reads in the order of the file: by 10 s, within them by local port. */
    private static final String SELECT =
            "SELECT slot, within, remote, remote_port, protocol, local, local_port, process,"
                    + " outcome, attribution FROM attempt WHERE slot >= ? AND slot <= ? AND process IN (SELECT id FROM process"
                    + " WHERE (pid = ? AND start_token = ?) OR path = ?) LIMIT ?";

    private final Connection connection;
    private final Past past;

    AttemptQuery(Connection connection) throws SQLException {
        this.connection = connection;
        past = new Past(connection);
    }

    /** At most so many between those times, nanoseconds since the epoch. */
    List<Answer> of(PastIncident incident, long from, long to, int limit) throws SQLException {
        Optional<PastProcess> culprit = incident.image().isPresent() ? Optional.empty() : incident.culprit();
        List<Answer> attempts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, Times.slot(from));
            select.setLong(2, Times.slot(to));
            select.setInt(3, culprit.map(known -> known.process().key().pid()).orElse(-1));
            select.setLong(
                    4, culprit.map(known -> known.process().key().startToken()).orElse(0L));
            select.setString(5, incident.image().orElse(null));
            select.setInt(6, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    attempts.add(attempt(row));
                }
            }
        }
        return attempts;
    }

    private Answer attempt(ResultSet row) throws SQLException {
        Optional<PastProcess> process = past.find(row.getInt(8));
        long at = Times.ofSlot(row.getLong(1), row.getLong(2));
        return new Answer(
                Codes.protocol(row.getInt(5)),
                process.map(PastProcess::process),
                process.map(PastProcess::parents).orElse(List.of()),
                new Endpoint(AddressBytes.read(row.getBytes(6)), row.getInt(7)),
                List.of(new Endpoint(AddressBytes.read(row.getBytes(3)), row.getInt(4))),
                1,
                at,
                at,
                1,
                Map.of(Codes.outcome(row.getInt(9)), 1L),
                Codes.attribution(row.getInt(10)),
                true);
    }
}
