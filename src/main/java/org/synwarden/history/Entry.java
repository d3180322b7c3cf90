package org.synwarden.history;

import java.sql.SQLException;

/** Something that waits to be written. Immutable. */
sealed interface Entry permits AttemptEntry, IncidentEntry, ProcessEntry, ActionEntry, WithdrawnEntry {
    /** Writes it into its table, on the thread {@code history}. */
    void write(Tables tables) throws SQLException;
}
