package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.synwarden.detect.Kind;
import org.synwarden.detect.Severity;
import org.synwarden.net.Address;

/** Reads incidents. */
final class IncidentQuery {
    private static final String SELECT =
            "SELECT id, severity, kind, host, process, image, attribution, first_attempt_at,"
                    + " raised_at, closed_at, attempts, failed_destinations, total_attempts, ports, sample, muted, explanation,"
                    + " adapter, requested_by, return_of, test"
                    + " FROM incident ";

    private static final String TEST_PREFIX = "test-";

    private final Connection connection;
    private final Past past;

    IncidentQuery(Connection connection) throws SQLException {
        this.connection = connection;
        past = new Past(connection);
    }

    List<PastIncident> raised(long from, long to, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                SELECT + "WHERE raised_at >= ? AND raised_at < ? ORDER BY raised_at DESC, row DESC LIMIT ?")) {
            select.setLong(1, Times.micros(from));
            select.setLong(2, Times.microsUp(to));
            select.setInt(3, limit);
            return incidents(select);
        }
    }

    Optional<PastIncident> find(String id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE id = ? ORDER BY raised_at DESC LIMIT 1")) {
            select.setString(1, id);
            return incidents(select).stream().findFirst();
        }
    }

    /** The highest number of an incident; 0 without any. */
    long last() throws SQLException {
        return number("SELECT max(CAST(id AS INTEGER)) FROM incident WHERE test = 0");
    }

    /** The highest number of a test; 0 without any. */
    long lastTest() throws SQLException {
        return number(
                "SELECT max(CAST(replace(id, '" + TEST_PREFIX + "', '') AS INTEGER)) FROM incident WHERE test = 1");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }

    private List<PastIncident> incidents(PreparedStatement select) throws SQLException {
        List<PastIncident> incidents = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                incidents.add(incident(row));
            }
        }
        return incidents;
    }

    private PastIncident incident(ResultSet row) throws SQLException {
        long closed = row.getLong(10);
        OptionalLong closedAt = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(Times.ofMicros(closed));
        return new PastIncident(
                row.getString(1),
                Severity.valueOf(row.getString(2)),
                Kind.valueOf(row.getString(3)),
                AddressBytes.read(row.getBytes(4)),
                past.find(row.getInt(5)),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(18)),
                processes(row.getString(19)),
                Codes.attribution(row.getInt(7)),
                Times.ofMicros(row.getLong(8)),
                Times.ofMicros(row.getLong(9)),
                closedAt,
                row.getLong(11),
                row.getInt(12),
                row.getLong(13),
                words(row.getString(14)).map(Integer::valueOf).toList(),
                words(row.getString(15)).map(Address::parse).toList(),
                row.getBoolean(16),
                row.getString(17),
                row.getBoolean(21),
                Optional.ofNullable(row.getString(20)));
    }

    /** As many of them as were not forgotten. */
    private List<PastProcess> processes(String rows) throws SQLException {
        List<PastProcess> found = new ArrayList<>();
        for (int id : words(rows).map(Integer::valueOf).toList()) {
            past.find(id).ifPresent(found::add);
        }
        return found;
    }

    private static Stream<String> words(String text) {
        return text.isEmpty() ? Stream.empty() : Stream.of(text.split(" "));
    }
}
