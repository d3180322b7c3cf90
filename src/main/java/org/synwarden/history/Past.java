package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.process.Particulars;
import org.synwarden.process.Particulars.Protection;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/** Reads processes. One thread. */
final class Past {
    private record Row(ProcessInstance process, int parent) {}

    private final PreparedStatement find;
    private final PreparedStatement key;

    Past(Connection connection) throws SQLException {
        find = connection.prepareStatement("SELECT pid, start_token, name, path, command_line, user, parent, sha256,"
                + " started_at, services, package, protection, signer FROM process WHERE id = ?");
        key = connection.prepareStatement("SELECT pid, start_token FROM process WHERE id = ?");
    }

    /** The process of that row with its parents; empty where it is 0, or was forgotten. */
    Optional<PastProcess> find(int id) throws SQLException {
        Optional<Row> row = row(id);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        List<ProcessInstance> parents = new ArrayList<>();
        Optional<Row> parent = row(row.get().parent);
        while (parent.isPresent() && parents.size() < PastProcess.MAX_PARENTS) {
            parents.add(parent.get().process);
            parent = row(parent.get().parent);
        }
        return Optional.of(new PastProcess(row.get().process, parents));
    }

    private Optional<Row> row(int id) throws SQLException {
        if (id == 0) {
            return Optional.empty();
        }
        find.setInt(1, id);
        try (ResultSet row = find.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            int parent = row.getInt(7);
            String services = row.getString(10);
            Particulars particulars = new Particulars(
                    services.isEmpty() ? List.of() : List.of(services.split("\n")),
                    Optional.ofNullable(row.getString(11)),
                    Optional.ofNullable(row.getString(12)).map(Protection::valueOf),
                    Optional.ofNullable(row.getString(13)));
            ProcessInstance process = new ProcessInstance(
                    new ProcessKey(row.getInt(1), row.getLong(2)),
                    row.getString(3),
                    Optional.ofNullable(row.getString(4)),
                    Optional.ofNullable(row.getString(5)),
                    Optional.ofNullable(row.getString(6)),
                    Optional.empty(),
                    Optional.ofNullable(row.getString(8)),
                    row.getLong(9),
                    particulars);
            return Optional.of(new Row(parent == 0 ? process : withParent(process, parent), parent));
        }
    }

    private ProcessInstance withParent(ProcessInstance process, int parent) throws SQLException {
        key.setInt(1, parent);
        try (ResultSet row = key.executeQuery()) {
            return row.next()
                    ? new ProcessInstance(
                            process.key(),
                            process.name(),
                            process.path(),
                            process.commandLine(),
                            process.user(),
                            Optional.of(new ProcessKey(row.getInt(1), row.getLong(2))),
                            process.sha256(),
                            process.startedAt(),
                            process.particulars())
                    : process;
        }
    }
}
