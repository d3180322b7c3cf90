package org.synwarden.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.process.ProcessKey;

/** An incident as it stands now; its culprit and those who asked for it are looked up when it is written. */
record IncidentEntry(PastIncident incident, Optional<ProcessKey> culprit, List<ProcessKey> requestedBy)
        implements Entry {
    @Override
    public void write(Tables tables) throws SQLException {
        ProcessTable processes = tables.processes();
        List<Integer> asking = new ArrayList<>();
        for (ProcessKey key : requestedBy) {
            asking.add(processes.id(Optional.of(key), incident.raisedAt()));
        }
        tables.incidents().write(incident, processes.id(culprit, incident.raisedAt()), asking);
    }
}
