package org.synwarden.history;

import java.sql.SQLException;

/** An attempt that was told turned out to be another one, which is told by itself. */
record WithdrawnEntry(AttemptEntry attempt) implements Entry {
    @Override
    public void write(Tables tables) throws SQLException {
        if (tables.processes().leavesOut(attempt.process())) {
            return;
        }
        tables.attempts().remove(attempt);
        tables.minutes().uncount(attempt, tables.processes().id(attempt.process(), attempt.began()));
    }
}
