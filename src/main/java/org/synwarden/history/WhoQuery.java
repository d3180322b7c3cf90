package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Protocol;

/**
 * Who used a local port. Looks at every 10 s and, where single attempts are gone, at every minute of the time asked about,
 * so that should be minutes or hours and not months.
 */
final class WhoQuery {
    private static final String SINGLE = "SELECT within, remote, remote_port, protocol, local, process, outcome,"
            + " attribution FROM attempt WHERE slot = ? AND local_port = ?";
    private static final String SUMMARY = "SELECT minute, process, local, protocol, remote_port, attribution, answered,"
            + " unanswered, refused, unreachable, abandoned, blocked, no_route, pending, ports FROM minute"
            + " WHERE minute >= ? AND minute <= ? AND (minute < ? OR minute IN (SELECT minute FROM loss WHERE kind = "
            + LossTable.SUMMARISED + ")) ORDER BY minute DESC";
    private static final Address ANY = Address.ipv4(0);

    private final Connection connection;
    private final Past past;

    WhoQuery(Connection connection) throws SQLException {
        this.connection = connection;
        past = new Past(connection);
    }

    List<Answer> answer(Question question) throws SQLException {
        List<Answer> answers = new ArrayList<>();
        singles(question, answers);
        summaries(question, answers);
        return answers;
    }

    /** Before that minute nothing but summaries is left; in it both are. */
    private long firstMinuteOfSingles() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT slot FROM attempt ORDER BY slot LIMIT 1")) {
            return row.next() ? Times.minute(Times.ofSlot(row.getLong(1), 0)) : Long.MAX_VALUE;
        }
    }

    /** Slot by slot, from the middle of the time to both ends. */
    private void singles(Question question, List<Answer> answers) throws SQLException {
        long first = Math.max(Times.slot(question.from()), end("ASC"));
        long last = Math.min(Times.slot(question.to()), end("DESC"));
        long middle = Times.slot(question.from() + (question.to() - question.from()) / 2);
        try (PreparedStatement select = connection.prepareStatement(SINGLE)) {
            long below = Math.min(middle, last);
            long above = Math.max(below + 1, first);
            while (answers.size() < question.limit() && (below >= first || above <= last)) {
                if (below >= first) {
                    single(select, question, below--, answers);
                }
                if (above <= last && answers.size() < question.limit()) {
                    single(select, question, above++, answers);
                }
            }
        }
    }

    private long end(String order) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT slot FROM attempt ORDER BY slot " + order + " LIMIT 1")) {
            return row.next() ? row.getLong(1) : order.equals("ASC") ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
    }

    private void single(PreparedStatement select, Question question, long slot, List<Answer> answers)
            throws SQLException {
        select.setLong(1, slot);
        select.setInt(2, question.localPort());
        try (ResultSet row = select.executeQuery()) {
            while (row.next() && answers.size() < question.limit()) {
                long at = Times.ofSlot(slot, row.getLong(1));
                Endpoint remote = new Endpoint(AddressBytes.read(row.getBytes(2)), row.getInt(3));
                Protocol protocol = Codes.protocol(row.getInt(4));
                Address local = AddressBytes.read(row.getBytes(5));
                if (at >= question.from()
                        && at <= question.to()
                        && fits(question, protocol, local)
                        && question.remoteAddress()
                                .map(remote.address()::equals)
                                .orElse(true)
                        && fitsPort(question, remote.port())) {
                    answers.add(single(question, row, at, remote));
                }
            }
        }
    }

    private Answer single(Question question, ResultSet row, long at, Endpoint remote) throws SQLException {
        Optional<PastProcess> process = past.find(row.getInt(6));
        return new Answer(
                Codes.protocol(row.getInt(4)),
                process.map(PastProcess::process),
                process.map(PastProcess::parents).orElse(List.of()),
                new Endpoint(AddressBytes.read(row.getBytes(5)), question.localPort()),
                List.of(remote),
                1,
                at,
                at,
                1,
                Map.of(Codes.outcome(row.getInt(7)), 1L),
                Codes.attribution(row.getInt(8)),
                true);
    }

    private void summaries(Question question, List<Answer> answers) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUMMARY)) {
            select.setLong(1, Times.minute(question.from()));
            select.setLong(2, Times.minute(question.to()));
            select.setLong(3, firstMinuteOfSingles());
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && answers.size() < question.limit()) {
                    byte[] local = row.getBytes(3);
                    int remotePort = row.getInt(5);
                    boolean many = remotePort == MinuteTable.MANY_PORTS;
                    Address address = many ? question.localAddress().orElse(ANY) : AddressBytes.read(local);
                    if (fits(question, Codes.protocol(row.getInt(4)), address)
                            && (many || fitsPort(question, remotePort))
                            && PortSet.contains(row.getBytes(15), question.localPort())) {
                        answers.add(summary(question, row, address, many));
                    }
                }
            }
        }
    }

    private Answer summary(Question question, ResultSet row, Address local, boolean many) throws SQLException {
        Optional<PastProcess> process = past.find(row.getInt(2));
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        long attempts = 0;
        for (int code = 0; code < Codes.OUTCOMES.size(); code++) {
            long count = row.getLong(7 + code);
            attempts += count;
            if (count > 0) {
                outcomes.put(Codes.outcome(code), count);
            }
        }
        long minute = row.getLong(1) * Times.MINUTE;
        return new Answer(
                Codes.protocol(row.getInt(4)),
                process.map(PastProcess::process),
                process.map(PastProcess::parents).orElse(List.of()),
                new Endpoint(local, question.localPort()),
                many ? List.of() : List.of(new Endpoint(ANY, row.getInt(5))),
                many ? 0 : 1,
                minute,
                minute + Times.MINUTE - 1,
                attempts,
                outcomes,
                Codes.attribution(row.getInt(6)),
                false);
    }

    private static boolean fits(Question question, Protocol protocol, Address local) {
        return question.protocol().map(protocol::equals).orElse(true)
                && question.localAddress().map(local::equals).orElse(true);
    }

    private static boolean fitsPort(Question question, int remotePort) {
        return question.remotePort().isEmpty() || question.remotePort().getAsInt() == remotePort;
    }
}
