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
    /** How far the times of a socket and of a process, which start in steps of 16 ms, may be apart: 100 ms in file time. */
    private static final long SLACK = 1_000_000;

    private final ProcessCatalog processes;
    private final long now;
    private final Map<Integer, Optional<ProcessKey>> byPid = new HashMap<>();

    /**
     * Owners as they are now.
     *
     * @param now the system's time, in Windows' file time
     */
    RowOwners(ProcessCatalog processes, long now) {
        this.processes = processes;
        this.now = now;
    }

    /** The owner of that row; empty where it has none. */
    Optional<ProcessKey> of(OwnedRow row) {
        if (row.pid() == 0) {
            return Optional.empty();
        }
        ProcessKey unknown = new ProcessKey(row.pid(), 0);
        ProcessKey holder = byPid.computeIfAbsent(row.pid(), processes::find).orElse(unknown);
        return Optional.of(isSuccessor(holder, row) ? unknown : holder);
    }

    /** One whose start lies ahead tells that the clock was set back, and nothing of whose pid it was. */
    private boolean isSuccessor(ProcessKey holder, OwnedRow row) {
        return row.created() != 0 && holder.startToken() > row.created() + SLACK && holder.startToken() <= now + SLACK;
    }
}
