package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.synwarden.detect.Image;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * Processes that something was recorded of: one row an instance, and one more where it went on with another program.
 * Remembers the rows of {@value #REMEMBERED} processes; of those unused for longest it asks the file again. A process
 * without start token has a new row each time it is met anew: its pid may be another's by then. One thread.
 */
final class ProcessTable {
    static final int REMEMBERED = 2_048;
    static final int LONGEST_TEXT = 8_192;

    private static final String COLUMNS =
            "pid, start_token, name, path, command_line, user, parent, sha256, started_at,"
                    + " services, package, protection, signer, used";
    private static final long USE_MINUTES = 60;

    private record Row(int id, ProcessInstance process, long used, boolean leftOut) {}

    private final HistorySettings settings;
    private final Function<ProcessKey, Optional<ProcessInstance>> known;
    private final Map<ProcessKey, Row> rows = new LeastRecentMap<>(REMEMBERED);
    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement use;

    /**
     * The table in that file.
     *
     * @param known what the system knows of a process, or knew
     */
    ProcessTable(Connection connection, HistorySettings settings, Function<ProcessKey, Optional<ProcessInstance>> known)
            throws SQLException {
        this.settings = settings;
        this.known = known;
        find = connection.prepareStatement(
                "SELECT id, path, used FROM process WHERE pid = ? AND start_token = ? ORDER BY id DESC LIMIT 1");
        insert = connection.prepareStatement(
                "INSERT INTO process (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS);
        update = connection.prepareStatement(
                "UPDATE process SET (" + COLUMNS + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?");
        use = connection.prepareStatement("UPDATE process SET used = ? WHERE id = ?");
    }

    /** The row of that process, made if need be; 0 where there is no process. */
    int id(Optional<ProcessKey> key, long at) throws SQLException {
        return key.isEmpty() ? 0 : row(key.get(), at, 0).id;
    }

    /** Whether its attempts are not to be recorded. */
    boolean leavesOut(Optional<ProcessKey> key) {
        if (key.isEmpty() || settings.doNotRecord().isEmpty()) {
            return false;
        }
        Row row = rows.get(key.get());
        return row != null ? row.leftOut : isLeftOut(instance(key.get()));
    }

    /** The program that it runs, as far as it was recorded and is known. */
    Optional<Image> image(Optional<ProcessKey> key) {
        Row row = key.isEmpty() ? null : rows.get(key.get());
        return row == null ? Optional.empty() : row.process.path().map(path -> new Image(path, row.process.sha256()));
    }

    /** More became known of a process; of interest only if it has a row. */
    void described(ProcessInstance process) throws SQLException {
        Row row = rows.get(process.key());
        if (row == null || row.process.equals(process)) {
            return;
        }
        if (runsAnother(row.process.path(), process)) {
            rows.remove(process.key()); // it gets a row of its own if it makes an attempt
            return;
        }
        write(update, process, row.used, parent(process, row.used * Times.MINUTE, 0));
        update.setInt(15, row.id);
        update.executeUpdate();
        rows.put(process.key(), new Row(row.id, process, row.used, isLeftOut(process)));
    }

    private static boolean runsAnother(Optional<String> path, ProcessInstance now) {
        return path.isPresent() && now.path().isPresent() && !path.equals(now.path());
    }

    private Row row(ProcessKey key, long at, int descendants) throws SQLException {
        long minute = Times.minute(at);
        Row row = rows.get(key);
        if (row == null) {
            row = meet(key, minute, descendants);
        } else if (minute - row.used >= USE_MINUTES) {
            use.setLong(1, minute);
            use.setInt(2, row.id);
            use.executeUpdate();
            row = new Row(row.id, row.process, minute, row.leftOut);
            parent(row.process, at, descendants); // is used with its child
        }
        rows.put(key, row);
        return row;
    }

    private Row meet(ProcessKey key, long minute, int descendants) throws SQLException {
        ProcessInstance process = instance(key);
        int parent = parent(process, minute * Times.MINUTE, descendants);
        if (key.isIdentified()) {
            find.setInt(1, key.pid());
            find.setLong(2, key.startToken());
            try (ResultSet row = find.executeQuery()) {
                if (row.next() && !runsAnother(Optional.ofNullable(row.getString(2)), process)) {
                    return seenBefore(row, process, minute, parent);
                }
            }
        }
        write(insert, process, minute, parent);
        insert.executeUpdate();
        try (ResultSet id = insert.getGeneratedKeys()) {
            return new Row(id.getInt(1), process, minute, isLeftOut(process));
        }
    }

    private Row seenBefore(ResultSet row, ProcessInstance process, long minute, int parent) throws SQLException {
        int id = row.getInt(1);
        long used = Math.max(minute, row.getLong(3));
        if (process.path().isPresent()) { // else it is gone, and the file knows more than the system
            write(update, process, used, parent);
            update.setInt(15, id);
            update.executeUpdate();
        }
        return new Row(id, process, used, isLeftOut(process));
    }

    private ProcessInstance instance(ProcessKey key) {
        return known.apply(key).orElseGet(() -> ProcessInstance.unknown(key));
    }

    private boolean isLeftOut(ProcessInstance process) {
        return process.path().map(settings::leavesOut).orElse(false);
    }

    private int parent(ProcessInstance process, long at, int descendants) throws SQLException {
        Optional<ProcessKey> parent = process.parent();
        return parent.isEmpty() || descendants >= PastProcess.MAX_PARENTS
                ? 0
                : row(parent.get(), at, descendants + 1).id;
    }

    private static void write(PreparedStatement statement, ProcessInstance process, long used, int parent)
            throws SQLException {
        statement.setInt(1, process.key().pid());
        statement.setLong(2, process.key().startToken());
        statement.setString(3, bounded(process.name()));
        statement.setString(4, process.path().map(ProcessTable::bounded).orElse(null));
        statement.setString(5, process.commandLine().map(ProcessTable::bounded).orElse(null));
        statement.setString(6, process.user().map(ProcessTable::bounded).orElse(null));
        statement.setInt(7, parent);
        statement.setString(8, process.sha256().orElse(null));
        statement.setLong(9, process.startedAt());
        statement.setString(10, bounded(String.join("\n", process.particulars().services())));
        statement.setString(11, process.particulars().packageName().orElse(null));
        statement.setString(
                12, process.particulars().protection().map(Enum::name).orElse(null));
        statement.setString(
                13, process.particulars().signer().map(ProcessTable::bounded).orElse(null));
        statement.setLong(14, used);
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
