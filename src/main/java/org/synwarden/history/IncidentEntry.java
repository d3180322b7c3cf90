package org.synwarden.history;

import java.sql.SQLException;
import java.util.Optional;
import org.synwarden.process.ProcessKey;

/** An incident as it stands now; its culprit is looked up when it is written. */
record IncidentEntry(PastIncident incident, Optional<ProcessKey> culprit) implements Entry {
    @Override
    public void write(Tables tables) throws SQLException {
        tables.incidents().write(incident, tables.processes().id(culprit, incident.raisedAt()));
    }
}
