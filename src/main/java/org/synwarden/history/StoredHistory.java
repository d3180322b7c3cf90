package org.synwarden.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/** The history file of a service that does not run now, read and never written. Any thread. */
public final class StoredHistory extends FileQueries {
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
    <T> T read(Reading<T> reading) throws HistoryException {
        try (Connection connection = file.openForReading()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw new HistoryException(
                    "the history " + file.path() + " cannot be read (" + e.getMessage() + ")",
                    "run this as root or administrator, or start the service",
                    e);
        }
    }
}
