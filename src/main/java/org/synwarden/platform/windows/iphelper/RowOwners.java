package org.synwarden.platform.windows.iphelper;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessKey;

/**
 * Whose a row is, within one snapshot: each pid is looked up once. Windows gives the pid of a process that has ended to
 * another, and a row may outlive its process: whoever started after the socket was bound does not own it. Such a pid, and
 * one that this user may not look at, has the start token 0.
 */
final class RowOwners {
    private final ProcessCatalog processes;
    private final Map<Integer, Optional<ProcessKey>> byPid = new HashMap<>();

    RowOwners(ProcessCatalog processes) {
        this.processes = processes;
    }

    /** The owner of that row; empty where it has none. */
    Optional<ProcessKey> of(OwnedRow row) {
        if (row.pid() == 0) {
            return Optional.empty();
        }
        ProcessKey unknown = new ProcessKey(row.pid(), 0);
        ProcessKey now = byPid.computeIfAbsent(row.pid(), processes::find).orElse(unknown);
        boolean startedAfter = row.created() != 0 && now.startToken() > row.created();
        return Optional.of(startedAfter ? unknown : now);
    }
}
