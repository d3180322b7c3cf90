package org.synwarden.history;

import java.sql.SQLException;
import org.synwarden.process.ProcessInstance;

/** More became known of a process; written if it is one that something was recorded of. */
record ProcessEntry(ProcessInstance process) implements Entry {
    @Override
    public void write(Tables tables) throws SQLException {
        tables.processes().described(process);
    }
}
