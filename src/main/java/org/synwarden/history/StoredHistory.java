package org.synwarden.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The history file of a service that does not run now, read and never written. Any thread. */
public final class StoredHistory implements Recorded {
    private final HistoryFile file;

    /** The one in that folder. */
    public StoredHistory(Path folder) {
        file = new HistoryFile(folder);
    }

    /** Where it is. */
    public Path path() {
        return file.path();
    }

    /** Whether it is there, and this process may read it. */
    public boolean isReadable() {
        return Files.isReadable(file.path());
    }

    @Override
    public Finding inquire(Question question) throws HistoryException {
        return read(connection -> new Inquiry(connection, OptionalLong.empty()).answer(question));
    }

    @Override
    public List<PastIncident> incidents(long from, long to, int limit) throws HistoryException {
        return read(connection -> new IncidentQuery(connection).raised(from, to, limit));
    }

    @Override
    public Optional<PastIncident> incident(String id) throws HistoryException {
        return read(connection -> new IncidentQuery(connection).find(id));
    }

    @Override
    public List<Answer> attempts(PastIncident incident, long from, long to, int limit) throws HistoryException {
        return read(connection -> new AttemptQuery(connection).of(incident, from, to, limit));
    }

    @Override
    public List<PastAction> actions(String incident) throws HistoryException {
        return read(connection -> new ActionQuery(connection).because(incident));
    }

    private interface Query<T> {
        T from(Connection connection) throws SQLException;
    }

    private <T> T read(Query<T> asked) throws HistoryException {
        try (Connection connection = file.openForReading()) {
            return asked.from(connection);
        } catch (SQLException e) {
            throw new HistoryException(
                    "the history " + file.path() + " cannot be read (" + e.getMessage() + ")",
                    "run this as root or administrator, or start the service",
                    e);
        }
    }
}
