package org.synwarden.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

/**
 * The file {@code history.db}: opened for writing by one, for reading by any number. It has a write-ahead log, so a
 * process that dies leaves what it had committed; {@code synchronous=NORMAL}, so a power cut may take the last seconds,
 * and never the file (SQLite, PRAGMA synchronous).
 */
final class HistoryFile {
    /** The file's name in the data folder. */
    static final String NAME = "history.db";

    /** How long another process may hold the file before writing is put off. */
    private static final int BUSY_MILLIS = 500;

    private static final int PAGE_BYTES = 4_096;
    private static final int CACHE_KIBIBYTES = 4_096;
    private static final int LOG_BYTES = 16 << 20;
    /** Up to this size the whole file is looked through at the start. */
    private static final long SMALL_BYTES = 16 << 20;

    private static final DateTimeFormatter NOW =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final List<String> WITH_ITS_LOG = List.of("", "-wal", "-shm");
    private static final List<String> TABLES =
            List.of("run", "process", "attempt", "minute", "image", "contact", "loss", "incident", "action");

    private final Path path;

    /** The file in that folder. */
    HistoryFile(Path folder) {
        path = folder.resolve(NAME);
    }

    Path path() {
        return path;
    }

    /**
     * Opens it for writing, makes it when it is not there, and brings its tables up to date.
     *
     * @throws SQLException when it cannot be used; {@link #isDamage} tells whether it is damaged
     * @throws HistoryException when a later SynWarden has written it, or the folder cannot be made
     */
    Connection openForWriting() throws SQLException, HistoryException {
        try {
            Files.createDirectories(path.getParent());
        } catch (IOException e) {
            throw new HistoryException(
                    "the folder " + path.getParent() + " cannot be made (" + e.getMessage() + ")",
                    "give SynWarden the right to make it",
                    e);
        }
        boolean old = Files.exists(path);
        SQLiteConfig config = config();
        config.setSynchronous(SynchronousMode.NORMAL);
        Connection connection = config.createConnection("jdbc:sqlite:" + path);
        try {
            prepare(connection, old);
            return connection;
        } catch (SQLException | HistoryException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-CACHE_KIBIBYTES);
        return config;
    }

    private void prepare(Connection connection, boolean old) throws SQLException, HistoryException {
        int version = Schema.version(connection);
        if (version > Schema.VERSION) {
            throw new HistoryException(
                    path + " was written by a later SynWarden (its tables have version " + version
                            + ", this program knows " + Schema.VERSION + ") and is left alone",
                    "install that version, or move the file away to begin a new one");
        }
        try (Statement statement = connection.createStatement()) {
            if (!old || version == 0) {
                statement.execute("PRAGMA page_size = " + PAGE_BYTES);
                statement.execute("PRAGMA auto_vacuum = INCREMENTAL"); // only possible before the first table
            }
            statement.execute("PRAGMA journal_mode = " + JournalMode.WAL);
            statement.execute("PRAGMA journal_size_limit = " + LOG_BYTES);
        }
        Schema.migrate(connection, Schema.VERSION);
        look(connection);
    }

    /** Looks whether it is sound: the whole of a small file, of a large one both ends of every table. */
    private void look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                for (String order : List.of("ASC", "DESC")) {
                    try (ResultSet row =
                            statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1 " + order + " LIMIT 1")) {
                        row.next();
                    }
                }
            }
            if (path.toFile().length() <= SMALL_BYTES) {
                try (ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
                    String found = row.next() ? row.getString(1) : "nothing";
                    if (!found.equals("ok")) {
                        throw new SQLException(found, null, SQLiteErrorCode.SQLITE_CORRUPT.code);
                    }
                }
            }
        }
    }

    /** Opens it for reading. */
    Connection openForReading() throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + path);
    }

    /** Whether that failure says that the file is damaged, or none of ours. */
    static boolean isDamage(SQLException failure) {
        int code = failure.getErrorCode() & 0xFF;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /**
     * Puts a damaged file aside, with its log. Nobody may have it open.
     *
     * @return where it is now
     */
    Path setAside(Instant now) throws IOException {
        String suffix = ".damaged-" + NOW.format(now);
        for (String part : WITH_ITS_LOG) {
            Path there = path.resolveSibling(NAME + part);
            if (Files.exists(there)) {
                Files.move(there, path.resolveSibling(NAME + suffix + part));
            }
        }
        return path.resolveSibling(NAME + suffix);
    }
}
