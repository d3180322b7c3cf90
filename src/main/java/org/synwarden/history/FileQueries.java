package org.synwarden.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is asked of the history's file in one way, whoever opens it. Any thread. */
abstract class FileQueries implements Recorded {
    /** Something that is read from the file. */
    interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    /** Opens the file for that reading and closes it again. */
    abstract <T> T read(Reading<T> reading) throws HistoryException;

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

    @Override
    public List<PastAction> actions(long from, long to, int limit) throws HistoryException {
        return read(connection -> new ActionQuery(connection).done(from, to, limit));
    }
}
