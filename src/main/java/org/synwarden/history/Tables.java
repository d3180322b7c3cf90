package org.synwarden.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/** All tables of an open file, for writing; what they remember is worth nothing once a transaction has failed. One thread. */
final class Tables {
    private final RunTable runs;
    private final ProcessTable processes;
    private final AttemptTable attempts;
    private final MinuteTable minutes;
    private final ContactTable contacts;
    private final IncidentTable incidents;
    private final ActionTable actions;
    private final LossTable losses;
    private boolean singleAttempts = true;

    /**
     * The tables of that file.
     *
     * @param known what the system knows of a process, or knew
     * @param run the number of the run that goes on, 0 for a new one
     * @param at now, nanoseconds since the epoch
     */
    Tables(
            Connection connection,
            HistorySettings settings,
            Function<ProcessKey, Optional<ProcessInstance>> known,
            int run,
            long at)
            throws SQLException {
        runs = new RunTable(connection, run, at);
        processes = new ProcessTable(connection, settings, known);
        attempts = new AttemptTable(connection);
        minutes = new MinuteTable(connection);
        contacts = new ContactTable(connection);
        incidents = new IncidentTable(connection);
        actions = new ActionTable(connection);
        losses = new LossTable(connection);
    }

    RunTable runs() {
        return runs;
    }

    ProcessTable processes() {
        return processes;
    }

    AttemptTable attempts() {
        return attempts;
    }

    MinuteTable minutes() {
        return minutes;
    }

    ContactTable contacts() {
        return contacts;
    }

    IncidentTable incidents() {
        return incidents;
    }

    ActionTable actions() {
        return actions;
    }

    LossTable losses() {
        return losses;
    }

    /** Whether single attempts are to be written, or only what is kept of minutes. */
    boolean wantsSingleAttempts() {
        return singleAttempts;
    }

    /** From now on they are, or not. */
    void wantSingleAttempts(boolean are) {
        singleAttempts = are;
    }

    /** Writes what the tables have gathered, before the transaction ends. */
    void flush(long at) throws SQLException {
        attempts.flush();
        minutes.flush();
        losses.flush();
        runs.lives(at);
    }
}
